"""Frames of the window itself, in a display without a screen: scrubbing, panning, a style and a file while it is used."""
import json
import os
import subprocess

SIZE = "1280x720"


def scrub():
    """Through the years of the demo and back, a step each frame."""
    lines = ["time.set 1988", "wait.frames 30"]
    for step in ["1"] * 35 + ["-1"] * 35:
        lines += [f"time.step {step}", "wait.frames 1"]
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


def measure(program, demo, folder):
    """{what: {"frames", "median_ms", "p95_ms", "longest_ms"}}; empty where no display without a screen is installed."""
    other = os.path.join(folder, "other.txt")
    with open(demo, encoding="utf-8-sig") as file:
        text = file.read()
    with open(other, "w") as file:
        file.write(text.replace("1993", "1992"))
    parts = {"scrubbing": scrub(), "panning": pan(), "zooming": zoom(), "changing the style": restyle(),
             "loading a file": load(other)}
    # The pointer keeps still and nothing is shown above the map while it is measured.
    lines = ["window.resize " + SIZE, "wait.frames 60"]
    for number, part in enumerate(parts.values()):
        warm = os.path.join(folder, f"before{number}.json")
        lines += ["wait.frames 30", f'window.frames "{warm}"']
        lines += part
        lines.append(f'window.frames "{os.path.join(folder, f"frames{number}.json")}"')
    script = os.path.join(folder, "frames.txt")
    with open(script, "w") as file:
        file.write("\n".join(lines + ["quit"]) + "\n")
    command = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", program, "view", demo, "--script", script]
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
