#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/base/result.hpp"
#include "geo/events/article_comparison.hpp"

namespace chronomap {

enum class ComparisonFormat : std::uint8_t { csv, html, json };
/// "csv", "html", "json".
std::optional<ComparisonFormat> comparison_format_from(std::string_view name);

/// The events of `comparison` that `rows` tells of, as a table: CSV with a column for each article's words, JSON with
/// all that is known of each report, or a page of HTML that needs no other file.
std::string comparison_text(const ArticleComparison& comparison, const EventSet& events, ComparedRows rows,
                            ComparisonFormat format);

}  // namespace chronomap
