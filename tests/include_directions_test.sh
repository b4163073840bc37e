#!/bin/bash
# Tests include_directions.sh on made-up trees: a clean one passes, each violation is found and named.
set -eu
check=$(cd "$(dirname "$0")" && pwd)/include_directions.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

fresh_tree() {
    rm -rf "${tree:?}"/*
    mkdir -p "$tree"/{geo/io,geo/gdal,geo/spatial,render/gl,render/layers,app}
    printf '#include <gdal_priv.h>\n' > "$tree/geo/gdal/read.cpp"
    printf '#include <proj.h>\n' > "$tree/geo/spatial/projection.cpp"
    printf '#include "geo/gdal/read.hpp"\n#include <glad/gl.h>\n' > "$tree/render/layers/fill.cpp"
    printf '#include <imgui.h>\n#include <GLFW/glfw3.h>\n#include "render/view.hpp"\n' > "$tree/app/window.cpp"
}

expect_violation() { # FILE INCLUDE
    fresh_tree
    printf '#include %s\n' "$2" >> "$tree/$1"
    if output=$("$check" "$tree"); then
        echo "not found: $1 includes $2"
        exit 1
    fi
    if [[ $output != *"$1"* ]]; then
        echo "found, but the file is not named: $1 includes $2: $output"
        exit 1
    fi
}

fresh_tree
"$check" "$tree"
expect_violation geo/gdal/read.cpp '"render/view.hpp"'
expect_violation geo/gdal/read.cpp '"app/window.hpp"'
expect_violation render/view.cpp '"app/window.hpp"'
expect_violation geo/io/places.cpp '<ogrsf_frmts.h>'
expect_violation render/view.cpp '<gdal.h>'
expect_violation app/window.cpp '<proj.h>'
expect_violation geo/spatial/projection.hpp '<proj.h>'
expect_violation render/view.cpp '<imgui.h>'
expect_violation geo/gdal/read.cpp '<GLFW/glfw3.h>'
expect_violation app/window.cpp '<glad/gl.h>'
expect_violation render/view.cpp '  <glad/gl.h>'
echo "every violation was found"
