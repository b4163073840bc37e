#include "geo/io/basemap_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <limits>
#include <unordered_map>

#include "geo/io/basemap_format.hpp"
#include "geo/io/simplify.hpp"

namespace chronomap {
namespace {

using basemap_format::Header;
using basemap_format::Part;
using basemap_format::Range;

constexpr int level_count = 9;
constexpr double finest_tolerance = 0.002;

double tolerance_of(int level) {
    return level == 0 ? 0 : std::ldexp(finest_tolerance, level - 1);
}

/// The web zoom (256 px tiles) at which a level's tolerance is half a pixel, and so the zoom it is made for.
double zoom_of_level(int level) {
    return std::log2(0.5 * 360 / 256 / tolerance_of(level));
}

bool worth_drawing(const BasemapInput& input, int level) {
    // Three zooms of grace: a sharp screen has more pixels, and a caller may prefer the coarser level.
    return level == 0 || input.min_zoom <= zoom_of_level(level) + 3;
}

bool is_area(std::size_t layer) {
    const auto which = static_cast<BasemapLayer>(layer);
    return which == BasemapLayer::land || which == BasemapLayer::lakes || which == BasemapLayer::country_areas;
}

class Texts {
  public:
    Texts() : bytes_(1, '\0') {}
    std::uint32_t add(const std::string& text) {
        if (text.empty()) return 0;
        const auto [known, added] = offsets_.try_emplace(text, static_cast<std::uint32_t>(bytes_.size()));
        if (added) bytes_.append(text.c_str(), text.size() + 1);
        return known->second;
    }
    const std::string& bytes() const { return bytes_; }

  private:
    std::string bytes_;
    std::unordered_map<std::string, std::uint32_t> offsets_;
};

class Writer {
  public:
    explicit Writer(const BasemapContent& content) : content_(content) {
        for (const std::string& source : content.sources) texts_.add(source);
    }
    void add_all() {
        for (std::size_t layer = 0; layer < content_.layers.size(); ++layer) {
            measure(layer);
            for (int level = 0; level < level_count; ++level) add_level(layer, level);
        }
    }
    Result<void> write(const std::string& path) const;

  private:
    void measure(std::size_t layer) {
        tolerances_.clear();
        for (const BasemapInput& feature : content_.layers[layer])
            for (const auto& part : feature.parts) tolerances_.push_back(point_tolerances(part));
    }
    void add_level(std::size_t layer, int level) {
        Range range{static_cast<std::uint32_t>(features_.size()), 0};
        if (static_cast<BasemapLayer>(layer) == BasemapLayer::provinces && level > 0) {
            directory_.push_back(range);
            return;
        }
        std::size_t part_index = 0;
        for (const BasemapInput& input : content_.layers[layer]) {
            if (!worth_drawing(input, level)) {
                part_index += input.parts.size();
                continue;
            }
            BasemapFeature feature{};
            feature.first_part = parts_.size();
            feature.west = feature.south = std::numeric_limits<float>::max();
            feature.east = feature.north = std::numeric_limits<float>::lowest();
            for (const auto& points : input.parts)
                add_part(points, tolerances_[part_index++], level, is_area(layer), feature);
            feature.part_count = parts_.size() - feature.first_part;
            if (feature.part_count == 0) continue;
            feature.name = texts_.add(input.name);
            feature.country = texts_.add(input.country);
            feature.place_id = texts_.add(input.place_id);
            feature.population = input.population;
            feature.rank = static_cast<std::uint8_t>(std::clamp(input.rank, 0, 255));
            feature.kind = static_cast<std::uint8_t>(input.kind);
            feature.min_zoom_x10 = static_cast<std::uint16_t>(std::lround(std::max(0.0, input.min_zoom) * 10));
            features_.push_back(feature);
            ++range.count;
        }
        directory_.push_back(range);
    }
    /// Adds what is left of `points` at `level`; a ring that has become smaller than the tolerance goes.
    void add_part(const std::vector<LonLat>& points, const std::vector<float>& tolerance, int level, bool ring,
                  BasemapFeature& feature) {
        const auto first = static_cast<std::uint32_t>(points_.size());
        const auto limit = static_cast<float>(tolerance_of(level));
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (tolerance[i] < limit) continue;
            const PackedPoint point{static_cast<float>(points[i].lon), static_cast<float>(points[i].lat)};
            points_.push_back(point);
        }
        const std::size_t count = points_.size() - first;
        if (count == 0 || (ring && count < 4)) {
            points_.resize(first);
            return;
        }
        for (std::size_t i = first; i < points_.size(); ++i) {
            feature.west = std::min(feature.west, points_[i].lon);
            feature.east = std::max(feature.east, points_[i].lon);
            feature.south = std::min(feature.south, points_[i].lat);
            feature.north = std::max(feature.north, points_[i].lat);
        }
        parts_.push_back({first, static_cast<std::uint32_t>(count)});
    }

    const BasemapContent& content_;
    Texts texts_;
    std::vector<std::vector<float>> tolerances_;  // of the layer being added, one per part
    std::vector<Range> directory_;
    std::vector<BasemapFeature> features_;
    std::vector<Part> parts_;
    std::vector<PackedPoint> points_;
};

Result<void> Writer::write(const std::string& path) const {
    std::uint64_t end = sizeof(Header);
    const auto place = [&](std::uint64_t bytes) {
        const std::uint64_t at = end;
        end = (end + bytes + 7) / 8 * 8;
        return at;
    };
    std::vector<double> tolerances;
    for (int level = 0; level < level_count; ++level) tolerances.push_back(tolerance_of(level));

    Header header{};
    std::memcpy(header.magic, basemap_format::magic, sizeof header.magic);
    header.layers = content_.layers.size();
    header.levels = level_count;
    header.directory_at = place(directory_.size() * sizeof(Range));
    header.tolerances_at = place(tolerances.size() * sizeof(double));
    header.features_at = place(features_.size() * sizeof(BasemapFeature));
    header.feature_count = features_.size();
    header.parts_at = place(parts_.size() * sizeof(Part));
    header.part_count = parts_.size();
    header.points_at = place(points_.size() * sizeof(PackedPoint));
    header.point_count = points_.size();
    header.text_at = place(texts_.bytes().size());
    header.text_bytes = texts_.bytes().size();
    header.source_count = content_.sources.size();
    header.file_bytes = end;

    std::string bytes(end, '\0');
    const auto put = [&](std::uint64_t at, const void* data, std::size_t size) {
        if (size) std::memcpy(bytes.data() + at, data, size);
    };
    put(0, &header, sizeof header);
    put(header.directory_at, directory_.data(), directory_.size() * sizeof(Range));
    put(header.tolerances_at, tolerances.data(), tolerances.size() * sizeof(double));
    put(header.features_at, features_.data(), features_.size() * sizeof(BasemapFeature));
    put(header.parts_at, parts_.data(), parts_.size() * sizeof(Part));
    put(header.points_at, points_.data(), points_.size() * sizeof(PackedPoint));
    put(header.text_at, texts_.bytes().data(), texts_.bytes().size());

    const std::string temporary = path + ".part";
    std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) return fail("cannot write the basemap pack", temporary);
    if (std::rename(temporary.c_str(), path.c_str()) != 0) return fail("cannot rename the basemap pack", path);
    return {};
}

}  // namespace

Result<void> write_basemap(const BasemapContent& content, const std::string& path) {
    Writer writer(content);
    writer.add_all();
    return writer.write(path);
}

}  // namespace chronomap
