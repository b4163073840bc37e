#!/bin/bash
# Installs the program, moves it, and checks that it finds its assets and works from there, away from any build tree.
#   usage: install_test.sh BUILD_FOLDER
set -eu
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/first" > "$work/install.log" || { cat "$work/install.log"; exit 1; }
mv "$work/first" "$work/moved here"
program="$work/moved here/bin/chronomap"
cd "$work"
unset CHRONOMAP_ASSETS

if find "$work/moved here" -type l ! -exec test -e {} \; -print | grep .; then
    echo "the installed tree holds links that lead nowhere"
    exit 1
fi
"$program" --version
printf 'BAKU, Azerbaijan - In 1993 Lachin was attacked.\n' > article.txt
"$program" extract article.txt > result.jsonl
grep -q '"geonames:147625"' result.jsonl || { echo "Lachin was not found in the gazetteer:"; cat result.jsonl; exit 1; }
"$program" snapshot article.txt --size 640x480 -o map.png
"$program" snapshot article.txt --each-stop --size 64x48 -o film.gif
[ "$(head -c 8 map.png | od -An -tx1 | tr -d ' \n')" = 89504e470d0a1a0a ] || { echo "no PNG was written"; exit 1; }
echo "the installed program works"
