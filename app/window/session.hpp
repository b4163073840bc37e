#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/commands/script.hpp"
#include "app/panels/panel_memory.hpp"
#include "app/settings/remembered.hpp"
#include "app/window/autosave.hpp"
#include "app/window/file_watch.hpp"
#include "app/window/frame_times.hpp"
#include "app/window/ground_job.hpp"
#include "app/window/imgui_host.hpp"
#include "app/window/map_canvas.hpp"
#include "app/window/open_job.hpp"
#include "app/window/presentation.hpp"
#include "app/window/run_window.hpp"
#include "app/window/save_job.hpp"
#include "app/window/search_job.hpp"
#include "app/window/step_pictures.hpp"
#include "app/window/table_job.hpp"
#include "app/window/window.hpp"
#include "geo/base/progress.hpp"

namespace chronomap {

/// The window, its state and the loop that joins them. The only place where commands meet files and the GPU.
class Session {
  public:
    static Result<std::unique_ptr<Session>> create(const SessionOptions& options);
    ~Session();

    /// Runs until the window is closed. Exit status: 0, or 1 when the script failed.
    int run();

  private:
    Session(Window window, const SessionOptions& options);

    /// ImGui settles hover and focus in the frames after an event.
    static constexpr int frames_after_input = 3;

    void load_map_data();
    void watch_style();
    void take_input(const WindowInput& input);
    void run_command(const Command& command);
    void take_deliveries();
    void show_loaded(OpenJob::Delivery& delivery);
    void use_characters();
    /// Begins to write the project where that was asked for, and takes note when it is written.
    void save_project();
    /// Text to and from the clipboard.
    void serve_clipboard();
    /// A picture that was written for it; where it takes none, the path is copied and the file stays.
    void give_to_clipboard(const std::string& path);
    void show_title();
    /// Begins as the last session ended; asks for work that it left behind.
    void begin_as_remembered(const Remembered& remembered);
    void end_session();
    void start_requests();
    void draw_frame();
    /// Pictures of the story's steps, while its panel is seen and nothing else is to be drawn.
    void draw_step_pictures();
    void write_exports();
    /// Shows how far the writing of a picture is and takes input meanwhile.
    Progress progress_of_writing(const std::string& path);
    double seconds_to_wait() const;

    SessionOptions options_;
    CommandRegistry registry_;
    AppState state_;
    PanelMemory memory_;
    ScriptRunner script_;
    bool script_failed_ = false;
    AfterCommand after_ = AfterCommand::nothing;  ///< what follows on the input taken last
    Window window_;
    ImguiHost imgui_;
    std::unique_ptr<MapCanvas> canvas_;
    EventSetPtr characters_of_;  ///< whose characters have faces,
    std::size_t characters_told_ = 0;
    std::unique_ptr<OpenJob> job_;
    GroundJob ground_job_{Window::wake};
    TableJob table_job_{Window::wake};
    SaveJob save_job_{Window::wake};
    std::optional<Work> being_saved_;  ///< what save_job_ writes
    std::string shown_title_;
    Autosave autosave_;
    SearchJob search_job_{Window::wake};
    FileWatch style_watch_;
    FrameTimes frame_times_;
    Presentation presentation_;
    StepPictures step_pictures_;
    bool presented_ = false;  ///< the last frame was one of a presentation
    bool writing_ = false;  ///< a picture: the renderer is at it, the map in the window stays as it is
    int frames_due_ = 3;    ///< frames still to draw before the loop may sleep
    float unit_ = 1;
};

}  // namespace chronomap
