#pragma once

#include <array>
#include <string>
#include <vector>

#include "geo/events/comparison.hpp"
#include "render/furniture/legend_rows.hpp"
#include "render/furniture/sheet_writer.hpp"

namespace chronomap {

/// A kind of event, or the kinds that have no row of their own, with its events in each share.
struct ComparedRow {
    LegendRow key;
    std::array<std::size_t, compared_in_count> counts{};
};

/// One row for each kind that either selection shows, "Other" last; at most `most`: the last ones are then told as
/// "3 more kinds". Each column sums up to its share's events.
std::vector<ComparedRow> compared_rows(const EventSet& events, const Comparison& comparison, std::size_t most);

/// "Aghdam, Lachin (3), Shusha and 4 more": as many places as fit, the number of events where it is above one;
/// "Aghdam (3, then 1)" for a place of both selections.
std::vector<std::string> place_lines(const ComparedShare& share, NamingPolicy naming, TimeSpan at,
                                     const SheetWriter& writer, float size, float width, std::size_t most_lines);

/// What the layers of two maps show in either extent, by name and holder, in the three shares.
std::array<std::vector<std::string>, compared_in_count> compared_areas(const Scene& first, const Scene& second,
                                                                       const View& map);

/// The legend of two maps of the same events: kinds in rows, and in three columns what is in the first selection only,
/// in both, in the second only, with bars; below them the places and the layers' areas, then the looks that need words
/// and the counts.
class ComparisonTable {
  public:
    /// Takes up to `most_height` pixels; more only where that is too little for three rows.
    ComparisonTable(const Scene& first, const Scene& second, const View& map, const SheetWriter& writer, float width,
                    float most_height);
    float height_px() const { return height_; }
    void write(FurnitureLayout& layout, float left, float top) const;

  private:
    struct Column {
        std::vector<std::string> heading;  ///< lines
        std::string totals;                ///< "14 events · 8 places"
        std::vector<std::string> places;   ///< lines
        std::vector<std::string> areas;    ///< lines
    };
    struct KeyLine {
        std::vector<LegendRow> rows;
        std::vector<float> x;
    };
    void find_keys(const Scene& first, const Scene& second, const View& map);
    float column_left(std::size_t column) const {
        return key_width_ + (column_width_ + gap_) * static_cast<float>(column);
    }
    void write_row(FurnitureLayout& layout, const ComparedRow& row, float left, float baseline) const;

    /// A row of lists, one in each column; gives where the next row begins.
    float write_lists(FurnitureLayout& layout, const std::string& name, std::vector<std::string> Column::*lists,
                      std::size_t lines, float left, float y) const;

    const SheetWriter& writer_;
    float width_, size_, small_, line_, small_line_, gap_;
    float key_width_ = 0, column_width_ = 0, height_ = 0;
    std::size_t heading_lines_ = 1, place_lines_ = 0, area_lines_ = 0;
    std::vector<ComparedRow> rows_;
    std::array<Column, compared_in_count> columns_;
    std::vector<KeyLine> keys_;
    std::string note_;
};

}  // namespace chronomap
