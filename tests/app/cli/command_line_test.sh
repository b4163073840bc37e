#!/bin/bash
# Runs the command line as a process: exit statuses, what is delivered beside what fails, standard input, all formats.
#   usage: command_line_test.sh PROGRAM        exit status 77: jq is missing
set -u
program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
command -v jq > /dev/null || { echo "skipped: jq is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1

failures=0
check() {  # check WHAT COMMAND...: the command must succeed
    local what=$1
    shift
    if "$@" > /dev/null 2>&1; then echo "ok    $what"; else echo "FAIL  $what"; failures=$((failures + 1)); fi
}
# ends STATUS ARGUMENT...: the program ends with STATUS; its output lies in out and err
ends() { local wanted=$1; shift; "$program" "$@" > out 2> err < "${input:-/dev/null}"; [ $? -eq "$wanted" ]; }
says() { grep -qF -- "$1" err; }
gives() { [ "$(jq -rs "$1" out)" = "$2" ]; }     # gives FILTER EXPECTED: over all lines of the output

# soon COMMAND...: waits until the command succeeds, half a minute at most
soon() { for _ in $(seq 150); do "$@" 2> /dev/null && return; sleep 0.2; done; }
begun() { [ -n "$(find "$1" -name '.chronomap-*')" ]; }    # begun FOLDER: a file is being written there

echo "Shusha was captured in May 1992." > story.txt
cat > rows.jsonl << 'ROWS'
{"id":"first","title":"","published":"2023-09-01","text":"Aghdam was captured in 1993."}
this is no JSON
{"id":"last","title":"","published":null,"text":"Shusha was captured in May 1992."}
ROWS

# --- wrong usage -------------------------------------------------------------------------------------------------
check "help is no error" ends 0 --help
check "each subcommand has help" ends 0 extract --help
check "the version is no error" ends 0 --version
check "an unknown option is wrong usage" ends 2 extract --nonsense story.txt
check "no input is wrong usage" ends 2 extract
check "an unknown format is wrong usage" ends 2 extract story.txt --format xlsx
check "a date that is no day is wrong usage" ends 2 extract story.txt --published someday
check "a word that is neither file nor subcommand is wrong usage" ends 2 nonsense

# --- what fails does not void the rest ---------------------------------------------------------------------------
check "an article is read" ends 0 extract story.txt
check "its event has place and date" gives '.[0].events[0] | .place.name + " " + .edtf' "Shusha 1992-05"
check "a missing file fails" ends 1 extract missing.txt story.txt
check "it is named on standard error" says "chronomap: error: missing.txt"
check "the other article is delivered" gives '[.[].id] | join(" ")' "story"
check "a broken line fails" ends 1 extract rows.jsonl
check "it is named by file and line" says "chronomap: error: rows.jsonl:2:"
check "the lines around it are delivered in order" gives '[.[].id] | join(" ")' "first last"

# --- standard input ----------------------------------------------------------------------------------------------
input=story.txt
check "an article comes by standard input" ends 0 extract -
check "its event is found" gives '.[0].events | length' "1"
input=rows.jsonl
check "rows come by standard input" ends 1 extract -
check "all good rows are delivered" gives 'length' "2"
input=

# --- files -------------------------------------------------------------------------------------------------------
# Several jobs give what one gives, in its order; the broken line is told by its number all the same.
seq 1 300 | sed 's/.*/{"id":"row &","title":"","published":null,"text":"Aghdam was captured in 1993. It rained & days."}/' \
    | sed '200s/.*/not a row/' > many.jsonl
"$program" extract many.jsonl > one_job.jsonl 2> /dev/null
check "several jobs end as one does" ends 1 extract --jobs 4 many.jsonl
check "they name the broken line" says "chronomap: error: many.jsonl:200:"
check "they write the same lines in the same order" cmp out one_job.jsonl
check "those are all but the broken one" test "$(wc -l < out)" -eq 299

# A pipe that says nothing does not keep Ctrl-C waiting.
quiet() {
    mkfifo pipe
    sleep 30 > pipe &
    local writer=$!
    (trap - INT; exec "$program" extract - < pipe > out 2> err) &
    local reader=$!
    sleep 0.5
    kill -INT "$reader"
    local ended=1
    for _ in $(seq 50); do kill -0 "$reader" 2> /dev/null || { ended=0; break; }; sleep 0.1; done
    kill "$writer" "$reader" 2> /dev/null
    return $ended
}
check "Ctrl-C ends the waiting for a quiet pipe" quiet

for format in jsonl geojson csv gpkg annotations; do
    check "$format is written" ends 0 extract story.txt -o "out.$format" --format "$format"
    check "$format is not empty" test -s "out.$format"
done
check "the extension chooses the format" ends 0 extract story.txt -o chosen.geojson
check "it is the format of the extension" jq -e '.type == "FeatureCollection"' chosen.geojson
check "a GeoPackage is read again" ends 0 extract out.gpkg
check "with the days of the event that was written" gives '.[0].events[0] | .begin + " " + .end_date' "1992-05-01 1992-06-01"
check "a GeoPackage does not go to standard output" ends 1 extract story.txt --format gpkg
check "a missing folder fails" ends 1 extract story.txt -o missing/out.jsonl
cp out.jsonl before.jsonl
check "a run that reads nothing fails" ends 1 extract missing.txt -o out.jsonl
check "and leaves the file of that name as it was" cmp out.jsonl before.jsonl
check "no temporary file is left" test -z "$(find . -name '.chronomap-*')"

# --- pictures and films ------------------------------------------------------------------------------------------
mkdir pictures
map() { ends "$1" snapshot rows.jsonl story.txt --size 200x120 "${@:2}"; }
check "a picture of an input that fails in part is written, and the failure told" map 1 -o pictures/a.png
check "it is a PNG" grep -q PNG pictures/a.png
check "an unknown kind of picture is wrong usage" map 2 -o pictures/a.bmp
check "a date that cannot be is wrong usage" map 2 -o pictures/a.png --date 1993-02-30
check "bounds without a series are wrong usage" map 2 -o pictures/a.png --from 1990
check "a picture for each year is written" map 1 -o pictures/year.png --each year
check "one each for 1992 and 1993, and an index" test "$(ls pictures/year*)" = \
    "$(printf 'pictures/%s\n' year-1992.png year-1993.png year.html)"
mkdir pictures/frames
check "pictures can be numbered for other programs" map 1 -o pictures/frames/%03d.png --each year
check "from one, without an index" test "$(ls pictures/frames)" = "$(printf '%s\n' 001.png 002.png)"
check "an atlas is written" map 1 -o pictures/atlas.pdf --each year
check "it is one file" test "$(ls pictures/atlas*)" = pictures/atlas.pdf
if command -v pdfinfo > /dev/null; then
    check "of an index, a page for each year, and the sentences" \
        test "$(pdfinfo pictures/atlas.pdf | grep -c '^Pages: *4$')" = 1
fi
compare() { ends 1 snapshot rows.jsonl story.txt --size 640x480 --compare 1992,1993 -o "$1"; }
check "two dates are compared" compare pictures/compared.png
check "the picture is there" test -s pictures/compared.png
check "in a vector picture too" compare pictures/compared.svg
check "both maps are in it" test "$(grep -c 'inkscape:label="map"' pictures/compared.svg)" = 2
check "and in a PDF" compare pictures/compared.pdf
if command -v qpdf > /dev/null; then check "which is well-formed" qpdf --check pictures/compared.pdf; fi
check "two dates do not fit on a stamp" map 1 -o pictures/no.png --compare 1992,1993
check "and nothing is written then" [ ! -e pictures/no.png ]
check "one date is not compared" map 2 -o pictures/no.png --compare 1992
check "nor a date and a series" map 2 -o pictures/no.png --compare 1992,1993 --each year
check "nor in a film" map 2 -o pictures/no.mp4 --compare 1992,1993
check "a series keeps the mode: all that came before is shown too" map 1 -o pictures/until.svg --mode until --each year
# Two of its three reports tell of one event.
check "as its index tells" test "$(grep -c '>Until 1993: .* (2 events)<' pictures/until.html)" = 1
check "and how many of all events it shows" grep -q '<p>2 of 2 events shown</p>' pictures/until.html
fade() { ends "$1" snapshot story.txt --size 900x700 --mode until --date 2020 --fade "$2" -o pictures/faded.svg; }
check "older events fade" fade 0 "5 years"
check "and the legend says so" grep -q 'faint: older, fading over 5 years' pictures/faded.svg
check "a time that is none is wrong usage" fade 2 "some moons"
check "a film is written" map 1 -o pictures/film.gif --each month
check "a size of nothing is wrong usage" ends 2 snapshot story.txt --size 0x10 -o pictures/b.png
check "so is one that no picture has" ends 2 snapshot story.txt --size 40000x10 -o pictures/b.png
check "and is told in one line that names the sides" says "(8 to 32768 a side)"
check "and a quality where there is none" ends 2 snapshot story.txt --quality 80 -o pictures/b.png
check "and a world file of a film" ends 2 snapshot story.txt --each year --world-file -o pictures/b.gif
check "a folder that is not there is told" ends 1 snapshot story.txt --size 80x60 -o nowhere/b.png
check "with what to do" says "check that the folder exists"
check "paper is drawn with its dots" ends 0 snapshot story.txt --size A6 --dpi 96 --world-file -o pictures/paper.png
check "a PNG says where it lies" test -s pictures/paper.pgw -a -s pictures/paper.prj
check "and what it was made from, seen from its folder" grep -q '"path":"../story.txt"' pictures/paper.png
check "a picture for each date says its own date" grep -q '"date":"1992"' pictures/year-1992.png
for kind in jpg webp tif svg pdf; do
    check "a $kind is written" ends 0 snapshot story.txt --size 160x120 -o pictures/kind.$kind
done
if command -v gdalinfo > /dev/null; then
    check "a GeoTIFF lies where its projection says" ends 0 \
        snapshot story.txt --size 160x120 --crs EPSG:32638 -o pictures/utm.tif
    "$program" extract story.txt > events.jsonl 2> err
    place=$(jq -r '.events[0].place | "\(.lon) \(.lat)"' events.jsonl)
    colour_at() { gdallocationinfo -valonly -wgs84 "$@" | tr '\n' ' '; }
    symbol=$(colour_at pictures/utm.tif $place)
    check "its symbol stands at the place's own degrees" test -n "$symbol" -a "$symbol" != "$(colour_at pictures/utm.tif 45.5 39.4)"
    check "a projection of one's own is kept" ends 0 \
        snapshot story.txt --size 160x120 --crs '+proj=laea +lat_0=40 +lon_0=46' -o pictures/laea.tif
    check "and the symbol stands there too" test "$symbol" = "$(colour_at pictures/laea.tif $place)"
    check "as GDAL reads it" sh -c "gdalinfo pictures/utm.tif | grep -q 'ID\[\"EPSG\",32638\]'"
fi
check "no picture is left half-written" test -z "$(find . -name '.chronomap-*')"
"$program" snapshot story.txt --size 640x480 --each day --from 1900 --to 1990 -o pictures/long.mp4 2> err &
film=$!
soon begun pictures
kill -INT $film
wait $film
status=$?
check "a film that is stopped ends with status 130" [ $status -eq 130 ]
check "it says so" says "cancelled"
check "and, where there is no terminal, nothing of progress" test "$(grep -c ' left' err)" = 0
check "and leaves neither the film nor a part of it" test -z "$(find . -name '.chronomap-*' -o -name long.mp4)"

mkdir front
for month in 202407 202409; do
    cat > front/front_${month}01.geojson << 'AREA'
{ "type": "FeatureCollection", "features": [ { "type": "Feature", "properties": { "source": "drawn for this test" },
  "geometry": { "type": "Polygon", "coordinates": [[[36, 48], [38, 48], [38, 49], [36, 49], [36, 48]]] } } ] }
AREA
done
check "layers without events make a series too" ends 0 snapshot front --each month --to 2024-10 --size 200x120 \
    -o pictures/front.png
check "from the layer's first date" test -e pictures/front-2024-07.png -a ! -e pictures/front-2024-06.png

# script gives the program a terminal, where the system has any to give.
if script -qfec true /dev/null > /dev/null 2>&1 < /dev/null; then
    film="echo \$\$ > pid; exec $program snapshot story.txt --size 640x480 --each day --from 1900 --to 1990 -o long.mp4"
    script -qfec "bash -c '$film'" seen > /dev/null < /dev/null &
    soon grep -qE '[0-9]+ %, .* left' seen
    kill -INT "$(cat pid)"
    wait $!
    check "on a terminal long work tells how much time is left" grep -qE '[0-9]+ %, .* left' seen
    check "and a film that is stopped there leaves nothing" test -z "$(find . -name '.chronomap-*' -o -name long.mp4)"
fi

# --- styles ------------------------------------------------------------------------------------------------------
draws() { ends "$1" snapshot story.txt --size 320x240 "${@:2}"; }
differ() { [ -s "$1" ] && [ -s "$2" ] && ! cmp -s "$1" "$2"; }
echo '{ "extends": "dark", "land": "#ff0000" }' > own.json
check "a map is drawn in the dark style" draws 0 --style dark -o dark.png
check "a style file can extend it" draws 0 --style ./own.json -o own.png
check "they differ" differ dark.png own.png
check "a style that is none is wrong usage" draws 2 --style drak -o none.png
check "those that there are are named" says "dark, light, mono"
echo '{ "text": { "town": { "size": "big" } } }' > broken.json
check "a style with a mistake fails" draws 1 --style broken.json -o none.png
check "the mistake is named by file and key" says "broken.json: 'text.town.size' must be a number"
check "nothing is drawn then" [ ! -e none.png ]

# --- rasters -----------------------------------------------------------------------------------------------------
draws_all() { ends 0 snapshot story.txt --bbox 44,38,49,42 --size 320x240 "$@"; }
draws_all -o plain.png
draws_all -o ground.tif
check "a picture that says where it lies is a layer" draws_all --style dark --layer ground.tif --layer-opacity 0.5 \
    -o over.png
draws_all --style dark -o dark.png
check "it is seen" differ over.png dark.png
head -c 3000 ground.tif > cut.tif
check "one that breaks off fails" ends 1 snapshot story.txt --size 320x240 --layer cut.tif -o rest.png
check "it is named" says "chronomap: error: cut.tif"
check "and the rest is drawn" test -s rest.png
check "one that does not say where it lies fails" ends 1 snapshot story.txt --size 320x240 --layer plain.png -o rest.png
check "and the remedy is told" says "gdal_translate -a_srs"
{ printf 'ncols 5\nnrows 4\nxllcorner 44\nyllcorner 38\ncellsize 1\n'
    for row in 100 900 2500 4000; do echo "$row $row $row $row $row"; done; } > heights.asc
for style in hillshade tint both; do
    check "heights are drawn: $style" draws_all --relief heights.asc --relief-style $style -o heights_$style.png
done
check "colours and shading differ" differ heights_tint.png heights_both.png
check "a look that is none is wrong usage" ends 2 snapshot story.txt --relief heights.asc --relief-style dots -o none.png
check "a relief that is none fails, and the rest is drawn" ends 1 snapshot story.txt --relief story.txt -o rest.png

# --- stories -----------------------------------------------------------------------------------------------------
cat > walk.story.json << 'STORY'
{"program": "chronomap", "kind": "story", "format": 1, "title": "A walk",
 "steps": [{"title": "First", "text": "It was *quiet*.", "date": "1992-05", "mode": "instant"},
           {"title": "Second", "date": "1993", "mode": "until"}]}
STORY
check "a story is written as a handout" ends 0 snapshot story.txt --story walk.story.json -o handout.pdf
check "with the words of each step" sh -c "pdftotext handout.pdf words.txt && grep -q First words.txt && \
    grep -q 'It was quiet' words.txt && grep -q Second words.txt"
check "and as a film, of the size asked for" ends 0 snapshot story.txt --story walk.story.json --size 320x180 --fps 2 -o walk.webm
check "which is there" test -s walk.webm
check "a story with a mistake fails" sh -c "sed '1s/title/titel/' walk.story.json > wrong.story.json; \
    '$program' snapshot story.txt --story wrong.story.json -o none.pdf 2>&1 | grep -qF 'wrong.story.json: the story: there is no key \"titel\"'"
check "a story is no picture" ends 2 snapshot story.txt --story walk.story.json -o none.png
demo=$here/../../../assets/demo/karabakh_road
ends 0 extract "$demo.txt"
check "the demo's article has every event of the demo's story" sh -c "jq -r '.events[].id' out | sort -u > has; \
    jq -r '.steps[].events[]' '$demo.story.json' | sort -u > wants; [ -s wants ] && [ -z \"\$(comm -13 has wants)\" ]"

[ $failures -eq 0 ] || { echo "$failures failed"; exit 1; }
