#pragma once

#include <imgui.h>

#include <string>

namespace chronomap {

/// The few colours of the interface: paper, ink and one accent. ABGR as ImGui packs them.
namespace colour {
inline constexpr ImU32 paper = IM_COL32(252, 251, 248, 255);
inline constexpr ImU32 paper_sunk = IM_COL32(244, 242, 236, 255);
inline constexpr ImU32 paper_raised = IM_COL32(255, 255, 255, 255);
inline constexpr ImU32 hairline = IM_COL32(224, 221, 212, 255);
inline constexpr ImU32 ink = IM_COL32(33, 38, 44, 255);
inline constexpr ImU32 ink_soft = IM_COL32(98, 104, 112, 255);
inline constexpr ImU32 ink_faint = IM_COL32(150, 153, 156, 255);
inline constexpr ImU32 accent = IM_COL32(17, 99, 122, 255);
inline constexpr ImU32 accent_dark = IM_COL32(11, 76, 95, 255);
inline constexpr ImU32 accent_tint = IM_COL32(17, 99, 122, 30);
inline constexpr ImU32 accent_wash = IM_COL32(17, 99, 122, 16);
inline constexpr ImU32 sentence_wash = IM_COL32(246, 226, 160, 150);
inline constexpr ImU32 mention_place = IM_COL32(0, 114, 178, 255);
inline constexpr ImU32 mention_date = IM_COL32(204, 108, 0, 255);
inline constexpr ImU32 mention_source = IM_COL32(120, 94, 150, 255);
inline constexpr ImU32 error = IM_COL32(160, 44, 36, 255);
inline constexpr ImU32 error_wash = IM_COL32(252, 236, 232, 255);
inline constexpr ImU32 warning_wash = IM_COL32(253, 246, 226, 255);
inline constexpr ImU32 clear = IM_COL32(0, 0, 0, 0);
}  // namespace colour

/// The faces of the interface, loaded at the size of the pixel that they will be drawn with.
struct Fonts {
    ImFont* body = nullptr;
    ImFont* bold = nullptr;
    ImFont* small = nullptr;
    ImFont* heading = nullptr;
    ImFont* reading = nullptr;  ///< a serif for the article
};

/// Spacing, rounding and colours of ImGui's own widgets. `unit`: pixels per nominal pixel.
void apply_theme(float unit);

/// Loads Noto Sans and Noto Serif with Latin, Cyrillic, Greek, Armenian and Georgian into the current context's atlas.
/// Without them ImGui's own face serves, and `missing` names what was not found.
Fonts load_fonts(float unit, std::string& missing);

}  // namespace chronomap
