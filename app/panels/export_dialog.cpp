// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/panels/dialogs.hpp"
#include "app/panels/folder_listing.hpp"
#include "app/panels/furniture_settings.hpp"
#include "render/snapshot/picture.hpp"
#include "render/snapshot/picture_document.hpp"

namespace chronomap {

namespace {

struct SizeChoice {
    const char* label;
    const char* size;  ///< as export.snapshot reads it
};

constexpr std::array<SizeChoice, 11> sizes{{{"Size of the screen", ""},
                                            {"1920 × 1080", "1920x1080"},
                                            {"3840 × 2160", "3840x2160"},
                                            {"7680 × 4320", "7680x4320"},
                                            {"Square, 2048", "2048x2048"},
                                            {"A4 wide, 300 dpi", "A4-landscape"},
                                            {"A4 upright, 300 dpi", "A4"},
                                            {"A3 wide, 300 dpi", "A3-landscape"},
                                            {"A3 upright, 300 dpi", "A3"},
                                            {"A2 wide, 300 dpi", "A2-landscape"},
                                            {"A2 upright, 300 dpi", "A2"}}};

struct FormatChoice {
    const char* label;
    PictureFormat format;
    const char* extension;
    const char* good_for;
};

constexpr std::array<FormatChoice, 6> formats{
    {{"PNG", PictureFormat::png, ".png", "Pixels, nothing lost: for screens, documents and print."},
     {"JPEG", PictureFormat::jpeg, ".jpg", "Pixels, a little lost: for programs that take nothing else."},
     {"WebP", PictureFormat::webp, ".webp", "Pixels, nothing lost, small: for web pages."},
     {"GeoTIFF", PictureFormat::geotiff, ".tif", "Pixels that know where they lie: for QGIS and other map programs."},
     {"SVG", PictureFormat::svg, ".svg", "Paths and text: for web pages and drawing programs."},
     {"PDF", PictureFormat::pdf, ".pdf", "Paths and text: for print."}}};

/// The format of what is typed so far; PNG for a name without an extension that is known.
const FormatChoice& format_of(const std::string& path) {
    const auto format = picture_format_from(path);
    const auto* found = std::ranges::find(formats, format.value_or(PictureFormat::png), &FormatChoice::format);
    return found == formats.end() ? formats.front() : *found;
}

/// With the extension of a format, so that the same name is not written as another one.
std::string with_extension(const std::string& path) {
    return path.empty() || is_picture_path(path) ? path : path + ".png";
}

void choose_format(PanelMemory& memory, const Ui& ui) {
    std::array<const char*, formats.size()> labels{};
    std::ranges::transform(formats, labels.begin(), &FormatChoice::label);
    const FormatChoice& lit = format_of(memory.export_path);
    const int pressed = segmented(ui, "format", labels.data(), static_cast<int>(labels.size()),
                                  static_cast<int>(&lit - formats.data()));
    if (pressed < 0) return;
    std::filesystem::path path = memory.export_path.empty() ? "map" : memory.export_path;
    if (is_picture_path(path.string())) path.replace_extension();
    memory.export_path = path.string() + formats[static_cast<std::size_t>(pressed)].extension;
}

void choose_size(PanelMemory& memory, const Ui& ui) {
    const SizeChoice& chosen = sizes[static_cast<std::size_t>(memory.export_size)];
    const std::string screen = "Size of the screen, " + std::to_string(ui.state.view.width_px) + " × " +
                               std::to_string(ui.state.view.height_px);
    ImGui::SetNextItemWidth(-1);
    if (!ImGui::BeginCombo("##size", memory.export_size == 0 ? screen.c_str() : chosen.label)) return;
    for (std::size_t i = 0; i < sizes.size(); ++i)
        if (ImGui::Selectable(i == 0 ? screen.c_str() : sizes[i].label, memory.export_size == static_cast<int>(i)))
            memory.export_size = static_cast<int>(i);
    ImGui::EndCombo();
}

void write(Ui& ui, const std::string& path, const FormatChoice& format) {
    std::vector<std::string> arguments{path};
    if (const char* size = sizes[static_cast<std::size_t>(ui.memory.export_size)].size; *size != '\0')
        arguments.emplace_back(size);
    if (ui.memory.export_world_file && !is_vector(format.format)) arguments.emplace_back("world-file");
    ui.commands.add("export.snapshot", std::move(arguments));
}

}  // namespace

void draw_export_dialog(Ui& ui) {
    PanelMemory& memory = ui.memory;
    if (memory.dialog_appearing) memory.export_title = scene_of(ui.state).furniture.title;
    if (begin_dialog(ui, "Export the map", 540, 560)) {
        const auto label = [&](const char* words) { text_in(ui.fonts.small, palette().ink_soft, words); };
        const float buttons = ui.px(46);
        ImGui::BeginChild("settings", {0, -buttons}, false, ImGuiWindowFlags_NoNav);
        label("Title on the map");
        ImGui::SetNextItemWidth(-1);
        if (ImGui::InputText("##title", &memory.export_title)) ui.commands.add("export.title", {memory.export_title});
        label("Kind of file");
        choose_format(memory, ui);
        const FormatChoice& format = format_of(memory.export_path);
        label(format.good_for);
        label("Size");
        choose_size(memory, ui);
        label("File");
        ImGui::SetNextItemWidth(-1);
        if (memory.dialog_appearing) ImGui::SetKeyboardFocusHere();
        const bool entered = ImGui::InputText("##path", &memory.export_path, ImGuiInputTextFlags_EnterReturnsTrue);
        std::error_code ignored;
        const std::string path = with_extension(with_home(memory.export_path));
        if (!path.empty() && std::filesystem::exists(path, ignored))
            label("This file is there already and will be replaced.");
        else
            ImGui::Dummy({1, ui.fonts.small->FontSize});
        ImGui::BeginDisabled(is_vector(format.format) || format.format == PictureFormat::geotiff);
        ImGui::Checkbox("Beside it a world file, for map programs", &memory.export_world_file);
        ImGui::EndDisabled();
        if (ImGui::CollapsingHeader("Around the map")) draw_furniture_settings(ui);
        ImGui::EndChild();
        ImGui::BeginDisabled(path.empty());
        const bool pressed = button(ui, (std::string("Write ") + format.label).c_str(), ButtonLook::accent);
        ImGui::EndDisabled();
        ImGui::SameLine();
        if (button(ui, "Cancel")) ui.commands.add("dialog.show", {"none"});
        if ((pressed || entered) && !path.empty()) write(ui, path, format);
    }
    end_dialog();
}

}  // namespace chronomap
