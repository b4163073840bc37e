#pragma once

#include <string>
#include <string_view>

namespace chronomap {

/// What an HTML page says: the article's text without menus, scripts and notices, paragraphs apart by empty lines, and
/// what its head tells. Empty strings where it tells nothing.
struct HtmlText {
    std::string text, title, publisher, published;
};

HtmlText text_of_html(std::string_view html);

/// Markdown as readable text: marks of headings, emphasis, links, images, code fences and front matter taken away; the
/// front matter's title and date are kept.
HtmlText text_of_markdown(std::string_view markdown);

}  // namespace chronomap
