"""Frames of the window itself, in a display without a screen: scrubbing, panning, a style and a file while it is used."""
import json
import os
import subprocess

SIZE = "1280x720"


def scrub():
    """Through the years of the demo and back, a step each frame."""
    lines = ["time.set 1988", "wait.frames 30"]
    for step in ["1"] * 35 + ["-1"] * 35:
        lines += [f"time.step {step} year", "wait.frames 1"]
    return lines


def pan():
    """Round in a circle, twelve pixels a frame."""
    steps = [(12, 0)] * 15 + [(0, 12)] * 15 + [(-12, 0)] * 15 + [(0, -12)] * 15
    lines = []
    for dx, dy in steps:
        lines += [f"view.pan {dx} {dy}", "wait.frames 1"]
    return lines


def zoom():
    lines = []
    for factor in ["1.1"] * 15 + ["0.9091"] * 15:
        lines += [f"view.zoom {factor}", "wait.frames 1"]
    return lines


def restyle():
    lines = []
    for style in ["dark", "mono", "light"] * 3:
        lines += [f"style.set {style}", "wait.frames 8"]
    return lines


def load(article):
    return [f'file.open "{article}"', "wait.frames 20"]


def many(events):
    """What is done with a table of so many events in the window: each part's lines."""
    walk = []
    for _ in range(30):
        walk += ["table.move 7", "wait.frames 1"]
    until = []
    for year in list(range(1995, 2020)) * 2:
        until += [f"time.set {year}", "wait.frames 1"]
    seen = []
    for year in range(1992, 2022):
        seen += [f"time.set {year}", "wait.frames 1"]
    name = f"{events} events, "
    return {name + "scrubbing by years": ["time.mode instant"] + seen,
            name + "scrubbing, all until a year": ["time.mode until"] + until,
            name + "panning, all shown": ["time.mode instant", "time.set all", "wait.frames 20"] + pan(),
            name + "zooming, all shown": zoom(),
            name + "walking down the table, all rows": ["table.show on", "table.rows all", "table.sort place",
                                                        "wait.frames 150", "table.move first", "wait.frames 20"] + walk,
            name + "playing": ["table.show off", "time.set 2000", "timeline.play", "wait.frames 120",
                               "timeline.pause"]}


def measure_many(program, events, folder):
    """As measure(), with a table of invented events; "loading" is the time until they are on the map, in seconds."""
    table = os.path.join(folder, "many.csv")
    with open(table, "w") as file:
        subprocess.run([os.path.join(os.path.dirname(os.path.abspath(__file__)), "many_events.py"), str(events)],
                       check=True, stdout=file)
    return run_parts(program, table, folder, many(events))


def measure(program, demo, folder):
    """{what: {"frames", "median_ms", "p95_ms", "longest_ms"}}; empty where no display without a screen is installed."""
    other = os.path.join(folder, "other.txt")
    with open(demo, encoding="utf-8-sig") as file:
        text = file.read()
    with open(other, "w") as file:
        file.write(text.replace("1993", "1992"))
    parts = {"scrubbing": scrub(), "panning": pan(), "zooming": zoom(), "changing the style": restyle(),
             "loading a file": load(other)}
    return run_parts(program, demo, folder, parts)


def run_parts(program, file_opened, folder, parts):
    # The pointer keeps still and nothing is shown above the map while it is measured.
    lines = ["window.resize " + SIZE, "wait.frames 60"]
    for number, part in enumerate(parts.values()):
        warm = os.path.join(folder, f"before{number}.json")
        # Up to the last longer wait a part makes ready.
        last = max((i for i, line in enumerate(part) if line in ("wait.frames 20", "wait.frames 30")), default=-1) + 1
        if any("wait.frames 1" == line for line in part[last:]):
            lines += part[:last]
            part = part[last:]
        lines += ["wait.frames 30", f'window.frames "{warm}"']
        lines += part
        lines.append(f'window.frames "{os.path.join(folder, f"frames{number}.json")}"')
    script = os.path.join(folder, "frames.txt")
    with open(script, "w") as file:
        file.write("\n".join(lines + ["quit"]) + "\n")
    command = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", program, "view", file_opened, "--script", script]
    try:
        subprocess.run(command, check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"the window's frames were not measured: {error}")
        return {}
    results = {}
    for number, name in enumerate(parts):
        with open(os.path.join(folder, f"frames{number}.json")) as file:
            results[name] = json.load(file)
    return results
