#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/text/article.hpp"

namespace chronomap {

enum class ArticleFormat { by_name, text, markdown, html };

/// Reads one .txt, .md or .html file ("-": standard input). Encoding is recognised: UTF-8 with or without BOM, UTF-16,
/// Windows-1251, 1252, 1254. Errors: no such file, too large (over 256 MiB), binary.
Result<Article> read_article(const std::string& path);

/// An article from bytes in memory. `name` gives id, and the format when it is by_name.
Result<Article> article_from_bytes(std::string_view bytes, std::string_view name,
                                   ArticleFormat format = ArticleFormat::by_name);

/// One row {"id","title","published","text"} of a JSONL file, with "publisher" and "home" (Article::home) where they are
/// known; `line` is for the error.
Result<Article> article_from_json_line(std::string_view json, const std::string& path, int line);

/// Finds the dateline (" date 2023-09-01 AGHDAM, Azerbaijan —", "AGHDAM, Azerbaijan (Reuters) -") and sets published,
/// dateline, publisher and body_begin. What is already set is kept.
void read_dateline(Article& article);

/// Bytes in any of the known encodings to UTF-8; the BOM is dropped, bad sequences become U+FFFD.
Result<std::string> decode_to_utf8(std::string_view bytes);

/// Cuts `article.text` into tokens and sentences.
TokenisedText tokenise(const Article& article);

}  // namespace chronomap
