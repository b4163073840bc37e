#!/bin/bash
# Drives the real window under Xvfb: by script, by keys, by mouse, by resizing. Checks what it shows by the JSON of
# state.dump and by its pictures.
#   usage: window_test.sh PROGRAM        exit status 77: Xvfb, xdotool or ImageMagick is missing
set -u
program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
for tool in Xvfb xdotool identify jq; do
    command -v "$tool" > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

folder=$(mktemp -d)
display_pid=
window_pid=
cleanup() {
    [ -n "$window_pid" ] && kill "$window_pid" 2> /dev/null
    [ -n "$display_pid" ] && kill "$display_pid" 2> /dev/null
    rm -rf "$folder"
}
trap cleanup EXIT
cd "$folder" || exit 1

# Xvfb picks a free display and writes its number.
Xvfb -displayfd 5 -screen 0 1600x1000x24 -nolisten tcp 5> display 2> /dev/null &
display_pid=$!
# Nothing here counts on a time that something takes: what is waited for is looked at until it is there. A minute is
# more than a busy machine needs; a window that is gone is not waited for.
wait_until() {  # wait_until COMMAND...
    for _ in $(seq 1200); do
        "$@" > /dev/null 2>&1 && return
        [ -z "$window_pid" ] || kill -0 "$window_pid" 2> /dev/null || return
        sleep 0.05
    done
}
wait_until test -s display
export DISPLAY=:$(cat display)
export LIBGL_ALWAYS_SOFTWARE=1
export XDG_CONFIG_HOME=$folder/config
mkdir -p config/chronomap
echo '{ "keys": { "Alt+x": "timeline.last" } }' > config/chronomap/settings.json

failures=0
check() {  # check WHAT COMMAND...: the command must succeed
    local what=$1
    shift
    if "$@" > /dev/null 2>&1; then echo "ok    $what"; else echo "FAIL  $what"; failures=$((failures + 1)); fi
}
value() { jq -r "$2" "$1"; }                     # value FILE FILTER
is() { [ "$(value "$1" "$2")" = "$3" ]; }        # is FILE FILTER EXPECTED
differs() { [ "$(value "$1" "$3")" != "$(value "$2" "$3")" ]; }
colours() { identify -format %k "$1"; }
more_colours_than() { [ "$(colours "$1")" -gt "$2" ]; }
same_pixels() { [ -s "$1" ] && [ -s "$2" ] && [ "$(identify -format %# "$1")" = "$(identify -format %# "$2")" ]; }
differ_in_pixels() { [ -s "$1" ] && [ -s "$2" ] && ! same_pixels "$1" "$2"; }

cat > story.txt << 'STORY'
AGHDAM, Azerbaijan, September 1, 2023 - People came back to see the town.

In 1922 a market was held in Lachin. In 1993 Aghdam was captured after heavy fighting, and most people fled from Aghdam.
In November 2020 Aghdam was returned under an agreement. Nobody remembers when Khojaly had a theatre.
STORY

# --- by script ---------------------------------------------------------------------------------------------------
cat > by_script << 'SCRIPT'
# every step waits for the one before
window.animate off
time.set 1993
state.dump 1993.json
window.furniture full
wait.frames 4
window.map shown.png
window.screenshot window.png
export.snapshot exported.png
export.snapshot large.png 1920x1080
export.snapshot page.jpg A6 150dpi world-file
export.snapshot map.svg
export.snapshot film.mp4 each=year from=1990 to=1994 321x241
export.snapshot stops.png each=stop 320x240
export.snapshot atlas.pdf each=stop 640x480
export.snapshot two.png compare=1993,2020 900x600 no-paths
timeline.last
state.dump last.json
event.select previous
state.dump selected.json
time.set all
state.dump all.json
quit
SCRIPT
check "a script runs to its end" timeout 120 "$program" view story.txt --script by_script --size 1280x800
check "the date is what the script set" is 1993.json .date 1993
check "the events of 1993 are shown" is 1993.json '[.shown[].edtf[0:4]] | unique | join(",")' 1993
check "the last stop is a later one" differs 1993.json last.json .date
check "an event is selected" is selected.json '.selected | length > 0' true
check "shown and left over are counted" is all.json '.counts | test("^[0-9]+ of [0-9]+ shown, [0-9]+ undated, [0-9]+ unplaced$")' true
check "all dates show all events" is all.json '(.shown | length) == .events' true
check "the window is not blank" more_colours_than window.png 200
check "the map is not blank" more_colours_than shown.png 50
check "the export is the screen, pixel for pixel" same_pixels exported.png shown.png
check "an export has the size asked for" [ "$(identify -format %wx%h large.png)" = 1920x1080 ]
check "a page has the pixels of its paper" [ "$(identify -format %wx%h page.jpg)" = 620x874 ]
check "and a world file beside it" test -s page.jgw -a -s page.prj
check "a vector picture is written" grep -q '</svg>' map.svg
check "a film is written, of a size that it can have" \
    sh -c "ffprobe -v error -select_streams v -count_frames -show_entries stream=width,height,nb_read_frames -of csv=p=0 film.mp4 | grep -qx 320,240,5"
check "a picture for each stop, and an index" sh -c 'ls stops-1922.png stops-1993.png stops-2020.png && grep -q stops-1993.png stops.html'
check "an atlas has a page for each stop and more" [ "$(grep -ac '/Type /Page$\|/Type /Page ' atlas.pdf)" -ge 3 ]
check "two dates stand on one sheet" [ "$(identify -format %wx%h two.png)" = 900x600 ]
check "a picture says of itself no more than asked for" sh -c 'grep -aq "\"path\":\"story.txt\"" two.png'

# --- a picture is opened -----------------------------------------------------------------------------------------
cat > again << 'SCRIPT'
window.animate off
window.furniture full
wait.frames 4
state.dump again.json
window.map again.png
quit
SCRIPT
check "a picture can be opened" timeout 120 "$program" view exported.png --script again --size 1280x800
check "it shows its date again" is again.json .date 1993
check "and the same map, pixel for pixel" same_pixels exported.png again.png
mkdir moved && mv story.txt moved/
check "a picture whose article is gone opens" timeout 120 "$program" view exported.png --script again --size 1280x800
check "and says what is missing" sh -c "jq -r '.messages[]' again.json | grep -q 'missing: .*story.txt'"
echo "In 1993 Aghdam was captured." > story.txt
check "a picture whose article was changed opens" timeout 120 "$program" view exported.png --script again
check "and says so" sh -c "jq -r '.messages[]' again.json | grep -q 'Changed since the picture was made: .*story.txt'"
check "with what the article says now" is again.json .events 1
mv moved/story.txt . && rmdir moved

# --- errors ------------------------------------------------------------------------------------------------------
printf 'time.set 1993\ntime.set someday\n' > broken
check "a script that fails names file and line" \
    sh -c "timeout 120 '$program' view story.txt --script broken 2>&1 | grep -q 'broken:2: '"
check "without a display one clear error names the remedy" \
    sh -c "DISPLAY= WAYLAND_DISPLAY= '$program' view story.txt 2>&1 | grep -q 'chronomap snapshot'"

# --- by keys and mouse -------------------------------------------------------------------------------------------
# The script holds still at each wait.file while xdotool acts, then writes down what the window shows: wait.frames lets
# it take up first all that came in.
{
    echo "window.animate off"
    echo "timeline.first"
    for step in ready right unit own control zoomed dragged typed clicked table walked boxed resized help; do
        echo "wait.file go-$step"
        echo "wait.frames 4"
        echo "state.dump $step.json"
    done
    echo "window.screenshot small.png"
    echo "quit"
} > by_hand
"$program" view story.txt --script by_hand --size 1280x800 &
window_pid=$!
find_window() { window=$(timeout 60 xdotool search --sync --onlyvisible --class chronomap | head -1); }
step() {  # step NAME: lets the script write NAME.json, and waits for it
    touch "go-$1"
    wait_until jq -e . "$1.json"
}
find_window
xdotool windowmove --sync "$window" 0 0 windowfocus --sync "$window"
step ready
xdotool key Right
step right
xdotool key u key u key u key shift+Right
step unit
xdotool key alt+x
step own
xdotool key ctrl+Right
step control
xdotool mousemove 420 300 click 4 click 4
step zoomed
xdotool mousemove 420 300 mousedown 1 mousemove 480 340 mousemove 520 360 mouseup 1
step dragged
timeline_top=$((800 - 136))
xdotool mousemove 180 $((timeline_top + 24)) click 1
xdotool key ctrl+a type 1993
xdotool key Return
step typed
xdotool mousemove 150 170 click 1
step clicked
xdotool key a l
step table
xdotool key Down Down
step walked
# A box drawn around most of the map keeps the events in it, and is told.
xdotool key l b mousemove 330 90 mousedown 1 mousemove 500 300 mousemove 840 560 mouseup 1
step boxed
xdotool windowsize --sync "$window" 900 640
step resized
xdotool key question
step help
wait "$window_pid"
status=$?
window_pid=
check "the window closes with status 0" [ "$status" = 0 ]
check "Right goes to the next stop" differs ready.json right.json .date
check "U chooses the step, Shift+Right makes ten of them" sh -c "[ \"\$(jq -r .step unit.json)\" = year ] &&
    [ \"\$(jq -r .date unit.json)\" -eq \$((\$(jq -r .date right.json) + 10)) ]"
check "a key of the settings file runs its command" is own.json .date 2020
check "Ctrl+Right selects an event" is control.json '.selected | length > 0' true
check "the wheel zooms in" [ "$(jq -n --slurpfile a control.json --slurpfile b zoomed.json \
    '$b[0].view.metres_per_px < $a[0].view.metres_per_px')" = true ]
check "dragging pans" differs zoomed.json dragged.json '.view.centre | join(" ")'
check "dragging does not zoom" is dragged.json .view.metres_per_px "$(value zoomed.json .view.metres_per_px)"
check "a date can be typed" is typed.json .date 1993
check "a click on a row of the list selects its event" is clicked.json '.selected as $s | [.shown[].id] | index($s) != null' true
check "L opens the table" is table.json '.panels | index("table") != null' true
check "Down walks from row to row" differs table.json walked.json .selected
check "a box drawn by the mouse filters events" is boxed.json '.filter | startswith("in the box")' true
check "and the tool is put down" is boxed.json .tool none
check "the map takes the size that is left" is resized.json '.view.size_px[0] < 900 and .view.size_px[1] < 640' true
check "the question mark opens help" is help.json .dialog help
check "a small window is not blank" more_colours_than small.png 150

# --- what was read is corrected by the mouse -----------------------------------------------------------------------
{
    echo "window.animate off"
    echo "time.set all"
    echo "panel.size source 420"
    steps="card_opened dated read verified changing placed undone marked added marked_again picking picked"
    for step in $steps; do
        echo "wait.file go-$step"
        echo "wait.frames 6"
        echo "state.dump $step.json"
    done
    echo "file.save corrected.chronomap.gpkg"
    echo "wait.file corrected.chronomap.gpkg"
    echo "quit"
} > correcting
"$program" view story.txt --script correcting --size 1280x800 &
window_pid=$!
find_window
xdotool windowmove --sync "$window" 0 0 windowfocus --sync "$window"
step card_opened
xdotool mousemove 930 227 click 1      # "1922" in the article
step dated
xdotool mousemove 1095 227 click 1     # "Lachin" in the article
step read
xdotool mousemove 940 366 click 1      # Verified, on the card
step verified
xdotool mousemove 1241 466 click 1     # Change, of its place
step changing
xdotool mousemove 980 608 click 1      # the third candidate
step placed
xdotool key ctrl+z
step undone
mark_words() { xdotool mousemove 1128 227 mousedown 1 mousemove 1180 232 mousemove 1090 253 mouseup 1; }
mark_words                             # "In 1993 Aghdam was captured after heavy fighting"
step marked
xdotool mousemove 975 512 click 1      # Add
step added
mark_words
step marked_again
xdotool mousemove 1090 512 click 1     # Add with a click on the map
step picking
xdotool mousemove 480 500 click 1
step picked
wait "$window_pid"
window_pid=
place_of_1922='.shown[] | select(.edtf == "1922") | .place'
check "a click on a date in the article shows it" is dated.json .date 1922
check "a click on a place selects the event that is told of it" is read.json '.selected | length > 0' true
check "the card marks an event as verified" is verified.json '.shown[] | select(.edtf == "1922") | .verdict' verified
check "a candidate on the card places the event there" differs verified.json placed.json "$place_of_1922"
check "Ctrl+Z takes it back" is undone.json "$place_of_1922" "$(value verified.json "$place_of_1922")"
check "words marked in the article become an event of what is read in them" \
    is added.json '[.shown[] | select(.edtf == "1993" and .place == "Aghdam")] | length' 2
check "a click on the map is waited for" is picking.json '.picking[0]' event.add
check "and places an event" is picked.json '[(.shown | length), (.picking | length)] | join(" ")' "3 0"

events_of() { "$program" extract corrected.chronomap.gpkg "${@:2}" 2> /dev/null | jq -r "$1"; }
check "extract writes a project's events as corrected" \
    [ "$(events_of '[(.events | length), ([.events[].user.verdict // empty] | join(" "))] | join(" ")')" = "5 verified" ]
check "and as they were read where that is asked for" \
    [ "$(events_of '[(.events | length), ([.events[].user // empty] | length)] | join(" ")' --as-extracted)" = "3 0" ]
if command -v ogrinfo > /dev/null; then
    check "other programs find the corrected events in a layer" \
        sh -c "ogrinfo -so corrected.chronomap.gpkg corrected_events | grep -q 'Feature Count: 3'"
fi

# --- the search is walked through by keys --------------------------------------------------------------------------
{
    echo "window.animate off"
    echo "time.set all"
    for step in unsearched searched_for found_second given_up larger smaller as_usual; do
        echo "wait.file go-$step"
        echo "wait.frames 6"
        echo "state.dump $step.json"
    done
    echo "quit"
} > by_searching
"$program" view story.txt --script by_searching --size 1280x800 &
window_pid=$!
find_window
xdotool windowfocus --sync "$window"
step unsearched
xdotool key slash
xdotool type aghdam
step searched_for
xdotool key Down Return
step found_second
xdotool key slash
xdotool type lachin
xdotool key Escape
step given_up
xdotool key ctrl+plus
step larger
xdotool key ctrl+minus ctrl+minus ctrl+minus ctrl+minus
step smaller
xdotool key ctrl+0
step as_usual
wait "$window_pid"
window_pid=
check "the search tells results while one types" is searched_for.json '.found | length > 2' true
check "Down and Enter go to the second" is found_second.json \
    '.selected as $s | [.shown[] | select(.place == "Aghdam") | .id] | index($s)' 1
check "and end the search" is found_second.json .search ""
check "Ctrl with plus, minus and 0 scales text and buttons" \
    [ "$(value larger.json .ui_scale) $(value smaller.json .ui_scale) $(value as_usual.json '.ui_scale == 1')" = "1.25 0.5 true" ]
check "Escape ends a search and keeps the selection" is given_up.json '[.search, .selected] | join(" ")' \
    " $(value found_second.json .selected)"

# --- rows of the table are picked by the mouse and judged together ------------------------------------------------
{
    echo "window.animate off"
    echo "time.set all"
    echo "table.show"
    for step in listed_rows picked_rows judged_rows; do
        echo "wait.file go-$step"
        echo "wait.frames 6"
        echo "state.dump $step.json"
    done
    echo "quit"
} > by_picking
"$program" view story.txt --script by_picking --size 1280x800 &
window_pid=$!
find_window
xdotool windowmove --sync "$window" 0 0 windowfocus --sync "$window"
step listed_rows
first=$((800 - 136 - 250 + 87))        # the middle of the first row: below the table's head and headings
xdotool mousemove 240 $first click 1
xdotool keydown ctrl mousemove 240 $((first + 48)) click 1 keyup ctrl
step picked_rows
xdotool mousemove 240 $((first + 48)) click 3
xdotool mousemove 290 $((first + 48 + 74)) click 1    # Verified
step judged_rows
wait "$window_pid"
window_pid=
check "Ctrl+click picks another row" is picked_rows.json '.table.picked | length' 2
check "and what the right button offers is done with all of them" \
    is judged_rows.json '[.shown[] | select(.verdict == "verified")] | length' 2
check "the table has a column for verdicts then" is judged_rows.json '.table.columns | index("verdict") != null' true

# --- the timeline by mouse ----------------------------------------------------------------------------------------
# All years alike, 11.6 pixels each, from 1919 at x = 30; the bars stand on y = 767.
{
    echo "window.animate off"
    echo "timeline.scale even"
    echo "time.mode window"
    echo "time.set 1960-1970"
    for step in framed widened brushed wheeled panned refitted renamed named_back; do
        echo "wait.file go-$step"
        echo "wait.frames 4"
        echo "state.dump $step.json"
    done
    echo "quit"
} > by_mouse
"$program" view story.txt --script by_mouse --size 1280x800 &
window_pid=$!
find_window
xdotool windowmove --sync "$window" 0 0 windowfocus --sync "$window"
step framed
xdotool mousemove 634 755 mousedown 1 mousemove 700 755 mousemove 744 755 mouseup 1
step widened
xdotool mousemove 200 755 mousedown 1 mousemove 250 755 mousemove 300 755 mouseup 1
step brushed
xdotool mousemove 700 755 click 4 click 4 click 4
step wheeled
xdotool mousemove 700 790 mousedown 1 mousemove 650 790 mousemove 600 790 mouseup 1
step panned
xdotool click --repeat 2 --delay 60 1
step refitted
# A stop's menu has its name on top.
xdotool mousemove 896 716 click 3
xdotool mousemove 980 661 click 1 type "The fall"
xdotool key Return Escape
step renamed
xdotool key ctrl+z
step named_back
wait "$window_pid"
status=$?
window_pid=
check "the window closes with status 0 after the timeline" [ "$status" = 0 ]
check "an end of the window is dragged" is widened.json .date 1960/1980
check "a window is drawn over the bars" is brushed.json .date 1933/1942
check "the wheel zooms the timeline" is wheeled.json '.timeline.shown | test("/")' true
check "dragging the years pans it" differs wheeled.json panned.json .timeline.shown
check "a double click shows all of it" is refitted.json .timeline.shown all
check "a stop is named in its menu" is renamed.json '.stops | index("The fall") != null' true
check "and its name is undone" is named_back.json '.stops | join(",")' "$(value refitted.json '.stops | join(",")')"

# --- a style that is edited while the window shows it --------------------------------------------------------------
echo '{ "land": "#ff0000" }' > own.json
cat > by_editing << 'SCRIPT'
window.animate off
wait.frames 4
window.map red.png
state.dump styled.json
wait.file go-green
wait.frames 4
window.map green.png
wait.file go-broken
wait.frames 4
window.map kept.png
state.dump broken.json
style.set dark
wait.frames 4
window.map dark.png
quit
SCRIPT
"$program" view story.txt --script by_editing --style ./own.json --size 900x640 &
window_pid=$!
wait_until test -s styled.json
echo '{ "land": "#00ff00" }' > own.json
touch go-green
wait_until test -s green.png
echo '{ "land": ' > own.json
touch go-broken
wait "$window_pid"
status=$?
window_pid=
check "the window closes with status 0 after its style was broken" [ "$status" = 0 ]
check "a style file is shown" is styled.json .style own
check "a style file that was edited is read again" differ_in_pixels red.png green.png
check "a style file with a mistake leaves the map as it was" same_pixels green.png kept.png
check "the mistake is told once, with its file" is broken.json '[.messages[] | select(test("own.json"))] | length' 1
check "style.set changes the map" differ_in_pixels kept.png dark.png

printf 'wait.frames 2\nstate.dump up.json\n' > up
"$program" view --empty --script up &
window_pid=$!
wait_until jq -e . up.json
kill -INT "$window_pid"
wait "$window_pid"
status=$?
window_pid=
check "Ctrl-C in the terminal closes the window in good order" [ "$status" = 0 ]

# --- the first start, with nothing remembered, and the second -----------------------------------------------------
printf 'window.animate off\nwait.frames 4\nstate.dump %s.json\nwindow.screenshot %s.png\nwait.frames 1\nquit\n' \
    first_start first_start > first
sed s/first_start/second_start/ first > second
sed s/first_start/empty_start/ first > third
for start in first second "third --empty"; do
    XDG_CONFIG_HOME=$folder/home/config XDG_STATE_HOME=$folder/home/state \
        "$program" view --remember --size 900x640 --script $start &
    window_pid=$!
    wait "$window_pid"
    window_pid=
done
welcomes() { value "$1" '[.messages[] | select(startswith("Welcome"))] | length'; }
check "the first start welcomes to the demo" [ "$(welcomes first_start.json) $(value first_start.json .article)" = "1 karabakh_road" ]
check "what was shown then is remembered" test -s home/state/chronomap/window.json
check "the second start has no welcome any more" [ "$(welcomes second_start.json) $(value second_start.json .article)" = "0 karabakh_road" ]
check "nor its bar" differ_in_pixels first_start.png second_start.png
check "a window without articles says how to begin" differ_in_pixels second_start.png empty_start.png
check "and has no article" is empty_start.json '.articles | length' 0

# --- a story is presented ----------------------------------------------------------------------------------------
cat > walk.story.json << 'STORY'
{"program": "chronomap", "kind": "story", "format": 1, "title": "A walk",
 "steps": [{"title": "First", "text": "# Markdown\n\nIt was *quiet*.", "notes": "Ask them.", "date": "1922", "mode": "instant"},
           {"title": "Second", "date": "1993", "mode": "instant"},
           {"title": "Third", "date": "2020", "mode": "until"}]}
STORY
{
    echo "window.animate off"
    for step in opened began next back third dark light noted ended; do
        echo "wait.file go-$step"
        echo "wait.frames 4"
        echo "window.screenshot $step.png"
        echo "state.dump $step.json"
    done
    echo "quit"
} > presenting
"$program" view story.txt walk.story.json --script presenting --size 900x640 &
window_pid=$!
find_window
xdotool windowfocus --sync "$window"
step opened
xdotool key F5
step began
for press in next:Next back:Prior third:3 dark:b light:b noted:n ended:Escape; do
    xdotool key "${press#*:}"
    step "${press%:*}"
done
wait "$window_pid"
status=$?
window_pid=
check "the window closes with status 0 after a presentation" [ "$status" = 0 ]
check "F5 presents the story from its first step" is began.json '.story | [.presenting, .step] | join(" ")' "true 1"
check "on the whole screen" [ "$(identify -format %wx%h began.png)" = 1600x1000 ]
check "PageDown shows the next step" is next.json '[.story.step, .date] | join(" ")' "2 1993"
check "PageUp the one before" is back.json '[.story.step, .date] | join(" ")' "1 1922"
check "a digit its step" is third.json '[.story.step, .date, .mode] | join(" ")' "3 2020 until"
check "B makes the screen black" [ "$(colours dark.png)" = 1 ]
check "and shows it again" more_colours_than light.png 100
check "N shows the notes" differ_in_pixels light.png noted.png
check "Escape ends it in a window of the size before" sh -c \
    "[ \"$(identify -format %wx%h ended.png)\" = 900x640 ] && jq -e '.story.presenting == false' ended.json"

# --- steps are put in order and named in the panel ---------------------------------------------------------------------
{
    echo "window.animate off"
    echo "panel.show story"
    for step in listed moved named; do
        echo "wait.file go-$step"
        echo "wait.frames 6"
        echo "state.dump $step.json"
    done
    echo "quit"
} > by_dragging
"$program" view story.txt walk.story.json --script by_dragging --size 1280x800 &
window_pid=$!
find_window
xdotool windowmove --sync "$window" 0 0 windowfocus --sync "$window"
step listed
row=$((66 + 2))
first_row=215
xdotool mousemove 160 $first_row mousedown 1 mousemove 160 $((first_row + 40)) \
    mousemove 160 $((first_row + 2 * row)) mouseup 1
step moved
xdotool mousemove 220 $first_row click 1 click 1
xdotool key ctrl+a type Renamed
xdotool key Return
step named
wait "$window_pid"
window_pid=
check "a step that is dragged goes where it is let go" is moved.json '[.story.steps[].title] | join(",")' Second,Third,First
check "a double click on a step names it in place" is named.json '[.story.steps[].title] | join(",")' Renamed,Third,First

# --- clipboard -----------------------------------------------------------------------------------------------------
{
    echo "window.animate off"
    for step in begun pasted again_pasted cited copied blank; do
        echo "wait.file go-$step"
        echo "wait.frames 4"
        echo "state.dump $step.json"
    done
    echo "quit"
} > by_clipboard
if command -v xclip > /dev/null; then
    from_clipboard() { xclip -selection clipboard -o "$@" 2> /dev/null; }
    to_clipboard() { xclip -selection clipboard -i > /dev/null 2>&1; }
    "$program" view --empty --script by_clipboard --size 900x640 &
    window_pid=$!
    find_window
    xdotool windowfocus --sync "$window"
    step begun
    printf 'The road to Ղարաբաղ\n\nIn 1993 Aghdam was captured after heavy fighting.\n' | to_clipboard
    xdotool key ctrl+v
    step pasted
    echo "file://$folder/story.txt" | to_clipboard
    xdotool key ctrl+v
    step again_pasted
    xdotool key Home ctrl+Right ctrl+c
    step cited
    from_clipboard > cited.txt
    xdotool key ctrl+shift+c
    step copied
    from_clipboard -t image/png > copied.png
    printf ' ' | to_clipboard
    xdotool key ctrl+v
    step blank
    wait "$window_pid"
    status=$?
    window_pid=
    check "the window closes with status 0 after the clipboard" [ "$status" = 0 ]
    check "Ctrl+V reads the text on the clipboard as an article" is pasted.json '.articles | join(",")' pasted-1
    check "and finds its events" is pasted.json '.shown[0].quote' "In 1993 Aghdam was captured after heavy fighting."
    check "a path on the clipboard is opened" is again_pasted.json '.articles | join(",")' "pasted-1,story"
    check "Ctrl+C copies the event as a citation" grep -q '^“.*” — .*' cited.txt
    check "of the event that is selected" sh -c "grep -qF \"\$(jq -r '.selected as \$s | .shown[] | select(.id == \$s) | .quote' cited.json)\" cited.txt"
    check "Ctrl+Shift+C copies the map as a picture" more_colours_than copied.png 50
    check "as large as in the window" [ "$(identify -format %w copied.png)" = "$(value copied.json '.view.size_px[0]')" ]
    check "a clipboard without text is told in words" sh -c "jq -r '.messages[-1]' blank.json | grep -q 'clipboard holds no text'"
else
    echo "skipped: xclip is not installed"
fi

# --- files are dropped, whatever they are called --------------------------------------------------------------------
mkdir -p "Ağdam və Şuşa"
cp story.txt "Ağdam və Şuşa/Արցախի լուրեր.txt"
echo "In 1922 a market was held in Lachin." > "Хроника событий, 50% больше.txt"
{
    echo "window.animate off"
    for step in empty dropped; do
        echo "wait.file go-$step"
        echo "wait.frames 4"
        echo "state.dump $step.json"
    done
    echo "quit"
} > by_dropping
"$program" view --empty --script by_dropping --size 900x640 &
window_pid=$!
find_window
xdotool windowmove --sync "$window" 0 0 windowfocus --sync "$window"
step empty
"$here/drop_files.py" "$window" 300 300 "Ağdam və Şuşa/Արցախի լուրեր.txt" "Хроника событий, 50% больше.txt"
dropped=$?
step dropped
wait "$window_pid"
window_pid=
if [ "$dropped" = 77 ]; then
    echo "skipped: python3-xlib is not installed"
else
    check "the window takes a drop" [ "$dropped" = 0 ]
    check "files that are dropped are opened, whatever their names" \
        is dropped.json '.articles | sort | join("|")' "Хроника событий, 50% больше|Արցախի լուրեր"
fi

# --- a large picture is stopped ----------------------------------------------------------------------------------
printf 'wait.frames 4\nexport.snapshot huge.png 30000x30000\nwait.frames 4\nquit\n' > huge
"$program" view story.txt --script huge > out 2> err &
window_pid=$!
wait_until sh -c 'ls .chronomap-*'
kill -INT "$window_pid"
wait "$window_pid"
status=$?
window_pid=
check "Ctrl-C while a large picture is written closes the window in good order" [ "$status" -lt 2 ]
check "and leaves neither the picture nor a part of it" test -z "$(find . -name '.chronomap-*' -o -name huge.png)"

[ "$failures" = 0 ] || { echo "$failures checks failed"; exit 1; }
