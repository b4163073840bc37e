#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/export/export_job.hpp"
#include "geo/events/event_set.hpp"

namespace chronomap {

/// A row of a list in the export dialog.
struct ExportChoice {
    const char* label;
    const char* word;  ///< as export.snapshot reads it
};

inline constexpr std::array<ExportChoice, 11> export_sizes{{{"Size of the screen", ""},
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
inline constexpr std::array<ExportChoice, 6> export_steps{{{"stop of the story", "stop"},
                                                           {"day", "day"},
                                                           {"month", "month"},
                                                           {"year", "year"},
                                                           {"decade", "decade"},
                                                           {"century", "century"}}};

/// A kind of file that an export may write.
struct ExportFormat {
    const char* label;
    const char* extension;
    const char* good_for;
};

/// What is chosen in the export dialog.
struct ExportMemory {
    ExportKind kind = ExportKind::picture;
    std::string path, proposed_path;  ///< what is typed; what the program proposed last
    std::string title;
    int size = 0, step = 0;       ///< rows of their lists
    std::string from, to;         ///< of a series or a film; empty: where the events begin and end
    float frames_per_second = 0;  ///< 0: as the step suggests
    std::string first, second;    ///< dates to compare
    int quality = 92;             ///< of JPEG
    bool world_file = false, leave_out_paths = false;
    // How many dates a series has, worked out when it changes.
    std::vector<std::string> counted_for;
    EventSetPtr counted_in;
    std::string count;
};

/// True for exports of many dates.
bool has_dates(ExportKind kind);

/// The formats that a picture, a series, a film or a comparison can have.
std::vector<ExportFormat> formats_for(ExportKind kind);
/// The one that a path's ending names; the first where it names none of them.
ExportFormat format_of(ExportKind kind, const std::string& path);
/// `path` with the format's ending in place of another format's.
std::string with_format(const std::string& path, const ExportFormat& format);

/// What the settings are as words of export.snapshot, the path first.
std::vector<std::string> export_words(const ExportMemory& memory, const std::string& path);

/// A name for the file, of the title and what is exported: "three-towns-1993.png".
std::string proposed_name(const ExportMemory& memory, const std::string& title, const std::string& date);

}  // namespace chronomap
