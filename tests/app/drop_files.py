#!/usr/bin/python3
"""Drops files onto a window as a file manager does: the source's side of the XDND protocol, version 5
(https://www.freedesktop.org/wiki/Specifications/XDND/).
  usage: drop_files.py WINDOW X Y FILE...      X, Y: on the screen. Exit status 77: python3-xlib is not installed."""
import pathlib
import select
import sys
import time

try:
    from Xlib import X, Xatom, display
    from Xlib.protocol import event
except ImportError:
    sys.exit(77)

PATIENCE_S = 60


def main(window_id, x, y, *files):
    screen = display.Display()
    atom = screen.intern_atom
    target = screen.create_resource_object("window", int(window_id))
    source = screen.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    addresses = "".join(pathlib.Path(f).resolve().as_uri() + "\r\n" for f in files).encode()
    uri_list, copy, selection = atom("text/uri-list"), atom("XdndActionCopy"), atom("XdndSelection")

    def send(name, *words):
        words = [source.id, *words]
        message = event.ClientMessage(window=target, client_type=atom(name),
                                      data=(32, words + [0] * (5 - len(words))))
        target.send_event(message)
        screen.flush()

    def wait_for(name):
        """Answers requests for the files' addresses until the window says `name`; gives its message."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if not screen.pending_events():
                select.select([screen], [], [], 0.1)
                continue
            came = screen.next_event()
            if came.type == X.SelectionRequest:
                wanted = came.property if came.target == uri_list else X.NONE
                if wanted != X.NONE:
                    came.requestor.change_property(wanted, uri_list, 8, addresses)
                came.requestor.send_event(event.SelectionNotify(
                    time=came.time, requestor=came.requestor, selection=came.selection, target=came.target,
                    property=wanted))
                screen.flush()
            elif came.type == X.ClientMessage and came.client_type == atom(name):
                return came.data[1]
        sys.exit(f"the window never said {name}")

    source.set_selection_owner(selection, X.CurrentTime)
    if target.get_full_property(atom("XdndAware"), Xatom.ATOM) is None:
        sys.exit("the window takes no drops")
    send("XdndEnter", 5 << 24, uri_list)
    send("XdndPosition", 0, int(x) << 16 | int(y), X.CurrentTime, copy)
    if not wait_for("XdndStatus")[1] & 1:
        sys.exit("the window does not want the drop")
    send("XdndDrop", 0, X.CurrentTime)
    wait_for("XdndFinished")


main(*sys.argv[1:])
