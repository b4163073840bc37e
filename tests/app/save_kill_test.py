#!/usr/bin/env python3
"""Kills the program at random moments while it writes a project over another one, 200 times, and reads what is left
with the program and with ogrinfo: it must be the old project or the new one, whole.

usage: save_kill_test.py PROGRAM [KILLS [SEED]]      exit status 77: ogrinfo is missing
"""
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

program = os.path.realpath(sys.argv[1])
kills = int(sys.argv[2]) if len(sys.argv) > 2 else 200
seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10**6)
if shutil.which("ogrinfo") is None:
    print("skipped: ogrinfo is not installed")
    sys.exit(77)


def run(*words):
    return subprocess.run(words, capture_output=True, check=False)


def extract(path):
    done = run(program, "extract", path)
    assert done.returncode == 0, f"{path} does not open: {done.stderr.decode()}"
    return done.stdout


def layers(path):
    """The tables and how many rows each has, as a GIS program sees them."""
    done = run("ogrinfo", "-ro", "-so", "-al", path)
    assert done.returncode == 0, f"ogrinfo cannot open {path}: {done.stderr.decode()}"
    return [line for line in done.stdout.decode().splitlines() if line.startswith(("Layer name", "Feature Count"))]


def main():
    print(f"seed {seed}")
    dice = random.Random(seed)
    for number, sentence in enumerate(["Shusha was captured in May 1992.", "Aghdam fell on 23 July 1993."]):
        with open(f"{number}.txt", "w", encoding="utf-8") as file:
            file.write(f"{sentence}\n\n" + f"Nobody spoke of the year {1900 + number} any more. " * 40)
        assert run(program, "extract", f"{number}.txt", "-o", f"{number}.chronomap.gpkg").returncode == 0
    sources = ["0.chronomap.gpkg", "1.chronomap.gpkg"]
    texts = [extract(path) for path in sources]
    tables = [layers(path) for path in sources]
    assert texts[0] != texts[1]

    saved = os.path.join("folder", "Карабах 1.chronomap.gpkg")
    os.mkdir("folder")
    shutil.copy(sources[0], saved)
    began = time.monotonic()
    assert run(program, "extract", sources[1], "-o", saved).returncode == 0
    whole_s = time.monotonic() - began
    state = 1
    outcome = {"old": 0, "new": 0}
    for _ in range(kills):
        target = 1 - state
        process = subprocess.Popen([program, "extract", sources[target], "-o", saved])
        # The first part of a run only starts the program: most kills fall into the writing and just after it.
        time.sleep(dice.uniform(0.1, 1.1) * whole_s)
        process.kill()
        process.wait()
        left = extract(saved)
        assert left in texts, "what is left is neither the old project nor the new one"
        found = texts.index(left)
        assert layers(saved) == tables[found], "a GIS program sees other rows than the program"
        outcome["new" if found == target else "old"] += 1
        state = found
        for name in os.listdir("folder"):  # what a killed program could not take away
            if name.startswith(".chronomap-"):
                os.remove(os.path.join("folder", name))
    print(f"{kills} kills in writings of {whole_s:.2f} s: {outcome['old']} left the old project, "
          f"{outcome['new']} the new one, none a broken one")
    assert min(outcome.values()) > 0, "all kills came too early or too late to tell anything"


folder = tempfile.mkdtemp()
try:
    os.chdir(folder)
    main()
finally:
    shutil.rmtree(folder)
