#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "render/scene/event_marks.hpp"
#include "render/scene/layer_marks.hpp"
#include "render/scene/scene.hpp"

namespace chronomap {

/// What stands behind marks, in words of their sources.
class EventNotes {
  public:
    /// `marks`: how many there are; the more, the fewer events each note tells. `scene` must outlive the notes.
    EventNotes(const Scene& scene, std::size_t marks);

    /// The place, then the date, sentence and article of each of its events, a line each. Many events: the first ones,
    /// and how many more there are.
    std::string note_of(const EventMark& mark) const;

  private:
    const Scene& scene_;
    std::size_t most_events_;
    std::unordered_map<std::string_view, std::string_view> titles_;  ///< of articles by their id
};

/// A feature of a layer: its name, who holds or claims it, and on whose word.
std::string layer_note(const LayerMark& mark);

}  // namespace chronomap
