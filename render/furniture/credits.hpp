#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/text/font_set.hpp"

namespace chronomap {

/// Ever shorter forms of a sources line whose entries are parted by " · ": as given; without what stands in
/// parentheses; without addresses and packages ("https://…", "from …") too. Names and licences stay in all of them.
std::vector<std::string> credit_forms(std::string_view sources);

/// The entries of both lines, each once: those of `sources`, then what `more` adds.
std::string merged_credits(std::string_view sources, std::string_view more);

/// The first `named` entries, and how many more there are: "A · B · 3 more sources, in the picture's details".
std::string counted_credits(std::string_view sources, std::size_t named);

/// Lines of the longest form that fits into `preferred_lines`; the shortest form in up to `most_lines` where none does.
/// Where that is not enough either, the last entries are counted instead of named (pictures name all of them in their
/// metadata). Cut with "…" only where not even the count has room. `before` stands in front and is no source.
std::vector<std::string> wrap_credits(FontSet& fonts, std::string_view before, std::string_view sources,
                                      const TextFace& face, float width_px, std::size_t preferred_lines,
                                      std::size_t most_lines);

/// True when wrapping left out words of `text`: its last line ends in an ellipsis that the text has not.
bool is_cut(const std::vector<std::string>& lines, std::string_view text);

}  // namespace chronomap
