#pragma once

#include <array>
#include <string>
#include <string_view>

#include "geo/events/user_mark.hpp"

namespace chronomap {

/// What the user made of an event, as columns of a table; `extracted_…` is what the program read where the user says
/// otherwise.
inline constexpr std::array<std::string_view, 12> user_columns{
    "verdict",         "note",           "origin",         "also_told_by",
    "extracted_edtf",  "extracted_dated_by", "extracted_place_id", "extracted_place",
    "extracted_place_as_written", "extracted_kind", "extracted_modality", "extracted_attribution"};

/// The cells of these columns; empty where there is nothing to tell. An attribution to the article itself that was
/// changed reads "itself".
std::array<std::string, user_columns.size()> user_cells(const Event& event);

}  // namespace chronomap
