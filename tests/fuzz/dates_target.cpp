// Any text for the grammar of dates, with the words, periods and holidays that are shipped.

#include "geo/dates/extract_dates.hpp"
#include "geo/dates/languages.hpp"
#include "geo/text/article_reader.hpp"
#include "tests/fuzz/bytes.hpp"

using namespace chronomap;

namespace {

const std::string assets = CHRONOMAP_SOURCE_ASSETS;

template <class T>
T loaded(Result<T> result) {
    if (!result) std::fprintf(stderr, "fuzz: %s\n", result.error().text().c_str());
    fuzz::require(result.has_value(), "the shipped words are read");
    return std::move(*result);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const PeriodTable periods = loaded(PeriodTable::load({assets + "/periods.json", assets + "/holidays.json"}));
    static const Languages languages = [] {
        std::vector<std::string> paths{assets + "/languages/en.json"};  // the first is the one for all others
        for (const auto& file : std::filesystem::directory_iterator(assets + "/languages"))
            if (file.path().extension() == ".json" && file.path() != paths[0]) paths.push_back(file.path().string());
        return loaded(Languages::load(paths));
    }();
    auto article = article_from_bytes(fuzz::text_of(data, size), "fuzzed.txt", ArticleFormat::text);
    if (!article) return 0;
    read_dateline(*article);
    const TokenisedText tokens = tokenise(*article);
    std::uint32_t last = 0;
    for (const DateMention& mention : extract_dates(*article, tokens, periods, languages.of(*article, tokens))) {
        fuzz::require(mention.range.begin >= last && mention.range.begin < mention.range.end &&
                          mention.range.end <= article->text.size(),
                      "dates follow each other in the text");
        last = mention.range.end;
        if (mention.date.empty()) continue;
        fuzz::require(!mention.date.span().empty(), "a date has a day at least");
        fuzz::require(EdtfDate::parse(mention.date.text()).has_value(), "a date is written as EDTF");
    }
    return 0;
}
