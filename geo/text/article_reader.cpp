#include "geo/text/article_reader.hpp"

#include <cctype>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <simdjson.h>

#include "geo/text/ascii.hpp"
#include "geo/text/html_text.hpp"
#include "geo/time/edtf.hpp"

namespace chronomap {
namespace {

constexpr std::uintmax_t largest_article = 256u << 20;  // bytes

ArticleFormat format_of(std::string_view name, std::string_view text) {
    const std::string extension = lower_ascii(std::filesystem::path(name).extension().string());
    if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return ArticleFormat::html;
    if (extension == ".md" || extension == ".markdown") return ArticleFormat::markdown;
    if (!extension.empty()) return ArticleFormat::text;
    const std::string head = lower_ascii(text.substr(0, 512));
    return head.find("<!doctype html") != head.npos || head.find("<html") != head.npos ? ArticleFormat::html
                                                                                       : ArticleFormat::text;
}

/// The day that "2023-09-01T10:00:00Z" or "1 September 2023" begins with.
std::optional<Day> published_from(const std::string& text) {
    for (const std::string& part : {text.substr(0, 10), text}) {
        const Result<EdtfDate> date = parse_date_as_typed(part);
        if (date && date->precision() == DatePrecision::day) return date->span().begin;
    }
    return std::nullopt;
}

/// The first line of a plain text when it reads like a headline: short, no full stop, and text below it.
std::string title_of_text(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == text.npos) return {};
    const std::size_t end = text.find('\n', begin);
    if (end == text.npos || end - begin > 200) return {};
    std::string_view line = text.substr(begin, end - begin);
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back()))) line.remove_suffix(1);
    if (line.empty() || line.back() == '.' || line.back() == ':' || line.back() == ',') return {};
    if (text.find_first_not_of(" \t\r\n", end) == text.npos) return {};
    return std::string(line);
}

struct CloseFile {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);
    }
};

Result<std::string> read_bytes(const std::string& path) {
    const bool standard_input = path == "-";
    std::error_code error;
    if (!standard_input) {
        const auto status = std::filesystem::status(path, error);
        if (!std::filesystem::exists(status)) return fail("no such file", path, 0, "check the path");
        if (std::filesystem::is_directory(status)) return fail("is a folder", path, 0, "name the files in it");
    }
    const std::unique_ptr<std::FILE, CloseFile> file(standard_input ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file) return fail("cannot be opened", path, 0, "check that you may read it");
    std::string bytes;
    char buffer[1 << 16];
    while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, file.get())) {
        bytes.append(buffer, got);
        if (bytes.size() > largest_article)
            return fail("is larger than 256 MiB", path, 0, "split it, or give the articles as JSONL");
    }
    if (std::ferror(file.get())) return fail("cannot be read to its end", path);
    return bytes;
}

}  // namespace

Result<Article> article_from_bytes(std::string_view bytes, std::string_view name, ArticleFormat format) {
    auto text = decode_to_utf8(bytes);
    if (!text) {
        Error error = text.error();
        error.file = name;
        return tl::unexpected(error);
    }
    Article article;
    article.path = name;
    article.id = name == "-" ? "stdin" : std::filesystem::path(name).stem().string();
    if (format == ArticleFormat::by_name) format = format_of(name, *text);
    if (format == ArticleFormat::text) {
        article.text = std::move(*text);
        article.title = title_of_text(article.text);
    } else {
        HtmlText page = format == ArticleFormat::html ? text_of_html(*text) : text_of_markdown(*text);
        article.text = std::move(page.text);
        article.title = std::move(page.title);
        article.publisher = std::move(page.publisher);
        article.published = published_from(page.published);
    }
    if (article.text.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail("holds no text", std::string(name), 0, "give a file with an article in it");
    read_dateline(article);
    return article;
}

Result<Article> read_article(const std::string& path) {
    const auto bytes = read_bytes(path);
    if (!bytes) return tl::unexpected(bytes.error());
    return article_from_bytes(*bytes, path);
}

Result<Article> article_from_json_line(std::string_view line, const std::string& path, int number) {
    thread_local simdjson::dom::parser parser;
    simdjson::dom::object json;
    if (parser.parse(line).get(json) != simdjson::SUCCESS)
        return fail("is not a JSON object", path, number, "one {\"id\",\"text\"} a line");
    const auto text_of = [&](const char* key) -> std::string {
        simdjson::dom::element found;
        if (json.at_key(key).get(found) != simdjson::SUCCESS) return {};
        if (found.is_string()) return std::string(found.get_string().value_unsafe());
        return found.is_number() ? simdjson::minify(found) : std::string{};
    };
    if (!json.at_key("text").is_string()) return fail("has no \"text\"", path, number, "give each row a \"text\"");
    Article article;
    article.path = path;
    article.id = text_of("id");
    if (article.id.empty()) article.id = std::filesystem::path(path).stem().string() + "-" + std::to_string(number);
    article.title = text_of("title");
    article.publisher = text_of("publisher");
    article.home = text_of("home");
    article.text = text_of("text");
    const std::string published = text_of("published");
    article.published = published_from(published);
    if (!published.empty() && !article.published)
        return fail("\"published\" is not a day: " + published.substr(0, 40), path, number, "write it as 2023-09-01");
    read_dateline(article);
    return article;
}

}  // namespace chronomap
