#!/bin/bash
# Checks that includes point in one direction, geo <- render <- app, and that each library's headers stay in the folders
# that wrap it. Prints every include that does not and fails if there was one.
#   usage: include_directions.sh [ROOT]
set -u
root=${1:-$(dirname "$0")/..}
cd "$root" || exit 2
failed=0

# forbid WHY INCLUDE_PATTERN FOLDER... -- ALLOWED_PATH_PATTERN
#   no file under FOLDER... may include what matches INCLUDE_PATTERN, but for files that match ALLOWED_PATH_PATTERN
forbid() {
    local why=$1 pattern=$2 folders=() found
    shift 2
    while [ "$1" != -- ]; do
        [ -d "$1" ] && folders+=("$1")
        shift
    done
    local allowed=$2
    [ ${#folders[@]} -gt 0 ] || return 0
    found=$(grep -rnE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($pattern)" \
        --include='*.hpp' --include='*.cpp' --include='*.h' "${folders[@]}" | grep -vE "^($allowed):")
    [ -z "$found" ] && return 0
    echo "$why:"
    echo "$found"
    failed=1
}

nothing='$^'
forbid "geo/ includes only geo/" 'render/|app/' geo -- "$nothing"
forbid "render/ does not include app/" 'app/' render -- "$nothing"
forbid "tests of geo/ and render/ do not include what lies above" 'app/' tests/geo tests/render -- "$nothing"
forbid "tests of geo/ do not include render/" 'render/' tests/geo -- "$nothing"
forbid "GDAL's headers stay in geo/gdal" '(gdal|ogr|cpl_)[a-z_]*\.h[>"]' geo render app -- 'geo/gdal/[^:]*'
forbid "ImGui stays in app/ and render/gl/" 'imgui|imstb' geo render -- 'render/gl/[^:]*'
forbid "Cairo stays in render/vector/" 'cairo(-[a-z]+)?\.h' geo render app -- 'render/vector/[^:]*'
forbid "GLFW stays in app/ and render/gl/" 'GLFW/' geo render -- 'render/gl/[^:]*'
forbid "the OpenGL loader stays in render/gl/ and render/layers/" 'glad/|GL/|GLES' geo render app -- \
    'render/(gl|layers)/[^:]*'

proj_users=$(grep -rlE '^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"](proj\.h|proj/)' \
    --include='*.hpp' --include='*.cpp' geo render app 2> /dev/null)
if [ "$(echo "$proj_users" | grep -c .)" -gt 1 ] || echo "$proj_users" | grep -q '\.hpp$'; then
    echo "PROJ's header is included by one .cpp only:"
    echo "$proj_users"
    failed=1
fi
exit $failed
