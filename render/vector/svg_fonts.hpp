#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "render/text/font_set.hpp"

namespace chronomap {

/// The letters of an SVG by font, to embed just those: its texts then look the same where the fonts are not installed.
class SvgFonts {
  public:
    /// Remembers what a text needs. `words` are the text that was shaped.
    void use(const ShapedText& shaped, const std::string& words, FontRole role);
    /// @font-face rules with the fonts in them. A font that cannot be cut down is left out.
    std::string css(const FontSet& fonts) const;

  private:
    /// Face, and how a text asks for it: bold, italic. One face serves several looks where a family has no other.
    std::map<std::tuple<std::uint16_t, bool, bool>, std::set<std::uint32_t>> letters_;
};

/// The font file with only what these code points need, as TrueType; empty when it cannot be made.
std::string font_subset(const std::string& file, const std::set<std::uint32_t>& code_points);

}  // namespace chronomap
