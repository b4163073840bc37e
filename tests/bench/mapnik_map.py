"""Draws the layers of chronomap's basemap with Mapnik, for comparison. usage: mapnik_map.py OUT.png WxH W,S,E,N"""
import sys

import mapnik

NATURAL_EARTH = "/usr/share/magics/10m/ne_10m_"
LAYERS = [
    ("land", '<PolygonSymbolizer fill="#f4efe6"/><LineSymbolizer stroke="#9db4c0" stroke-width="0.8"/>'),
    ("rivers_lake_centerlines", '<LineSymbolizer stroke="#8fb3cc" stroke-width="1"/>'),
    ("ocean", '<PolygonSymbolizer fill="#cfe0ea"/>'),
    ("admin_1_states_provinces_lines", '<LineSymbolizer stroke="#b8b0a4" stroke-width="0.6" stroke-dasharray="4,3"/>'),
    ("admin_0_boundary_lines_land", '<LineSymbolizer stroke="#7a6f66" stroke-width="1.4"/>'),
    ("populated_places_simple",
     '<TextSymbolizer face-name="DejaVu Sans Book" size="12" fill="#333" halo-fill="white" halo-radius="1.5">'
     '[nameascii]</TextSymbolizer>'),
]
PROJECTION = "+proj=lcc +lat_1=39 +lat_2=41 +lat_0=40 +lon_0=46 +datum=WGS84 +units=m"


def document():
    parts = [f'<Map srs="{PROJECTION}" background-color="#cfe0ea">']
    for name, symbolizer in LAYERS:
        parts.append(f'<Style name="{name}"><Rule>{symbolizer}</Rule></Style>')
    for name, _ in LAYERS:
        parts.append(f'<Layer name="{name}" srs="+proj=longlat +datum=WGS84"><StyleName>{name}</StyleName><Datasource>'
                     f'<Parameter name="type">shape</Parameter>'
                     f'<Parameter name="file">{NATURAL_EARTH}{name}.shp</Parameter></Datasource></Layer>')
    return "".join(parts) + "</Map>"


def main():
    output, size, box = sys.argv[1:4]
    width, height = (int(value) for value in size.split("x"))
    west, south, east, north = (float(value) for value in box.split(","))
    drawn = mapnik.Map(width, height)
    mapnik.load_map_from_string(drawn, document())
    extent = mapnik.Box2d(west, south, east, north)
    transform = mapnik.ProjTransform(mapnik.Projection("+proj=longlat +datum=WGS84"), mapnik.Projection(PROJECTION))
    drawn.zoom_to_box(transform.forward(extent))
    mapnik.render_to_file(drawn, output, "png")


main()
