#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/text/text_range.hpp"
#include "geo/time/time_span.hpp"

namespace chronomap {

/// One article as read: the text exactly as given (UTF-8, without BOM) and what is known of it.
struct Article {
    std::string id;         ///< file stem, or the "id" of a JSONL row
    std::string title;      ///< may be empty
    std::string publisher;  ///< agency or site, may be empty
    std::string home{};     ///< where the publisher is at home ("Lancaster, Pennsylvania"), may be empty
    std::string path;       ///< file it came from, "-" for standard input
    std::string text;
    /// Day of the dateline or of publication, and where in the text it stands (empty range: told from outside).
    std::optional<Day> published;
    TextRange published_range;
    /// Dateline place phrase ("AGHDAM, Azerbaijan"), empty when there is none.
    TextRange dateline;
    /// Where the body begins, after dateline and title lines.
    std::uint32_t body_begin = 0;
};

enum class TokenKind : std::uint8_t { word, number, punctuation };

/// A word, a number or one mark of punctuation.
struct Token {
    TextRange range;
    TokenKind kind = TokenKind::word;
    bool capitalised = false;  ///< first letter upper case
    bool all_upper = false;    ///< every letter upper case, two or more of them
};

/// A sentence and its tokens [first_token, last_token). `paragraph` counts from 0.
/// Headings and list items are sentences of their own.
struct Sentence {
    TextRange range;
    std::uint32_t first_token = 0;
    std::uint32_t last_token = 0;
    std::uint32_t paragraph = 0;
};

/// The text cut up once, for all later passes.
struct TokenisedText {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
};

}  // namespace chronomap
