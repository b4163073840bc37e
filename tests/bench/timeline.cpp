// Times frames of the timeline's panel with invented events: what it costs the processor to lay it out and to list its
// triangles, without a window. Prints JSON. usage: chronomap_timeline [EVENTS]
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>

#include "app/panels/ui.hpp"
#include "app/state/playing.hpp"

using namespace chronomap;

namespace {

double ms_now() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Days, months and years between 1900 and 2024, every third approximate; of all kinds.
ExtractionPtr invented(int count) {
    auto extraction = std::make_shared<Extraction>();
    extraction->article.id = "invented";
    std::mt19937 random(7);
    for (int i = 0; i < count; ++i) {
        Event event;
        event.id = std::to_string(i);
        event.article_id = extraction->article.id;
        event.kind = static_cast<EventKind>(random() % event_kind_count);
        const int year = 1900 + static_cast<int>(random() % 124);
        const unsigned month = 1 + static_cast<unsigned>(random() % 12), day = 1 + static_cast<unsigned>(random() % 28);
        char text[32];
        std::snprintf(text, sizeof text, i % 10 == 0 ? "%04d" : i % 4 == 0 ? "%04d-%02u" : "%04d-%02u-%02u", year, month,
                      day);
        event.date = *EdtfDate::parse(std::string(text) + (i % 3 == 0 ? "~" : ""));
        extraction->events.push_back(std::move(event));
    }
    return extraction;
}

/// A window without a window: ImGui's lists of triangles are made and thrown away.
class Frames {
  public:
    explicit Frames(AppState& state) : state_(state) {
        ImGui::CreateContext();
        ImGui::GetIO().DisplaySize = {1920, 1080};
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        apply_theme(InterfaceTheme::light, 1);
        fonts_ = load_fonts(1, missing_);
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
        ImGui::GetIO().FontDefault = fonts_.body;
        layout_ = layout_window(state.panels, 1920, 1080, 1);
    }
    ~Frames() { ImGui::DestroyContext(); }

    double draw() {
        ImGui::GetIO().DeltaTime = 1 / 60.0F;
        const double begin = ms_now();
        ImGui::NewFrame();
        CommandQueue commands;
        Ui ui{state_, fonts_, layout_, memory_, commands, 1};
        draw_timeline(ui);
        ImGui::Render();
        const double end = ms_now();
        vertices = ImGui::GetDrawData()->TotalVtxCount;
        return end - begin;
    }

    void report(const char* what, const std::function<void(int)>& change, const char* end = ",") {
        std::vector<double> times;
        for (int i = 0; i < 60; ++i) {
            change(i);
            times.push_back(draw());
        }
        std::ranges::sort(times);
        std::printf("  \"%s\": {\"median_ms\": %.2f, \"p95_ms\": %.2f, \"most_ms\": %.2f, \"vertices\": %d}%s\n", what,
                    times[30], times[57], times.back(), vertices, end);
    }

  private:
    AppState& state_;
    Fonts fonts_;
    std::string missing_;
    WindowLayout layout_;
    PanelMemory memory_;
    int vertices = 0;
};

}  // namespace

int main(int argc, char** argv) {
    AppState state;
    state.animate = false;
    add_extraction(state, invented(argc > 1 ? std::atoi(argv[1]) : 1'000'000));
    show_span(state, span_of_year(1993));
    Frames frames(state);
    std::printf("{\n  \"first_ms\": %.1f,\n", frames.draw());
    const PixelRect area = layout_window(state.panels, 1920, 1080, 1).timeline;
    frames.report("standing", [](int) {});
    frames.report("scrubbing", [&](int i) { show_span(state, span_of_year(1950 + i)); });
    state.time.mode = TimeMode::until;
    frames.report("scrubbing, all until a year", [&](int i) { show_span(state, span_of_year(1950 + i)); });
    frames.report("the mouse moves over the bars", [&](int i) {
        ImGui::GetIO().MousePos = {400 + 13.0F * static_cast<float>(i), area.bottom() - 50};
    });
    ImGui::GetIO().MousePos = {5, 5};
    frames.report("zooming", [&](int i) {
        const std::chrono::days off{300 * i};
        state.timeline_shown = {state.extent.begin + off, state.extent.end - off};
    });
    frames.report("panning, close", [&](int i) {
        const Day from = first_day_of(1950) + std::chrono::days{5 * i};
        state.timeline_shown = {from, from + std::chrono::days{400}};
    });
    state.timeline_shown = {};
    frames.report("by source", [&](int) { state.time_settings.stacked_by = TimelineStacking::article; }, "");
    std::printf("}\n");
    return 0;
}
