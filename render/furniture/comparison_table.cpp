#include "render/furniture/comparison_table.hpp"

#include <algorithm>
#include <unordered_map>

#include "render/furniture/legend_key.hpp"
#include "render/scene/layer_marks.hpp"

namespace chronomap {
namespace {

constexpr Colour clear{0, 0, 0, 0};
constexpr const char* areas_heading = "Areas, lines";
/// Below so few rows the maps give way rather than the table.
constexpr std::size_t least_rows = 3;
constexpr std::size_t most_place_lines = 4, most_area_lines = 2;
/// Nominal pixels: a symbol stands free of the one above it.
constexpr float least_line = 16;

std::string counted(std::size_t number, const std::string& thing) {
    return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

/// Places that go by one name, as the rows of a dataset that names countries only.
struct NamedPlaces {
    std::string name;
    std::size_t places = 0, events = 0, first = 0, second = 0;
};
/// More than fit on any sheet.
constexpr std::size_t most_names = 80;

std::string words_of(const NamedPlaces& here) {
    if (here.first > 0 && here.second > 0)
        return here.name + " (" + std::to_string(here.first) + ", then " + std::to_string(here.second) + ")";
    return here.events > 1 ? here.name + " (" + std::to_string(here.events) + ")" : here.name;
}

/// An area or line by its name and who holds it.
std::string words_of(const LayerMark& mark) {
    const LayerFeature& feature = *mark.feature;
    if (feature.name.empty()) return feature.holder.empty() ? mark.layer->name : feature.holder;
    return feature.holder.empty() ? feature.name : feature.name + " (" + feature.holder + ")";
}

/// An entry of a list, and how many things it stands for.
struct Listed {
    std::string words;
    std::size_t count = 1;
};

/// As many entries as fit on the lines together with the words for the others.
std::vector<std::string> listed(const std::vector<Listed>& entries, const SheetWriter& writer, float size, float width,
                                std::size_t most_lines) {
    for (std::size_t named = std::min(entries.size(), most_names); named > 0; --named) {
        std::string words;
        std::size_t others = 0;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (i < named)
                words += (i == 0 ? "" : ", ") + entries[i].words;
            else
                others += entries[i].count;
        }
        if (others > 0) words += " and " + std::to_string(others) + " more";
        auto lines = writer.wrap(words, TextClass::legend_note, size, width, most_lines + 1);
        if (lines.size() <= most_lines) return lines;
    }
    return {};
}

/// The words of looks that need some, of both maps, each once.
std::vector<LegendRow> looks(const Scene& first, const Scene& second, const View& map, const Style& style) {
    std::vector<LegendRow> found;
    for (const Scene* scene : {&first, &second}) {
        EventMarks marks;
        if (scene->events)
            marks = arrange_events(*scene->events, scene->events->meeting(scene->time.effective()), map, style);
        for (LegendRow& row : legend_rows(*scene, map, style, marks))
            if (row.count.empty() &&
                std::ranges::none_of(found, [&](const LegendRow& known) { return known.words == row.words; }))
                found.push_back(std::move(row));
    }
    return found;
}

}  // namespace

std::vector<ComparedRow> compared_rows(const EventSet& events, const Comparison& comparison, std::size_t most) {
    std::array<ComparedRow, event_kind_count> kinds;
    for (std::size_t share = 0; share < compared_in_count; ++share)
        for (const EventIndex index : comparison.shares[share].events) {
            ComparedRow& row = kinds[static_cast<std::size_t>(events.events[index].kind)];
            ++row.counts[share];
            ++row.key.events;
        }
    std::vector<ComparedRow> rows;
    for (std::size_t k = 1; k <= event_kind_count; ++k) {
        const auto kind = static_cast<EventKind>(k % event_kind_count);
        ComparedRow& row = kinds[static_cast<std::size_t>(kind)];
        if (row.key.events == 0) continue;
        row.key.kind = kind;
        row.key.words = words_of(kind);
        rows.push_back(row);
    }
    if (rows.size() <= most || most == 0) return rows;
    ComparedRow rest;
    rest.key.key = LegendKey::none;
    rest.key.words = std::to_string(rows.size() - most + 1) + " more kinds";
    for (std::size_t i = most - 1; i < rows.size(); ++i)
        for (std::size_t share = 0; share < compared_in_count; ++share) rest.counts[share] += rows[i].counts[share];
    rows.resize(most - 1);
    rows.push_back(std::move(rest));
    return rows;
}

std::vector<std::string> place_lines(const ComparedShare& share, NamingPolicy naming, TimeSpan at,
                                     const SheetWriter& writer, float size, float width, std::size_t most_lines) {
    std::vector<NamedPlaces> names;
    std::unordered_map<std::string, std::size_t> known;
    for (const ComparedPlace& seen : share.places) {
        std::string name = display_name(*seen.place, naming, seen.surface, at);
        const auto [found, is_new] = known.try_emplace(name, names.size());
        if (is_new) names.push_back({std::move(name)});
        NamedPlaces& here = names[found->second];
        ++here.places;
        here.events += seen.events;
        here.first += seen.first;
        here.second += seen.second;
    }
    std::ranges::stable_sort(names, [](const NamedPlaces& x, const NamedPlaces& y) { return x.events > y.events; });
    std::vector<Listed> list;
    for (const NamedPlaces& here : names) list.push_back({words_of(here), here.places});
    return listed(list, writer, size, width, most_lines);
}

std::array<std::vector<std::string>, compared_in_count> compared_areas(const Scene& first, const Scene& second,
                                                                       const View& map) {
    std::vector<std::pair<std::string, std::array<bool, 2>>> seen;
    for (const std::size_t which : {0u, 1u}) {
        const Scene& scene = which == 0 ? first : second;
        for (const LayerMark& mark : arrange_layers(scene.layers, scene.time.effective())) {
            if (!may_be_seen(*mark.feature, map)) continue;
            const std::string words = words_of(mark);
            auto known = std::ranges::find(seen, words, &std::pair<std::string, std::array<bool, 2>>::first);
            if (known == seen.end()) known = seen.insert(known, {words, {}});
            known->second[which] = true;
        }
    }
    std::array<std::vector<std::string>, compared_in_count> areas;
    for (const auto& [words, in] : seen)
        areas[static_cast<std::size_t>(in[0] && in[1] ? ComparedIn::both
                                       : in[0]        ? ComparedIn::first_only
                                                      : ComparedIn::second_only)]
            .push_back(words);
    return areas;
}

ComparisonTable::ComparisonTable(const Scene& first, const Scene& second, const View& map, const SheetWriter& writer,
                                 float width, float most_height)
    : writer_(writer),
      width_(width),
      size_(writer.type(TextClass::legend)),
      small_(writer.type(TextClass::legend_note)),
      line_(std::max(size_ * 1.62f, writer.px(least_line))),
      small_line_(small_ * 1.42f),
      gap_(writer.px(18)) {
    const EventSet none;
    const EventSet& events = first.events ? *first.events : none;
    const TimeSpan before = first.time.effective(), after = second.time.effective();
    const Comparison comparison = compare(events, before, after);

    rows_ = compared_rows(events, comparison, event_kind_count);
    const float key = writer.px(26);
    for (const ComparedRow& row : rows_)
        key_width_ = std::max(key_width_, key + writer.width_of(row.key.words, TextClass::legend, size_) + gap_);
    const float least = key + writer.width_of(areas_heading, TextClass::legend_note, small_) + gap_;
    key_width_ = std::min(std::max(key_width_, least), width * 0.32f);
    column_width_ = (width - key_width_ - 2 * gap_) / 3;

    const std::string &a = first.furniture.date_caption, &b = second.furniture.date_caption;
    const std::array<std::string, compared_in_count> headings{a + " only", "In both", b + " only"};
    for (std::size_t i = 0; i < compared_in_count; ++i) {
        columns_[i].heading = writer.wrap(headings[i], TextClass::title, size_ * 1.15f, column_width_, 2);
        heading_lines_ = std::max(heading_lines_, columns_[i].heading.size());
        const ComparedShare& share = comparison.shares[i];
        columns_[i].totals = counted(share.events.size(), "event") + " · " + counted(share.places.size(), "place");
    }
    const auto areas = compared_areas(first, second, map);
    for (std::size_t i = 0; i < compared_in_count; ++i) {
        std::vector<Listed> list;
        for (const std::string& each : areas[i]) list.push_back({each});
        columns_[i].areas = listed(list, writer, small_, column_width_, most_area_lines);
        area_lines_ = std::max(area_lines_, columns_[i].areas.size());
    }
    find_keys(first, second, map);
    note_ = count_text(events, comparison.events());

    const auto fixed = [&](std::size_t place_rows) {
        return line_ * static_cast<float>(heading_lines_) + small_line_ * 1.5f + line_ * 0.4f +
               small_line_ * (static_cast<float>(place_rows) + (place_rows > 0 ? 0.6f : 0.0f)) +
               small_line_ * (static_cast<float>(area_lines_) + (area_lines_ > 0 ? 0.6f : 0.0f)) +
               line_ * static_cast<float>(keys_.size()) + small_line_ * 1.2f;
    };
    const auto height_of = [&](std::size_t kinds, std::size_t place_rows) {
        return fixed(place_rows) + line_ * static_cast<float>(kinds);
    };
    std::size_t kinds = rows_.size();
    place_lines_ = most_place_lines;
    // Places give way first, then the explanations, then the rarer kinds.
    while (place_lines_ > 1 && height_of(kinds, place_lines_) > most_height) --place_lines_;
    while (kinds > least_rows && height_of(kinds, place_lines_) > most_height) --kinds;
    while (!keys_.empty() && height_of(kinds, place_lines_) > most_height) keys_.pop_back();
    if (height_of(kinds, place_lines_) > most_height) area_lines_ = 0;
    if (height_of(kinds, place_lines_) > most_height) place_lines_ = 0;
    if (kinds < rows_.size()) rows_ = compared_rows(events, comparison, kinds);
    std::size_t used = 0;
    for (std::size_t i = 0; i < compared_in_count && place_lines_ > 0; ++i) {
        columns_[i].places = place_lines(comparison.shares[i], first.naming, i == 2 ? after : before, writer, small_,
                                         column_width_, place_lines_);
        used = std::max(used, columns_[i].places.size());
    }
    place_lines_ = used;
    height_ = height_of(rows_.size(), place_lines_);
}

/// Side by side, on as few lines as hold them.
void ComparisonTable::find_keys(const Scene& first, const Scene& second, const View& map) {
    float x = 0;
    for (LegendRow& row : looks(first, second, map, writer_.style())) {
        const float needed = writer_.px(26) + writer_.width_of(row.words, TextClass::legend_note, small_) + gap_;
        if (keys_.empty() || x + needed - gap_ > width_) keys_.emplace_back(), x = 0;
        keys_.back().rows.push_back(std::move(row));
        keys_.back().x.push_back(x);
        x += needed;
    }
}

void ComparisonTable::write_row(FurnitureLayout& layout, const ComparedRow& row, float left, float baseline) const {
    const Style& style = writer_.style();
    add_legend_key(layout, style, writer_.ratio(), row.key, {left + writer_.px(9), baseline - size_ * 0.34f});
    const std::string words =
        writer_.shortened(row.key.words, TextClass::legend, size_, key_width_ - writer_.px(26) - gap_ / 2);
    writer_.text(layout, words, TextClass::legend, size_, left + writer_.px(26), baseline);
    std::size_t most = 1;
    for (const ComparedRow& each : rows_) most = std::max(most, *std::ranges::max_element(each.counts));
    const float number_width =
        std::max(writer_.px(18), writer_.width_of(std::to_string(most), TextClass::legend, size_));
    const float bar_room = column_width_ - number_width - writer_.px(8), height = size_ * 0.62f;
    for (std::size_t i = 0; i < compared_in_count; ++i) {
        const float x = left + column_left(i);
        const std::string number = row.counts[i] == 0 ? "–" : std::to_string(row.counts[i]);
        const float number_x = x + number_width - writer_.width_of(number, TextClass::legend, size_);
        writer_.text(layout, number, row.counts[i] == 0 ? TextClass::legend_note : TextClass::legend, size_, number_x,
                     baseline);
        if (row.counts[i] == 0) continue;
        const float length = bar_room * static_cast<float>(row.counts[i]) / static_cast<float>(most);
        Colour colour =
            row.key.key == LegendKey::none ? style.of(TextClass::legend_note).colour : style.of(row.key.kind).colour;
        colour.a *= 0.75f;
        layout.strokes.push_back({x + number_width + writer_.px(8), baseline - size_ * 0.34f - height / 2,
                                  std::max(length, writer_.px(1.5f)), height, 0, colour, clear, 0});
    }
}

float ComparisonTable::write_lists(FurnitureLayout& layout, const std::string& name,
                                   std::vector<std::string> Column::*lists, std::size_t lines, float left,
                                   float y) const {
    if (lines == 0) return y;
    y += small_line_ * 0.3f;
    writer_.text(layout, name, TextClass::legend_note, small_, left + writer_.px(26), y + small_);
    for (std::size_t i = 0; i < compared_in_count; ++i) {
        float at = y + small_;
        const std::vector<std::string>& list = columns_[i].*lists;
        for (const std::string& each : list.empty() ? std::vector<std::string>{"–"} : list) {
            writer_.text(layout, each, TextClass::legend_note, small_, left + column_left(i), at);
            at += small_line_;
        }
    }
    return y + small_line_ * (static_cast<float>(lines) + 0.3f);
}

void ComparisonTable::write(FurnitureLayout& layout, float left, float top) const {
    const float heading_bottom = top + line_ * static_cast<float>(heading_lines_);
    for (std::size_t i = 0; i < compared_in_count; ++i) {
        const float x = left + column_left(i);
        // Headings stand on one line with each other's last line.
        float baseline = heading_bottom - line_ * static_cast<float>(columns_[i].heading.size() - 1) - line_ * 0.3f;
        for (const std::string& each : columns_[i].heading) {
            writer_.text(layout, each, TextClass::title, size_ * 1.15f, x, baseline);
            baseline += line_;
        }
        writer_.text(layout, columns_[i].totals, TextClass::legend_note, small_, x,
                     heading_bottom + small_line_ * 0.8f);
    }
    const float rule = heading_bottom + small_line_ * 1.5f;
    Colour edge = writer_.style().panel.edge;
    layout.strokes.push_back(
        {left, rule - writer_.px(1), width_, std::max(1.0f, writer_.px(0.75f)), 0, edge, clear, 0});
    float baseline = rule + line_ * 0.4f + size_ * 0.72f;
    for (const ComparedRow& row : rows_) {
        write_row(layout, row, left, baseline);
        baseline += line_;
    }
    float y = rule + line_ * (0.4f + static_cast<float>(rows_.size()));
    y = write_lists(layout, "Places", &Column::places, place_lines_, left, y);
    y = write_lists(layout, areas_heading, &Column::areas, area_lines_, left, y);
    for (const KeyLine& keys : keys_) {
        const float at = y + line_ * 0.5f + small_ * 0.34f;
        for (std::size_t i = 0; i < keys.rows.size(); ++i) {
            add_legend_key(layout, writer_.style(), writer_.ratio(), keys.rows[i],
                           {left + keys.x[i] + writer_.px(9), at - small_ * 0.34f});
            writer_.text(layout, keys.rows[i].words, TextClass::legend_note, small_, left + keys.x[i] + writer_.px(26),
                         at);
        }
        y += line_;
    }
    writer_.text(layout, writer_.shortened(note_, TextClass::legend_note, small_, width_), TextClass::legend_note,
                 small_, left, y + small_line_);
}

}  // namespace chronomap
