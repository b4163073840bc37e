#!/bin/bash
# Takes the README's pictures again, with the program itself; the window's under Xvfb.
#   usage: assets/screenshots/retake.sh PROGRAM        from the project's root
set -euo pipefail
program=$(realpath "$1")
out=assets/screenshots
article=assets/demo/karabakh_road.txt

snapshot() { # NAME OPTION...
    "$program" snapshot "$article" "${@:2}" -o "$out/$1.png" 2> /dev/null
}
snapshot demo-1993 --date 1993 --size 1280x800
snapshot demo-2020 --date 2020 --size 1280x800 --style dark
snapshot demo-1988 --date 1988 --size 1600x900
snapshot demo-2023-dual --date 2023 --names dual --size 1280x800
snapshot compare-1993-2020 --compare 1993,2020 --size 1600x1000

script=$(mktemp)
trap 'rm -f "$script"' EXIT
cat > "$script" << END
wait.frames 5
window.resize 1600x900
wait.frames 20
time.set 2020
wait.frames 30
event.select next
event.select next
wait.frames 60
window.screenshot $out/window.png
event.select none
time.mode window
time.set 1988-1994
wait.frames 30
window.screenshot $out/timeline.png
time.mode instant
time.set 2020
window.resize 1280x800
panel.show story
story.go 2
wait.frames 60
window.screenshot $out/story.png
dialog.show export
wait.frames 30
window.screenshot $out/export.png
quit
END
timeout 120 xvfb-run -a -s '-screen 0 1600x900x24' "$program" view --script "$script" "$article"
mogrify -gravity south -crop 1600x190+0+0 +repage "$out/timeline.png"
