"""The same data as chronomap, Mapnik and QGIS read them: countries, provinces, disputed lines and labelled points."""
import csv
import math
import os
import random
import subprocess

MAPNIK_STYLE = {
    "countries": '<PolygonSymbolizer fill="#f4efe6"/><LineSymbolizer stroke="#7a6f66" stroke-width="1.2"/>',
    "provinces": '<LineSymbolizer stroke="#b8b0a4" stroke-width="0.6" stroke-dasharray="4,3"/>',
    "disputed": '<LineSymbolizer stroke="#9c6b8e" stroke-width="1.2" stroke-dasharray="2,2"/>',
    "rivers": '<LineSymbolizer stroke="#8fb3cc" stroke-width="1"/>',
    "points": '<MarkersSymbolizer width="8" fill="#d55e00" allow-overlap="true"/>'
              '<TextSymbolizer face-name="Noto Sans Regular" size="12" fill="#333" halo-fill="white" '
              'halo-radius="1.5" dy="-8">[name]</TextSymbolizer>',
}
GAZETTEER_WORDS = ["Ala", "Bel", "Cher", "Dav", "Esh", "Fir", "Gul", "Har", "Ist", "Jan", "Kel", "Lor", "Mar", "Nov"]


def points_in(box, count):
    """Made-up named points, the same in each run."""
    draw = random.Random(1993)
    west, south, east, north = box
    return [("".join(draw.sample(GAZETTEER_WORDS, 3)).capitalize(), draw.uniform(west, east), draw.uniform(south, north))
            for _ in range(count)]


def write_events(path, points):
    """For chronomap: an event dataset."""
    with open(path, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "place", "latitude", "longitude", "date", "type"])
        for number, (name, lon, lat) in enumerate(points):
            rows.writerow([number, name, f"{lat:.5f}", f"{lon:.5f}", "1993-05-01", "battle"])


def write_heights(path, box):
    """Made-up hills in metres, as an ESRI ASCII grid with its projection beside it."""
    with open(os.path.splitext(path)[0] + ".prj", "w") as file:
        file.write('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
                   'UNIT["degree",0.0174532925199433]]')
    columns, rows = 900, 520
    west, south, east, _ = box
    cell = (east - west) / columns
    with open(path, "w") as file:
        file.write(f"ncols {columns}\nnrows {rows}\nxllcorner {west}\nyllcorner {south}\ncellsize {cell}\n")
        for y in range(rows):
            file.write(" ".join(str(round(1500 + 900 * math.sin(x / 31) * math.cos(y / 23) + 400 * math.sin(x / 7 + y / 9)))
                                for x in range(columns)) + "\n")


def make_layers(folder, world_map, natural_earth, points):
    """Shapefiles with Mapnik's index, which QGIS reads as well. Gives {name: path}."""
    events = os.path.join(folder, "points.csv")
    write_events(events, points)
    sources = {
        "countries": [world_map, "countries"],
        "provinces": [world_map, "states_provinces"],
        "disputed": [world_map, "disputed_borders"],
        "rivers": [os.path.join(natural_earth, "ne_10m_rivers_lake_centerlines.shp")],
        "points": ["-oo", "X_POSSIBLE_NAMES=longitude", "-oo", "Y_POSSIBLE_NAMES=latitude", "-a_srs", "EPSG:4326",
                   "-sql", "SELECT place AS name FROM points", events],
    }
    made = {}
    for name, source in sources.items():
        made[name] = os.path.join(folder, name + ".shp")
        command = ["ogr2ogr", "-q", "-lco", "ENCODING=UTF-8", "-lco", "SPATIAL_INDEX=YES", made[name]] + source
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        subprocess.run(["shapeindex", "--shape_files", made[name][:-4]], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return made


def write_mapnik_style(path, layers, names, projection):
    """Mapnik's XML of the named layers in drawing order."""
    parts = [f'<Map srs="{projection}" background-color="#cfe0ea">']
    for name in names:
        parts.append(f'<Style name="{name}"><Rule>{MAPNIK_STYLE[name]}</Rule></Style>')
    for name in names:
        parts.append(f'<Layer name="{name}" srs="+proj=longlat +datum=WGS84"><StyleName>{name}</StyleName><Datasource>'
                     f'<Parameter name="type">shape</Parameter><Parameter name="file">{layers[name][:-4]}</Parameter>'
                     f'</Datasource></Layer>')
    with open(path, "w") as file:
        file.write("".join(parts) + "</Map>")


def projected_box(box, projection, size):
    """The box around `box` (degrees) in the projection, grown to the picture's shape."""
    west, south, east, north = box
    edge = []
    for i in range(33):
        for j in range(33):
            edge.append(f"{west + (east - west) * i / 32} {south + (north - south) * j / 32}")
    done = subprocess.run(["gdaltransform", "-s_srs", "EPSG:4326", "-t_srs", projection, "-output_xy"],
                          input="\n".join(edge), capture_output=True, text=True, check=True)
    points = [tuple(map(float, line.split()[:2])) for line in done.stdout.splitlines() if line.strip()]
    points = [point for point in points if all(map(math.isfinite, point))]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    grow = max((right - left) / size[0], (high - low) / size[1])
    x, y = (left + right) / 2, (low + high) / 2
    return (x - grow * size[0] / 2, y - grow * size[1] / 2, x + grow * size[0] / 2, y + grow * size[1] / 2)
