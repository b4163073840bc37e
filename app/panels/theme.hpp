#pragma once

#include <imgui.h>

#include <string>

#include "app/panels/characters_in_use.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

/// The few colours of the interface: paper, ink and one accent. ABGR as ImGui packs them.
struct Palette {
    ImU32 paper, paper_sunk, paper_raised;
    ImU32 hairline;
    ImU32 ink, ink_soft, ink_faint;
    ImU32 accent, accent_dark;  ///< the second one stands out more
    ImU32 accent_tint, accent_wash;
    ImU32 sentence_wash, found_wash;
    ImU32 mention_place, mention_date, mention_source;
    ImU32 error, error_wash, warning_wash;
    ImU32 button_hovered, button_active;
    ImU32 scroll, scroll_hovered, scroll_active;
    ImU32 bar, rule, rule_faint;  ///< of the timeline
    ImU32 dim;                    ///< over the window while a dialog is open
    ImU32 clear = IM_COL32(0, 0, 0, 0);
};

/// That of the theme applied last; light before.
const Palette& palette();

/// The faces of the interface, loaded at the size of the pixel that they will be drawn with.
struct Fonts {
    ImFont* body = nullptr;
    ImFont* bold = nullptr;
    ImFont* small = nullptr;
    ImFont* heading = nullptr;
    ImFont* reading = nullptr;  ///< a serif for the article
};

/// Spacing, rounding and colours of ImGui's own widgets, and the palette. `unit`: pixels per nominal pixel.
void apply_theme(InterfaceTheme theme, float unit);

/// Loads Noto Sans and Noto Serif with Latin, Cyrillic, Greek, Armenian and Georgian into the current context's atlas,
/// and faces for `more` (letters are not joined and stand from left to right). Without them ImGui's own face serves, and `missing` names what was not found.
Fonts load_fonts(float unit, const CharactersInUse& more, std::string& missing);

}  // namespace chronomap
