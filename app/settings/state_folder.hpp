#pragma once

#include <string>

namespace chronomap {

/// Where the program keeps what it remembers between sessions: $XDG_STATE_HOME/chronomap, or
/// ~/.local/state/chronomap where that is not set (https://specifications.freedesktop.org/basedir-spec/). It need not
/// be there. Empty: there is no home either.
std::string state_folder();

/// In it: the file of what is remembered, and the folder of unsaved work. Empty: there is no such folder.
std::string remembered_path();
std::string recovery_folder();

/// Where a picture for the clipboard is written, and stays where the desktop takes paths only; its folder is made.
std::string clipboard_picture_path();

}  // namespace chronomap
