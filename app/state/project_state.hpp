#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/state/history.hpp"
#include "geo/events/event_filter.hpp"
#include "geo/events/event_set.hpp"
#include "render/scene/scene.hpp"

namespace chronomap {

/// What a project keeps, as far as it is worth asking before it is lost. Values and pointers to immutable ones, so that
/// taking and comparing it costs next to nothing. Date, camera and panels are saved too, but nobody is asked for them.
struct Work {
    EditsPtr edits;
    std::vector<ExtractionPtr> articles;
    std::vector<MapLayerPtr> layers;
    std::vector<bool> layers_shown;
    std::string title, style_file;
    NamingPolicy naming = NamingPolicy::source;
    FurnitureSettings furniture;
    EventFilter filter;
    ReliefChoice relief;
    friend bool operator==(const Work&, const Work&) = default;
};

/// What waits until the user has said what becomes of unsaved work.
struct Postponed {
    enum class What : std::uint8_t { nothing, begin_new, open, quit } what = What::nothing;
    std::vector<std::string> paths{};  ///< to open
    friend bool operator==(const Postponed&, const Postponed&) = default;
};

/// The project that the window works on.
struct ProjectState {
    std::string path;           ///< of its file; empty: it has none yet
    std::optional<Work> saved;  ///< as it is in that file; nothing: it is in none
    bool saving = false;        ///< the file is being written
    Postponed postponed;
    std::vector<std::string> recent;   ///< projects and files opened before, the last first
    std::vector<std::string> recover;  ///< files with the work of sessions that ended unasked
};

}  // namespace chronomap
