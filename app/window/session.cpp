#include "app/window/session.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>

#include "app/commands/key_bindings.hpp"
#include "app/commands/presentation_keys.hpp"
#include "app/panels/ui.hpp"
#include "app/settings/state_folder.hpp"
#include "app/state/camera_moves.hpp"
#include "app/state/demo.hpp"
#include "app/state/map_layers.hpp"
#include "app/state/map_style.hpp"
#include "app/state/pasting.hpp"
#include "app/state/playing.hpp"
#include "app/state/story_telling.hpp"
#include "app/story/told_step.hpp"
#include "app/window/load_file.hpp"
#include "app/window/window_layout.hpp"
#include "geo/base/asset_paths.hpp"
#include "geo/base/interrupt.hpp"
#include "geo/io/basemap.hpp"
#include "geo/io/shipped_layers.hpp"
#include "render/gl/window_framebuffer.hpp"

namespace chronomap {

namespace {

/// What the window lays over the map, in the map's pixels.
std::vector<PixelBox> boxes_over_map(const WindowLayout& layout) {
    const PixelRect &buttons = layout.map_buttons, &map = layout.map;
    if (buttons.width <= 0) return {};
    constexpr float around = 3;
    return {{buttons.x - map.x - around, buttons.y - map.y - around, buttons.right() - map.x + around,
             buttons.bottom() - map.y + around}};
}

/// All parts of the window but a presentation.
void draw_workspace(Ui& ui) {
    draw_map(ui);
    draw_left_side(ui);
    draw_right_side(ui);
    draw_event_table(ui);
    draw_timeline(ui);
    draw_top_bar(ui);
    draw_message_bar(ui);
    draw_dialogs(ui);
}

constexpr double frame_seconds = 1.0 / 60;
/// The longest sleep: a signal does not end it, and Ctrl-C in the terminal should be obeyed at once.
/// The style's file is looked at as often.
constexpr double idle_seconds = 0.25;

}  // namespace

Session::Session(Window window, const SessionOptions& options)
    : options_(options),
      registry_(all_commands()),
      window_(std::move(window)),
      imgui_(window_.handle()),
      autosave_(options.remember ? recovery_folder() : std::string(), Window::wake) {}

Session::~Session() {
    // GL objects go while the context is still there.
    job_.reset();
    step_pictures_.clear();
    canvas_.reset();
}

Result<std::unique_ptr<Session>> Session::create(const SessionOptions& options) {
    const CommandRegistry registry = all_commands();
    ScriptRunner script;
    if (!options.script.empty()) {
        auto read = read_script(options.script, registry);
        if (!read) return tl::unexpected(read.error());
        script = ScriptRunner(std::move(*read));
    }
    AppState styled;
    if (const auto set = set_map_style(styled, options.style); !set) return tl::unexpected(set.error());
    auto remembered = options.remember ? read_remembered(remembered_path()) : Result<Remembered>(Remembered{});
    constexpr int usual_width = 1440, usual_height = 900;
    auto window = Window::create(options.width > 0 ? options.width : usual_width,
                                 options.height > 0 ? options.height : usual_height, "chronomap");
    if (!window) return tl::unexpected(window.error());
    std::unique_ptr<Session> session(new Session(std::move(*window), options));
    auto canvas = MapCanvas::create();
    if (!canvas) return tl::unexpected(canvas.error());
    session->canvas_ = std::move(*canvas);
    session->script_ = std::move(script);
    session->job_ = std::make_unique<OpenJob>(file_loader(options.gazetteers), Window::wake);
    session->state_ = std::move(styled);
    session->state_.style_choices = style_names();
    session->begin_as_remembered(remembered.value_or(Remembered{}));
    if (!remembered) say(session->state_, MessageLevel::warning, remembered.error());
    ReadSettings settings = read_settings(settings_path(), session->registry_);
    session->state_.settings = std::move(settings.settings);
    for (const Error& problem : settings.problems) say(session->state_, MessageLevel::warning, problem);
    session->load_map_data();
    session->state_.relief = options.relief;
    session->state_.requests.open = options.files;
    session->state_.requests.layers = options.layers;
    if (options.files.empty() && !options.empty && !demo_path().empty())
        session->state_.requests.open.push_back(demo_path());
    // The first time, there is nothing to remember yet.
    const bool first_time = options.remember && remembered && *remembered == Remembered{};
    if (first_time && options.files.empty() && !options.empty)
        say(session->state_, MessageLevel::info,
            "Welcome. This is the demo: press Space to let it play, ? for all keys. Then open an article of your own "
            "(Ctrl+O), paste its text (Ctrl+V) or drop its file onto this window.");
    return session;
}

void Session::load_map_data() {
    std::vector<std::string> warnings;
    for (MapLayerPtr& layer : shipped_layers(warnings)) state_.layers.push_back({std::move(layer), true, true});
    for (std::string& warning : warnings) say(state_, MessageLevel::warning, std::move(warning));
    auto basemap = Basemap::open(asset_path("basemap.pack"));
    if (basemap) {
        state_.basemap = std::move(*basemap);
        state_.map_sources = state_.basemap->sources();
    } else {
        say(state_, MessageLevel::warning, basemap.error(), "The map's land and water cannot be shown: ");
    }
}

void Session::watch_style() {
    if (!style_watch_.changed(state_.style_file, state_.now_s)) return;
    reload_map_style(state_);
    frames_due_ = std::max(frames_due_, frames_after_input);
}

void Session::run_command(const Command& command) {
    if (const auto done = registry_.run(state_, command); !done) say(state_, MessageLevel::error, done.error());
    frames_due_ = std::max(frames_due_, frames_after_input);
}

void Session::take_input(const WindowInput& input) {
    if (input.any) frames_due_ = frames_after_input;
    imgui_.feed(input.events);
    after_ = AfterCommand::nothing;
    for (const std::string& path : input.dropped) run_command({"file.open", {path}});
    const bool typing = imgui_.wants_text();
    for (const InputEvent& event : input.events) {
        const std::string& keys = event.keys;
        if (keys.empty()) continue;
        if (typing) {
            if (keys == "Escape" && state_.panels.dialog != Dialog::none) run_command({"dialog.show", {"none"}});
            continue;
        }
        after_ = AfterCommand::let_it_settle;
        if (keys == "Escape" && imgui_.close_popups()) continue;
        if (keys == "Escape" && state_.tool != MapTool::none && state_.panels.dialog == Dialog::none) {
            run_command({"map.tool", {"none"}});
            continue;
        }
        if (keys == "Escape" && !state_.map_pick.empty() && state_.panels.dialog == Dialog::none) {
            run_command({"map.pick", {"none"}});
            continue;
        }
        if (keys == "Escape" && state_.panels.dialog != Dialog::none) {
            run_command({"dialog.show", {"none"}});
            continue;
        }
        const std::string line = state_.show.presenting ? std::string(presentation_command_for_keys(keys))
                                                        : command_for_keys(keys, state_.settings);
        if (line.empty()) continue;
        if (const auto command = parse_command(line)) run_command(*command);
    }
}

void Session::start_requests() {
    if (state_.requests.cancel) job_->cancel();
    state_.requests.cancel = false;
    serve_clipboard();
    const Requests& wanted = state_.requests;
    const bool to_read = !wanted.open.empty() || !wanted.layers.empty() || wanted.clipboard.pasted;
    if (to_read && !job_->running()) {
        std::vector<OpenPath> paths;
        for (std::string& path : std::exchange(state_.requests.open, {})) paths.push_back({std::move(path)});
        for (std::string& path : std::exchange(state_.requests.layers, {}))
            paths.push_back({std::move(path), OpenAs::layer});
        if (auto text = std::exchange(state_.requests.clipboard.pasted, std::nullopt))
            paths.push_back({id_for_pasted(state_), OpenAs::pasted, std::move(*text)});
        job_->start(std::move(paths), state_.store);
        state_.job = job_->status();
        frames_due_ = frames_after_input;
    }
    std::error_code ignored;
    // What was written to the style before that file is to be shown when the script goes on.
    if (!state_.requests.wait_file.empty() && std::filesystem::exists(state_.requests.wait_file, ignored) &&
        !style_watch_.due(state_.style_file))
        state_.requests.wait_file.clear();
    if (state_.requests.screen) {
        window_.use_screen(*state_.requests.screen);
        state_.requests.screen.reset();
        state_.requests.wait_frames = std::max(state_.requests.wait_frames, 8);
    }
    if (state_.requests.resize) {
        window_.resize(state_.requests.resize->width, state_.requests.resize->height);
        state_.requests.resize.reset();
        // The window system answers in its own time; scripts wait for that.
        state_.requests.wait_frames = std::max(state_.requests.wait_frames, 8);
    }
}

void Session::draw_frame() {
    int width = 0;
    int height = 0;
    window_.framebuffer_size(width, height);
    if (width <= 0 || height <= 0) return;
    unit_ = window_.content_scale() * static_cast<float>(state_.ui_scale);
    use_characters();
    imgui_.set_look(map_style(state_).interface_theme, unit_);
    WindowLayout layout = layout_window(state_.panels, static_cast<float>(width), static_cast<float>(height), unit_);
    keep_buttons_clear(layout, canvas_->furniture_boxes(), unit_);
    float map_unit = unit_;
    if (state_.show.presenting) {
        const auto map = presentation_.update(state_, *canvas_, width, height);
        if (!map) say(state_, MessageLevel::error, map.error());
        layout = {};
        layout.map = map.value_or(PixelRect{0, 0, static_cast<float>(width), static_cast<float>(height)});
        map_unit = presentation_ratio(width, height);
    }
    const View before = state_.view;
    set_map_size(state_, static_cast<int>(layout.map.width), static_cast<int>(layout.map.height), map_unit);
    const bool resized = before.width_px != state_.view.width_px || before.height_px != state_.view.height_px ||
                         before.pixel_ratio != state_.view.pixel_ratio;
    if (resized && (state_.show.presenting || presented_)) fit_step(state_);
    presented_ = state_.show.presenting;
    const LabelMotion motion = state_.animate ? LabelMotion::fading : LabelMotion::none;
    if (!writing_) {
        Scene scene = scene_of(state_);
        // A window that shows what an export shows shows the same names, too.
        if (state_.show.presenting)
            tell_beside(scene);
        else if (!state_.full_furniture)
            scene.covered = boxes_over_map(layout);
        if (const auto drawn = canvas_->update(scene, state_.view, motion); !drawn)
            say(state_, MessageLevel::error, drawn.error());
    }
    bind_window(width, height);
    // Below the panels; ImGui would mix both pixel by pixel.
    if (state_.show.presenting) canvas_->copy_sheet(height);
    memory_.map_is_drawn = canvas_->copy_map(layout.map, height);
    memory_.map_hits = &canvas_->hits();

    CommandQueue commands;
    imgui_.begin_frame();
    Ui ui{state_, imgui_.fonts(), layout, memory_, commands, unit_};
    if (state_.show.presenting)
        draw_presentation(ui);
    else
        draw_workspace(ui);
    imgui_.end_frame();
    for (const std::string& path : std::exchange(state_.requests.map_pictures, {})) {
        if (const auto written = write_png(canvas_->shown(), path); !written)
            say(state_, MessageLevel::error, written.error());
    }
    for (const std::string& path : std::exchange(state_.requests.screenshots, {})) {
        if (const auto written = write_png(read_window(width, height), path); !written)
            say(state_, MessageLevel::error, written.error());
    }
    window_.swap();
    for (const Command& command : commands.take()) run_command(command);
    // A script waits for what the user did, and for the size that it asked for.
    const bool settled = window_.has_size_asked_for() && !window_.has_input_left();
    if (state_.requests.wait_frames > 0 && settled) --state_.requests.wait_frames;
}

void Session::draw_step_pictures() {
    const bool seen = std::exchange(memory_.story.seen, false);
    const bool busy = state_.flight || state_.playback.playing() || window_.has_input_left() || writing_;
    if (!seen || busy) return;
    if (step_pictures_.follow(state_, *canvas_, unit_)) frames_due_ = std::max(frames_due_, 2);
    memory_.story.pictures = step_pictures_.textures();
}

double Session::seconds_to_wait() const {
    if (frames_due_ > 0 || state_.flight || state_.requests.wait_frames > 0) return frame_seconds;
    if (!script_.finished()) return frame_seconds;
    if (canvas_->fading()) return frame_seconds;
    if (job_->running() || save_job_.running()) return 0.1;
    if (state_.playback.playing()) return std::clamp(seconds_to_next_step(state_), 0.001, 0.1);
    return idle_seconds;
}

int Session::run() {
    const InterruptWatch watch;
    while (!state_.requests.quit && !InterruptWatch::interrupted()) {
        if (window_.closing()) {
            window_.stay_open();
            run_command({"file.quit", {}});
            if (state_.requests.quit) break;
        }
        const bool typing = imgui_.wants_text();
        take_input(window_.wait(seconds_to_wait(), after_));
        state_.now_s = glfwGetTime();
        const TimeSelection shown = state_.time;
        advance(state_);
        take_deliveries();
        save_project();
        // What is read for long is told over the map.
        if (ground_job_.follow(state_) || state_.ground_drawing) frames_due_ = std::max(frames_due_, 1);
        if (search_job_.follow(state_)) frames_due_ = std::max(frames_due_, 1);
        if (table_job_.follow(state_)) frames_due_ = std::max(frames_due_, 1);
        watch_style();
        start_requests();
        if (const auto ran = script_.advance(state_, registry_); !ran) {
            std::fprintf(stderr, "chronomap: error: %s\n", ran.error().text().c_str());
            script_failed_ = true;
            state_.requests.quit = true;
        }
        start_requests();
        save_project();
        autosave_.follow(state_);
        show_title();
        const bool moving =
            state_.flight || canvas_->fading() || state_.requests.wait_frames > 0 || state_.requests.pending();
        if (moving || shown != state_.time || typing || job_->running()) frames_due_ = std::max(frames_due_, 1);
        if (frames_due_ > 0) {
            --frames_due_;
            draw_frame();
            draw_step_pictures();
            frame_times_.add(glfwGetTime() - state_.now_s);
        }
        for (const std::string& path : std::exchange(state_.requests.frame_reports, {})) {
            if (const auto written = frame_times_.write(path); !written)
                say(state_, MessageLevel::error, written.error());
            frame_times_.clear();
        }
        write_exports();
    }
    end_session();
    return script_failed_ ? 1 : 0;
}

Result<int> run_window(const SessionOptions& options) {
    auto session = Session::create(options);
    if (!session) return tl::unexpected(session.error());
    return (*session)->run();
}

}  // namespace chronomap
