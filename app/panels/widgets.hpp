#pragma once

#include <imgui.h>

#include <string_view>

#include "app/panels/ui.hpp"

namespace chronomap {

/// Begins a bare window that fills `rect`; `padding` in nominal pixels. End with end_part.
bool begin_part(const Ui& ui, const char* name, const PixelRect& rect, ImU32 background, ImVec2 padding,
                ImGuiWindowFlags more_flags = 0);
void end_part();

/// A filled rectangle that the padding of the current part does not clip: rules and washes from edge to edge.
void fill_unclipped(const PixelRect& rect, ImU32 tint);

/// Text in a face and a colour at the cursor; moves the cursor on.
void text_in(ImFont* font, ImU32 tint, std::string_view text);
/// The same, broken into lines at the width that is left.
void wrapped_text_in(ImFont* font, ImU32 tint, std::string_view text);
/// Text at a pixel, drawn on the current window.
void text_at(ImFont* font, ImVec2 at, ImU32 tint, std::string_view text);

enum class ButtonLook : std::uint8_t { plain, quiet, accent, lit };

/// A button in the program's own look. True when pressed.
bool button(const Ui& ui, const char* label, ButtonLook look = ButtonLook::plain, ImVec2 size = {0, 0});

/// A small box to tick, as high as its words. True when it was changed.
bool checkbox(const Ui& ui, const char* label, bool* on);

/// Pictures drawn by lines, for buttons without words.
enum class Glyph : std::uint8_t { play, pause, previous, next, close, plus, minus, fit };
bool glyph_button(const Ui& ui, const char* id, Glyph glyph, ButtonLook look, float nominal_size, const char* hint);

/// A row of choices of which one is lit; returns the one pressed, or -1.
int segmented(const Ui& ui, const char* id, const char* const* labels, int count, int lit);

/// True when the key went down, or is repeated, in this frame.
bool key_pressed(ImGuiKey_ key);
/// True when the text field drawn last was left by Escape.
bool is_item_escaped();

/// A hint under the mouse after a short while.
void hint(const Ui& ui, const char* text);

/// Small caps-like heading of a section.
void section_heading(const Ui& ui, std::string_view text);

/// A handle between two parts; returns how far it was dragged in pixels in this frame.
float splitter(const Ui& ui, const char* id, const PixelRect& rect, bool vertical);

}  // namespace chronomap
