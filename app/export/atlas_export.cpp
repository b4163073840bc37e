#include "app/export/atlas_export.hpp"

#include <algorithm>

#include "app/export/scene_at.hpp"
#include "render/vector/pdf_pages.hpp"

namespace chronomap {
namespace {

constexpr std::size_t most_places = 4;

}  // namespace

std::string atlas_entry(const Scene& scene) {
    const std::string& date = scene.furniture.date_caption;
    if (!scene.events) return date;
    const std::vector<EventIndex> shown = scene.events->meeting(scene.time.effective());
    if (shown.empty()) return date + " (no events)";
    std::vector<std::string> ids;
    std::string places;
    for (const EventIndex index : shown) {
        const Event& event = scene.events->events[index];
        if (std::ranges::find(ids, event.place->id) != ids.end()) continue;
        ids.push_back(event.place->id);
        if (ids.size() > most_places) continue;
        places += (places.empty() ? "" : ", ") +
                  display_name(*event.place, scene.naming, event.place_surface, scene.time.effective());
    }
    if (ids.size() > most_places) places += " …";
    return date + ": " + places + " (" + std::to_string(shown.size()) + (shown.size() == 1 ? " event)" : " events)");
}

Result<void> write_atlas(const MapSeries& series, const std::string& path, const PictureOptions& options,
                         const Progress& progress) {
    const auto scene_of = [&](const EdtfDate& date) { return scene_at(series.scene, date, series.mode); };
    std::vector<std::string> titles;
    for (const EdtfDate& date : series.dates) titles.push_back(atlas_entry(scene_of(date)));
    const Furniture& words = series.scene.furniture;
    PdfPages::Options atlas;
    atlas.title = words.title;
    atlas.subtitle = words.settings.subtitle;
    atlas.document = options.document;
    if (options.dpi > 0) atlas.px_per_inch = options.dpi;
    auto pages = PdfPages::create(path, titles, series.scene, series.view, atlas);
    if (!pages) return tl::unexpected(pages.error());
    for (std::size_t step = 0; step < series.dates.size(); ++step) {
        if (!go_on(progress, static_cast<double>(step) / static_cast<double>(series.dates.size())))
            return fail(cancelled, path);
        (*pages)->add(scene_of(series.dates[step]), series.view);
    }
    if (auto finished = (*pages)->finish(); !finished) return finished;
    go_on(progress, 1);
    return {};
}

}  // namespace chronomap
