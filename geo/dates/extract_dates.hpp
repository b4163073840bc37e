#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/dates/mention.hpp"
#include "geo/dates/yearly_rule.hpp"
#include "geo/text/article.hpp"
#include "geo/text/word_filter.hpp"

namespace chronomap {

class DateLexicon;  // geo/dates/lexicon.hpp

/// A period known by name: "Second Karabakh War", 2020-09-27/2020-11-10, with its source.
struct NamedPeriod {
    std::string id;
    std::vector<std::string> names;
    EdtfDate date;  ///< empty where it comes back every year
    std::string source;
    std::optional<YearlyRule> yearly;
};

/// Named periods and holidays from data files (JSON, assets/periods.json, assets/holidays.json). Immutable.
class PeriodTable {
  public:
    PeriodTable() = default;
    static Result<PeriodTable> load(const std::vector<std::string>& paths);
    const std::vector<NamedPeriod>& periods() const { return periods_; }

    /// The longest period name that begins at token `first` and ends before token `end`: the period and the token after
    /// it. Any case; dashes of all kinds and none are equal. Null when there is none.
    struct Match {
        const NamedPeriod* period = nullptr;
        std::size_t end = 0;
    };
    Match match(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t end) const;
    /// False: match() finds nothing at such a word. O(1).
    bool may_begin(std::string_view word) const { return first_words_.may_have(word); }

  private:
    struct IndexedName {
        std::vector<std::string> words;
        std::size_t period;
    };
    void index_names();

    std::vector<NamedPeriod> periods_;
    std::unordered_map<std::string, std::vector<IndexedName>> by_first_word_;
    WordFilter first_words_;
};

/// Finds the dates in `article`, in text order, not overlapping. Relative ones are read against the dateline or the
/// last date named; news looks back ("Thursday" is the one before). `lexicon` has the words of the article's language.
/// Pure; never fails.
std::vector<DateMention> extract_dates(const Article& article, const TokenisedText& tokens, const PeriodTable& periods,
                                       const DateLexicon& lexicon);

}  // namespace chronomap
