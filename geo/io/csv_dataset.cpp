#include "geo/io/csv_dataset.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "geo/io/dataset_builder.hpp"
#include "geo/io/event_dataset.hpp"
#include "geo/text/article_reader.hpp"
#include "geo/text/ascii.hpp"

namespace chronomap {
namespace {

/// The cells of a row, one after the other.
struct CsvRow {
    std::string text;
    std::vector<std::size_t> ends;

    std::size_t size() const { return ends.size(); }
    std::string_view operator[](std::size_t column) const {
        if (column >= ends.size()) return {};
        const std::size_t begin = column == 0 ? 0 : ends[column - 1];
        return std::string_view(text).substr(begin, ends[column] - begin);
    }
};

/// The commonest delimiter of the first line, outside of quotes.
char delimiter_of(std::string_view text) {
    static constexpr std::string_view delimiters = ",;\t|";
    std::array<std::size_t, delimiters.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        if (const auto found = delimiters.find(c); found != delimiters.npos) ++counts[found];
    }
    const auto most = std::ranges::max_element(counts) - counts.begin();
    return delimiters[static_cast<std::size_t>(most)];
}

struct FreeParser {
    void operator()(csv_parser* parser) const { csv_free(parser); }
};

/// Calls `visit` with each row, the header first, until it returns false. Error: a quote that is never closed.
template <class Visit>
Result<void> each_row(std::string_view text, char delimiter, const std::string& path, Visit visit) {
    struct State {
        CsvRow row;
        std::size_t rows = 0;
        Visit& visit;
        bool wanted = true;
    } state{{}, 0, visit};
    csv_parser parser;
    if (csv_init(&parser, 0) != 0) return fail("no memory to read this table", path);
    const std::unique_ptr<csv_parser, FreeParser> freed(&parser);
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
    const auto cell = [](void* bytes, std::size_t count, void* data) {
        CsvRow& row = static_cast<State*>(data)->row;
        row.text.append(static_cast<const char*>(bytes), count);
        row.ends.push_back(row.text.size());
    };
    const auto end_of_row = [](int, void* data) {
        State& state = *static_cast<State*>(data);
        ++state.rows;
        state.wanted = state.wanted && state.visit(state.row);
        state.row.text.clear();
        state.row.ends.clear();
    };
    constexpr std::size_t step = 1 << 16;
    for (std::size_t at = 0; at < text.size() && state.wanted; at += step) {
        const std::string_view part = text.substr(at, step);
        if (csv_parse(&parser, part.data(), part.size(), cell, end_of_row, &state) != part.size())
            return fail(csv_strerror(csv_error(&parser)), path);
    }
    // Strict only here: quotes within a cell without quotes are its own.
    csv_set_opts(&parser, CSV_STRICT | CSV_STRICT_FINI);
    if (state.wanted && csv_fini(&parser, cell, end_of_row, &state) != 0)
        return fail(
            fmt::format("a quote that opens after row {} is never closed: what follows it is not read", state.rows - 1),
            path, 0, "close it, or write two for one that belongs to the text");
    return {};
}

Result<std::string> read_text(const std::string& path, std::size_t most = std::string::npos) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    if (most == std::string::npos) {
        bytes.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    } else {
        bytes.resize(most);
        file.read(bytes.data(), static_cast<std::streamsize>(most));
        bytes.resize(static_cast<std::size_t>(file.gcount()));
    }
    if (!file && !file.eof()) return fail("cannot be read", path, 0, "check its permissions");
    return decode_to_utf8(bytes);
}

std::vector<std::string> header_of(std::string_view text) {
    std::vector<std::string> names;
    // A fault is told once all rows before it were read.
    (void)each_row(text, delimiter_of(text), {}, [&](const CsvRow& header) {
        for (std::size_t i = 0; i < header.size(); ++i) names.emplace_back(header[i]);
        return false;
    });
    return names;
}

bool has_wkt(const std::vector<std::string>& names) {
    return std::ranges::any_of(names, [](const std::string& name) { return lower_ascii(name) == "wkt"; });
}

}  // namespace

bool csv_has_shapes(const std::string& path) {
    constexpr std::size_t longest_header = 1 << 16;
    const auto text = read_text(path, longest_header);
    return text && has_wkt(header_of(*text));
}

Result<Extraction> read_csv_dataset(const std::string& path, std::vector<std::string>& warnings) {
    const auto text = read_text(path);
    if (!text) return tl::unexpected(text.error());
    const char delimiter = delimiter_of(*text);
    const std::vector<std::string> names = header_of(*text);
    if (has_wkt(names)) return read_event_table(path, warnings);
    DatasetColumns columns = guess_columns(names);
    if (auto ok = check_columns(columns, names, false, path); !ok) return tl::unexpected(ok.error());
    bool header = true;
    const auto is_header = [&] { return std::exchange(header, false); };
    if (columns.begin >= 0)
        (void)each_row(*text, delimiter, path, [&](const CsvRow& row) {
            if (!is_header())
                columns.slash_order = order_seen(row[static_cast<std::size_t>(columns.begin)], columns.slash_order);
            return columns.slash_order == SlashOrder::unknown;
        });
    header = true;
    DatasetBuilder builder(path, columns);
    const auto read = each_row(*text, delimiter, path, [&](const CsvRow& row) {
        if (!is_header())
            builder.add({[&](int column) { return row[static_cast<std::size_t>(column)]; }, std::nullopt});
        return true;
    });
    if (!read) warnings.push_back(read.error().text());
    return std::move(builder).finish(warnings);
}

}  // namespace chronomap
