#include "app/commands/export_words.hpp"

#include "app/commands/arguments.hpp"
#include "app/export/comparison_export.hpp"

namespace chronomap {

namespace {

Result<void> take_number(const std::string& value, const char* what, double least, double most, double& out) {
    const auto number = number_from(value, what);
    if (!number) return tl::unexpected(number.error());
    if (*number < least || *number > most)
        return fail(std::string(what) + " must be from " + std::to_string(static_cast<int>(least)) + " to " +
                    std::to_string(static_cast<int>(most)));
    out = *number;
    return {};
}

Result<void> take_date(const std::string& value, EdtfDate& out) {
    auto date = parse_date_as_typed(value);
    if (!date) return tl::unexpected(date.error());
    out = std::move(*date);
    return {};
}

/// One word of export.snapshot after the path.
Result<void> take_word(const std::string& word, WindowExport& out) {
    ExportRequest& request = out.request;
    const std::size_t sign = word.find('=');
    const std::string name = word.substr(0, sign), value = sign == word.npos ? std::string() : word.substr(sign + 1);
    if (word == "world-file") return request.world_file = true, Result<void>();
    if (word == "story") return request.story = true, Result<void>();
    if (word == "no-paths") return request.leave_out_paths = true, Result<void>();
    if (word.ends_with("dpi"))
        return take_number(word.substr(0, word.size() - 3), "the dots an inch", 20, 2400, request.dpi);
    if (name == "from") return take_date(value, request.series.from);
    if (name == "to") return take_date(value, request.series.to);
    if (name == "fps") return take_number(value, "the frames a second", 0, 60, request.frames_per_second);
    if (name == "quality") {
        double quality = 0;
        const auto taken = take_number(value, "the quality", 1, 100, quality);
        request.quality = static_cast<int>(quality);
        return taken;
    }
    if (name == "each") {
        auto unit = series_unit_from(value);
        if (!unit) return tl::unexpected(unit.error());
        request.each = true;
        request.series.unit = *unit;
        return {};
    }
    if (name == "compare") {
        auto dates = compared_dates_from(value);
        if (!dates) return tl::unexpected(dates.error());
        request.compared = std::move(*dates);
        return {};
    }
    const auto size = picture_size_from(word);
    if (!size) return tl::unexpected(size.error());
    out.size = *size;
    return {};
}

}  // namespace

Result<WindowExport> export_from_words(std::span<const std::string> words) {
    WindowExport wanted;
    if (!words.empty()) wanted.request.path = words[0];
    if (wanted.request.path.empty()) return fail("the path is empty");
    for (const std::string& word : words.subspan(1))
        if (const auto taken = take_word(word, wanted); !taken) return tl::unexpected(taken.error());
    if (const auto checked = check_export(wanted.request); !checked) return tl::unexpected(checked.error());
    if (wanted.size)
        if (const auto size = pixels_of(*wanted.size, wanted.request.dpi); !size) return tl::unexpected(size.error());
    return wanted;
}

}  // namespace chronomap
