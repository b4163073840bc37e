// Any bytes as rows of articles, one JSON object a line.

#include <fcntl.h>

#include "geo/base/line_reader.hpp"
#include "geo/text/article_reader.hpp"
#include "tests/fuzz/bytes.hpp"

using namespace chronomap;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t longest_line = 4096;
    const int file = ::open(fuzz::file_with(fuzz::text_of(data, size), ".jsonl").c_str(), O_RDONLY | O_CLOEXEC);
    LineReader lines(file, longest_line);
    (void)lines.peek();
    std::string line;
    for (int number = 1;; ++number) {
        const LineReader::Got got = lines.next(line);
        if (got == LineReader::Got::end || got == LineReader::Got::error) break;
        if (got == LineReader::Got::too_long) continue;
        fuzz::require(line.size() <= longest_line, "lines are no longer than allowed");
        const auto article = article_from_json_line(line, "fuzzed.jsonl", number);
        if (article) {
            (void)tokenise(*article);
        } else {
            fuzz::require(article.error().text().find(std::to_string(number)) != std::string::npos,
                          "a broken line is told by its number");
        }
    }
    ::close(file);
    return 0;
}
