"""Draws a map with QGIS's renderer, for comparison. usage: qgis_map.py OUT.png WxH W,S,E,N CRS LAYER...

The box is in the coordinates of CRS. A layer is a file; points are labelled with their field "name".
"""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsMapRendererParallelJob, QgsMapSettings,
                       QgsPalLayerSettings, QgsRectangle, QgsVectorLayer, QgsVectorLayerSimpleLabeling)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def main():
    output, size, box, crs = sys.argv[1:5]
    width, height = (int(value) for value in size.split("x"))
    program = QgsApplication([], False)
    program.initQgis()
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(width, height))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem.fromProj(crs))
    settings.setBackgroundColor(QColor("#cfe0ea"))
    settings.setExtent(QgsRectangle(*(float(value) for value in box.split(","))))
    layers = []
    for path in sys.argv[5:]:
        layer = QgsVectorLayer(path, os.path.basename(path), "ogr")
        if not layer.isValid():
            sys.exit(f"{path}: not a layer")
        if layer.geometryType() == 0:
            label = QgsPalLayerSettings()
            label.fieldName = "name"
            layer.setLabeling(QgsVectorLayerSimpleLabeling(label))
            layer.setLabelsEnabled(True)
        layers.insert(0, layer)
    settings.setLayers(layers)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    if not job.renderedImage().save(output, "PNG"):
        sys.exit(f"{output}: cannot be written")
    os._exit(0)  # QGIS's own clearing up is no part of the picture


main()
