#pragma once

#include <string>
#include <unordered_map>

#include "geo/io/basemap.hpp"
#include "geo/places/gazetteer.hpp"
#include "render/scene/event_marks.hpp"
#include "render/scene/scene.hpp"

namespace chronomap {

/// What the gazetteer knows of the basemap's countries, waters and rivers, found once for each feature.
class GazetteerMatches {
  public:
    enum class Sort { country, province, water };
    /// The gazetteer's place of the feature's name and sort, for its names in other languages; null when there is none.
    PlacePtr find(const Scene& scene, const BasemapFeature& feature, Sort sort);

  private:
    std::shared_ptr<const Basemap> basemap_;
    std::shared_ptr<const Gazetteer> gazetteer_;
    std::unordered_map<const BasemapFeature*, PlacePtr> found_;
};

/// How a scene names what is on its map: under its naming policy, at its time.
class LabelNames {
  public:
    LabelNames(const Scene& scene, GazetteerMatches& matches)
        : scene_(scene), matches_(matches), span_(scene.time.effective()) {}

    /// The mark's place; with others close by, "Aghdam +4"; of an event that is fanned out, its date.
    std::string of(const EventMark& mark) const;
    /// A town: the basemap's English name, or the gazetteer's under the naming policy.
    std::string of_town(const BasemapFeature& feature) const;
    /// Countries, lakes, rivers; `place`: their match.
    std::string of(const BasemapFeature& feature, const PlacePtr& place) const;
    PlacePtr match(const BasemapFeature& feature, GazetteerMatches::Sort sort) const {
        return matches_.find(scene_, feature, sort);
    }

  private:
    const Scene& scene_;
    GazetteerMatches& matches_;
    TimeSpan span_;
};

/// ASCII letters and digits in lower case, for telling the same place from two sources.
std::string folded_name(std::string_view name);

}  // namespace chronomap
