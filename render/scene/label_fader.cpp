#include "render/scene/label_fader.hpp"

#include <algorithm>

namespace chronomap {
namespace {

PixelPoint place_of(const TextItem& text) {
    return {text.x, text.baseline};
}

/// The same name at another of its places is another label.
LabelKey with_candidate(LabelKey key, int candidate) {
    return key ^ (static_cast<LabelKey>(candidate + 1) * 0x9E3779B97F4A7C15ull);
}

void move(TextItem& text, PanelItem& dot, float dx, float dy) {
    text.x += dx;
    text.baseline += dy;
    for (PathPoint& point : text.path) point.x += dx, point.y += dy;
    dot.x += dx;
    dot.y += dy;
}

void make_paler(TextItem& text, float opacity) {
    text.colour.a *= opacity;
    text.halo.a *= opacity;
}
void make_paler(PanelItem& dot, float opacity) {
    dot.fill.a *= opacity;
    dot.edge.a *= opacity;
}

}  // namespace

MapLabels LabelFader::faded(const MapLabels& labels, const View& view, double now_s) {
    const double step = begun_ ? std::max(0.0, now_s - last_s_) / fade_seconds : 1;
    last_s_ = now_s;
    for (auto& [key, shown] : shown_) shown.wanted = false;
    std::unordered_map<LabelKey, const PanelItem*> dots;
    for (std::size_t i = 0; i < labels.dots.size(); ++i) dots[labels.dot_keys[i]] = &labels.dots[i];

    MapLabels out;
    fading_ = false;
    for (std::size_t i = 0; i < labels.texts.size(); ++i) {
        const auto [found, is_new] = shown_.try_emplace(with_candidate(labels.text_keys[i], labels.candidates[i]));
        Shown& shown = found->second;
        // A name that is not yet drawn takes its first step in the next frame: it may have been long until this one.
        if (!is_new || !begun_) shown.opacity = std::min(1.0, shown.opacity + step);
        shown.wanted = true;
        shown.text = labels.texts[i];
        const auto dot = dots.find(labels.text_keys[i]);
        shown.has_dot = dot != dots.end();
        if (shown.has_dot) shown.dot = *dot->second;
        shown.anchor = plane_from_screen(view, place_of(shown.text));
        shown.metres_per_px = view.metres_per_px;
        fading_ |= shown.opacity < 1;
    }
    // Those that vanish lie below.
    for (auto entry = shown_.begin(); entry != shown_.end();) {
        Shown& shown = entry->second;
        if (!shown.wanted) {
            shown.opacity -= step;
            // After a leap to another scale there is nothing that it could belong to.
            const double scale = shown.metres_per_px / view.metres_per_px;
            if (shown.opacity <= 0 || scale < 0.5 || scale > 2) {
                entry = shown_.erase(entry);
                continue;
            }
            fading_ = true;
            const PixelPoint now = screen_from_plane(view, shown.anchor);
            TextItem text = shown.text;
            PanelItem dot = shown.dot;
            move(text, dot, static_cast<float>(now.x - text.x), static_cast<float>(now.y - text.baseline));
            make_paler(text, static_cast<float>(shown.opacity));
            make_paler(dot, static_cast<float>(shown.opacity));
            out.texts.push_back(std::move(text));
            if (shown.has_dot) out.dots.push_back(dot);
        }
        ++entry;
    }
    for (std::size_t i = 0; i < labels.texts.size(); ++i) {
        const Shown& shown = shown_.at(with_candidate(labels.text_keys[i], labels.candidates[i]));
        out.texts.push_back(shown.text);
        make_paler(out.texts.back(), static_cast<float>(shown.opacity));
        if (!shown.has_dot) continue;
        out.dots.push_back(shown.dot);
        make_paler(out.dots.back(), static_cast<float>(shown.opacity));
    }
    begun_ = true;
    return out;
}

}  // namespace chronomap
