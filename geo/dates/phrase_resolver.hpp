#pragma once

#include "geo/dates/phrase.hpp"

namespace chronomap {

/// Fills in what date phrases leave out, from the day of publication and from what was told before them. Phrases must
/// come in text order. News looks back: a bare "Thursday" or "March" is the last one, unless the sentence looks
/// forward.
class PhraseResolver {
  public:
    explicit PhraseResolver(std::optional<Day> published) : published_(published) {}

    /// The mention of a phrase; its date is empty, with a reason, when the context does not tell enough.
    DateMention resolve(const DatePhrase& phrase);

    /// A sentence begins: a year told two or more sentences ago, or in another paragraph, no longer outweighs the day
    /// of publication.
    void next_sentence(bool new_paragraph) {
        sentences_since_year_ = new_paragraph ? 99 : sentences_since_year_ + 1;
        ++sentences_since_quarter_;
    }

  private:
    struct Reading {
        EdtfDate date;
        const char* rule = "";
        DatedBy by = DatedBy::explicit_date;
        std::string timex{};  ///< where TIMEX3 says other than the date
    };

    Reading read(const DatePhrase& phrase) const;
    Reading calendar(const DatePhrase& phrase) const;
    Reading weekday(const DatePhrase& phrase) const;
    Reading unit(const DatePhrase& phrase) const;
    Reading offset(const DatePhrase& phrase) const;
    Reading quarter(const DatePhrase& phrase) const;
    Reading recent(const DatePhrase& phrase) const;
    Day end_of_coming(const DatePhrase& phrase) const;
    Reading season(const DatePhrase& phrase) const;
    static Reading season_reading(int year, int season, DatedBy by);
    Reading nth(const DatePhrase& phrase) const;
    Reading ends(const DatePhrase& phrase) const;
    Reading week(const DatePhrase& phrase) const;
    Reading holiday(const DatePhrase& phrase) const;
    Reading rest(const DatePhrase& phrase) const;
    Reading bare_day(const DatePhrase& phrase) const;
    bool year_is_near() const { return sentences_since_year_ <= 1; }
    std::optional<int> year_for(const DatePhrase& phrase) const;
    std::optional<Day> anchor_day(const DatePhrase& phrase) const;
    void remember(const DatePhrase& phrase, const Reading& reading);

    std::optional<Day> published_;
    EdtfDate last_;                  ///< the last date told, the anchor of "three days later"
    std::optional<int> last_year_;   ///< the last year told or meant
    int sentences_since_year_ = 99;  ///< since last_year_ was told
    EdtfDate last_quarter_;          ///< the last quarter told: soon after it "a year ago" is the same quarter
    int sentences_since_quarter_ = 99;
};

}  // namespace chronomap
