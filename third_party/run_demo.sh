#!/bin/bash
# Opens the demo in the window; where there is no display, writes its pictures instead and says where they are.
#   usage: third_party/run_demo.sh PROGRAM
set -euo pipefail
program=$1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$program" view
fi
echo "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): the demo's pictures instead of its window." >&2
demo=$root/assets/demo/karabakh_road.txt
mkdir -p "$root/out"
exec "$program" snapshot "$demo" --each-stop --size 1920x1080 -o "$root/out/demo.png"
