#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/export/export_job.hpp"

namespace chronomap {

enum class ExportTo : std::uint8_t { file, clipboard };

/// What is to be written of the map in the window.
struct WindowExport {
    ExportRequest request;
    ExportTo to = ExportTo::file;
    std::optional<PictureSize> size;  ///< nothing: as large as the map in the window
};

struct WindowSize {
    int width = 0;
    int height = 0;
};

/// How much of the screen the window takes.
enum class ScreenUse : std::uint8_t { window, whole };

/// What is to go onto the clipboard or come from it.
struct ClipboardRequests {
    std::optional<std::string> text;    ///< to be copied
    bool paste = false;                 ///< take up what is on it
    std::optional<std::string> pasted;  ///< text that is to be read as an article
    bool pending() const { return text || paste || pasted; }
};

/// What commands ask of the world outside the state: files, the window, the GPU. The window's loop takes them up.
struct Requests {
    std::vector<std::string> open;    ///< paths of articles, datasets, layers and pictures
    std::vector<std::string> layers;  ///< paths of what is to be a layer whatever it looks like
    std::optional<std::string> save;  ///< path of the project file to write
    std::vector<WindowExport> exports;
    ClipboardRequests clipboard;
    std::vector<std::string> screenshots;    ///< PNG paths: the whole window
    std::vector<std::string> map_pictures;   ///< PNG paths: the map's texture as the window shows it
    std::vector<std::string> frame_reports;  ///< JSON paths: how long the frames took since the last report
    std::string wait_file;                   ///< a script goes on when this file is there
    std::optional<WindowSize> resize;
    std::optional<ScreenUse> screen;
    bool cancel = false;  ///< stop the job that runs
    bool quit = false;
    int wait_frames = 0;  ///< frames still to pass before a script goes on

    bool pending() const {
        return !open.empty() || !layers.empty() || save || !exports.empty() || !screenshots.empty() ||
               clipboard.pending() || !map_pictures.empty() || !frame_reports.empty() || !wait_file.empty() || resize || screen ||
               wait_frames > 0;
    }
};

/// The long work that runs on the worker thread, as last reported.
struct JobStatus {
    bool running = false;
    std::string what;     ///< "Reading aghdam.txt"
    double fraction = 0;  ///< [0, 1]; negative: not known
};

}  // namespace chronomap
