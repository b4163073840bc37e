#pragma once

#include <unordered_map>
#include <vector>

#include "render/scene/camera.hpp"
#include "render/scene/map_labels.hpp"

namespace chronomap {

/// Lets names appear and vanish over a moment instead of at once; a name that takes another place vanishes at the old
/// one and appears at the new one. Names that vanish move with the map. For the window only.
class LabelFader {
  public:
    static constexpr double fade_seconds = 0.2;

    /// What is to be drawn at `now_s` where `labels` are wanted. The first labels of all are there at once.
    MapLabels faded(const MapLabels& labels, const View& view, double now_s);
    /// True while the last answer was not yet what is wanted.
    bool fading() const { return fading_; }

  private:
    struct Shown {
        TextItem text;
        PanelItem dot;
        bool has_dot = false;
        bool wanted = false;
        double opacity = 0;
        PlanePoint anchor;  ///< of the text's place, and the scale there, for moving with the map
        double metres_per_px = 1;
    };

    std::unordered_map<LabelKey, Shown> shown_;
    double last_s_ = 0;
    bool begun_ = false;
    bool fading_ = false;
};

}  // namespace chronomap
