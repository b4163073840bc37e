#include "geo/places/world_index_builder.hpp"

#include "geo/places/world_sources/world_build.hpp"

namespace chronomap {

Result<void> build_world_index(const WorldIndexInputs& inputs, const std::string& output) {
    WorldBuild build(inputs);
    for (const auto source : {read_world_names, read_outlines, read_countries, add_continents, add_provinces,
                              add_cities, write_countries, add_us_places, add_rivers, add_airports})
        if (auto done = source(build); !done) return done;
    return build.writer.write(output);
}

}  // namespace chronomap
