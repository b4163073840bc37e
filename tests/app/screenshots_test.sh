#!/bin/bash
# Takes pictures of the window in its main states at several sizes and compares them with tests/baselines/window/.
#   usage: screenshots_test.sh PROGRAM     exit status 77: Xvfb, xvfb-run or ImageMagick is missing
# A picture is kept 480 pixels wide and in 64 colours: enough to see what stands where. It differs when more than 2 % of
# its pixels are off by more than 12 % in a channel: a panel, a button or a line of text that moved, not a letter's edge.
# A missing baseline is written and fails once; CHRONOMAP_UPDATE_BASELINES=1 rewrites. Look at it before you commit it.
set -u
program=$(realpath "$1")
baselines=$(dirname "$(realpath "$0")")/../baselines/window
for tool in Xvfb xvfb-run convert compare; do
    command -v "$tool" > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
most_different=0.02
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LIBGL_ALWAYS_SOFTWARE=1
# Nothing that a user's own window remembers comes in.
export XDG_CONFIG_HOME=$folder/config XDG_STATE_HOME=$folder/state XDG_CACHE_HOME=$folder/cache XDG_DATA_HOME=$folder/data
mkdir -p "$baselines"
failures=0

judge() {  # judge NAME: compares $folder/NAME.png with its baseline
    local name=$1 baseline=$baselines/$1.png
    if [ ! -s "$folder/$name.png" ]; then
        echo "FAIL  $name: no picture was taken"
        failures=$((failures + 1))
        return
    fi
    convert "$folder/$name.png" -filter Box -resize 480x +dither -colors 64 -strip PNG8:"$folder/$name.small.png"
    if [ -n "${CHRONOMAP_UPDATE_BASELINES:-}" ]; then
        cp "$folder/$name.small.png" "$baseline"
        echo "wrote $baseline"
        return
    fi
    if [ ! -s "$baseline" ]; then
        cp "$folder/$name.small.png" "$baseline"
        echo "FAIL  $name: the baseline was missing and has been written: $baseline"
        failures=$((failures + 1))
        return
    fi
    local pixels different
    pixels=$(identify -format '%[fx:w*h]' "$baseline")
    different=$(compare -metric AE -fuzz 12% "$baseline" "$folder/$name.small.png" null: 2>&1 | awk '{printf "%d", $1}')
    if awk "BEGIN { exit !($different / $pixels <= $most_different) }"; then
        echo "ok    $name ($different of $pixels pixels differ)"
    else
        cp "$folder/$name.png" "${TMPDIR:-/tmp}/chronomap-$name.actual.png"
        echo "FAIL  $name: $different of $pixels pixels differ; see ${TMPDIR:-/tmp}/chronomap-$name.actual.png"
        failures=$((failures + 1))
    fi
}

take() {  # take NAME SIZE [OPTION...]: the main states in a window of that size
    local name=$1 size=$2
    shift 2
    cat > "$folder/script" << SCRIPT
window.animate off
window.resize $size
time.set 1993
event.select next
wait.frames 6
window.screenshot $folder/$name-map.png
panel.show story
wait.frames 30
window.screenshot $folder/$name-story.png
panel.show events
panel.show article
table.show on
table.sort place
time.set all
wait.frames 6
window.screenshot $folder/$name-table.png
table.show off
style.set dark
dialog.show export
wait.frames 6
window.screenshot $folder/$name-export.png
dialog.show none
file.close
wait.frames 6
window.screenshot $folder/$name-empty.png
quit
SCRIPT
    xvfb-run -a -s "-screen 0 ${size}x24" "$program" view "$@" --script "$folder/script" > "$folder/log" 2>&1 ||
        { cat "$folder/log"; failures=$((failures + 1)); }
    for state in map story table export empty; do judge "$name-$state"; done
}

take 1024x700 1024x700
take 1920x1080 1920x1080
take 3840x2160 3840x2160
take twice 1920x1080 --ui-scale 2
exit $((failures > 0))
