#include "geo/dates/extract_dates.hpp"

#include "geo/dates/calendar.hpp"
#include "geo/dates/lexicon.hpp"
#include "geo/dates/phrase.hpp"
#include "geo/dates/phrase_resolver.hpp"
#include "geo/text/characters.hpp"

namespace chronomap {

std::string_view name_of(DatedBy how) {
    switch (how) {
        case DatedBy::explicit_date:
            return "explicit";
        case DatedBy::relative:
            return "relative";
        case DatedBy::named_period:
            return "named-period";
        case DatedBy::narrative:
            return "narrative";
        case DatedBy::user:
            return "user";
        case DatedBy::undated:
            return "undated";
        case DatedBy::dateline:
            break;
    }
    return "dateline";
}

namespace {

/// What joins two phrases into one range: "between A and B", "from A to B", "A–B", "A to B".
enum class Join { none, dash, between, from, plain };

/// "2014 to 2018", "today till tomorrow": dates of the calendar, not "a year ago to last month".
bool joins_plainly(const DatePhrase& phrase) {
    return phrase.form == PhraseForm::calendar || phrase.form == PhraseForm::day_word;
}

Join join_of(std::string_view text, const TokenisedText& tokens, const DateLexicon& lexicon, const DatePhrase& a,
             const DatePhrase& b) {
    if (b.first_token != a.end_token + 1 && b.first_token != a.end_token + 2) return Join::none;
    const Token& middle = tokens.tokens[a.end_token];
    const auto word_of = [&](const Token& token) { return lexicon.word(token.range.of(text)).word; };
    // "to the 28th of June"
    if (b.first_token == a.end_token + 2 && word_of(tokens.tokens[a.end_token + 1]) != DateWord::the) return Join::none;
    if (middle.kind == TokenKind::punctuation) {
        if (b.first_token != a.end_token + 1) return Join::none;
        return is_dash(character_at(text, middle.range.begin).code) || middle.range.of(text) == "~" ? Join::dash
                                                                                                    : Join::none;
    }
    const DateWord before = a.first_token == 0 ? DateWord::none : word_of(tokens.tokens[a.first_token - 1]);
    const DateWord word = word_of(middle);
    const bool to = word == DateWord::to || word == DateWord::until;
    if (before == DateWord::between && (word == DateWord::and_ || to)) return Join::between;
    if (before == DateWord::from && to) return Join::from;
    return to && joins_plainly(a) && joins_plainly(b) ? Join::plain : Join::none;
}

/// "1988-94": the second number of two digits after a year.
bool short_year(std::string_view text, const TokenisedText& tokens, DatePhrase& phrase) {
    if (phrase.form != PhraseForm::calendar || !phrase.has_year() || phrase.month ||
        phrase.end_token + 1 >= tokens.tokens.size())
        return false;
    const Token &dash = tokens.tokens[phrase.end_token], &number = tokens.tokens[phrase.end_token + 1];
    const std::string_view digits = number.range.of(text);
    const bool touching = dash.range.begin == phrase.range.end && number.range.begin == dash.range.end;
    if (!touching || !is_dash(character_at(text, dash.range.begin).code) || number.kind != TokenKind::number ||
        digits.size() != 2)
        return false;
    const int last = (digits[0] - '0') * 10 + (digits[1] - '0');
    if (digits[0] < '0' || digits[0] > '9' || digits[1] < '0' || digits[1] > '9' || last <= phrase.year % 100)
        return false;
    phrase.last_day = last;  // carried to the caller, who makes the interval
    phrase.end_token += 2;
    phrase.range.end = number.range.end;
    return true;
}

/// The months and years that the first of a pair leaves to the second: "between 5 and 8 May 1992".
void complete(DatePhrase& a, const DatePhrase& b) {
    if (a.form != PhraseForm::calendar || b.form != PhraseForm::calendar) return;
    if (!a.has_year() && a.month && b.has_year()) a.year = b.year - (b.month && a.month > b.month ? 1 : 0);
}

class DateExtractor {
  public:
    DateExtractor(const Article& article, const TokenisedText& tokens, const PeriodTable& periods,
                  const DateLexicon& lexicon)
        : article_(article), tokens_(tokens), periods_(periods), lexicon_(lexicon), resolver_(article.published) {}

    std::vector<DateMention> run() {
        std::uint32_t paragraph = 0;
        for (const Sentence& sentence : tokens_.sentences) {
            resolver_.next_sentence(sentence.paragraph != paragraph);
            paragraph = sentence.paragraph;
            read_sentence(sentence);
        }
        return std::move(mentions_);
    }

  private:
    void read_sentence(const Sentence& sentence) {
        std::vector<DatePhrase> phrases = read_phrases(article_.text, tokens_, sentence, periods_, lexicon_);
        for (std::size_t i = 0; i < phrases.size(); ++i) {
            DatePhrase& phrase = phrases[i];
            if (phrase.range.overlaps(article_.published_range)) {
                add_published();
                continue;
            }
            if (short_year(article_.text, tokens_, phrase)) {
                const int century = phrase.year / 100 * 100, last = phrase.last_day;
                phrase.last_day = 0;
                DateMention mention = resolver_.resolve(phrase);
                mention.date = EdtfDate::of_interval(EdtfDate::of_year(phrase.year), EdtfDate::of_year(century + last));
                mention.rule = "years";
                mentions_.push_back(std::move(mention));
                continue;
            }
            if (i + 2 < phrases.size() && part_of_week(phrase, phrases[i + 1], phrases[i + 2])) continue;
            const Join join =
                i + 1 < phrases.size() ? join_of(article_.text, tokens_, lexicon_, phrase, phrases[i + 1]) : Join::none;
            if (join != Join::none && try_range(phrase, phrases[i + 1], join)) {
                ++i;
                continue;
            }
            if (i + 1 < phrases.size() && try_weekday_of(phrase, phrases[i + 1])) {
                ++i;
                continue;
            }
            DateMention mention = resolver_.resolve(phrase);
            // "the quarter" is a part of a town where no quarter of a year was told.
            if (phrase.form == PhraseForm::quarter && phrase.amount == 0 && mention.date.empty()) continue;
            mentions_.push_back(std::move(mention));
        }
    }

    /// "next week between Wednesday and Friday": days of that week, which is named with them.
    bool part_of_week(const DatePhrase& week, DatePhrase& first, DatePhrase& last) {
        const bool weekdays = first.form == PhraseForm::weekday && last.form == PhraseForm::weekday &&
                              first.step == 0 && last.step == 0 && !first.in_week && !last.in_week;
        const bool of_week = week.form == PhraseForm::unit && week.unit == unit_week && week.part == 0 &&
                             week.anchor == PhraseAnchor::published && first.first_token == week.end_token + 1;
        const Join join = weekdays && of_week ? join_of(article_.text, tokens_, lexicon_, first, last) : Join::none;
        if (join != Join::between && join != Join::from) return false;
        first.in_week = last.in_week = true;
        first.step = last.step = week.step;
        first.whole_begin = week.range.begin;
        return true;
    }

    /// "Monday two weeks from now", "in three days on Friday": that weekday in the week that the length leads to.
    bool try_weekday_of(const DatePhrase& first, const DatePhrase& second) {
        const bool weekday_first = first.form == PhraseForm::weekday && second.form == PhraseForm::offset;
        const DatePhrase& weekday = weekday_first ? first : second;
        const DatePhrase& offset = weekday_first ? second : first;
        const bool fit = weekday.form == PhraseForm::weekday && weekday.step == 0 && !weekday.in_week &&
                         offset.form == PhraseForm::offset && !offset.inverted && !offset.approximate &&
                         (offset.unit == unit_day || offset.unit == unit_week) &&
                         (offset.anchor == PhraseAnchor::published || offset.inner);
        if (!fit || second.first_token < first.end_token || second.first_token > first.end_token + 1) return false;
        if (second.first_token == first.end_token + 1) {
            const std::string_view between = tokens_.tokens[first.end_token].range.of(article_.text);
            const bool on = lexicon_.word(between).word == DateWord::on;
            if (weekday_first ? between != "," : !on) return false;
        }
        DateMention mention = resolver_.resolve(offset);
        if (mention.date.precision() != DatePrecision::day) return false;
        const Day monday = unit_around(mention.date.span().begin, unit_week, 0).span().begin;
        mention.date = EdtfDate::of_day(monday + std::chrono::days{weekday.weekday - 1});
        mention.range = {first.range.begin, second.range.end};
        mention.rule = "weekday-of-week";
        mentions_.push_back(std::move(mention));
        return true;
    }

    /// The day of publication as written in the dateline is a date of its own.
    void add_published() {
        if (!mentions_.empty() && mentions_.back().range == article_.published_range) return;
        DateMention mention;
        mention.range = article_.published_range;
        mention.date = EdtfDate::of_day(*article_.published);
        mention.rule = "dateline";
        mention.confidence = 0.95;
        mentions_.push_back(std::move(mention));
    }

    bool try_range(DatePhrase& a, DatePhrase& b, Join join) {
        if (a.form == PhraseForm::period || b.form == PhraseForm::period) return false;
        complete(a, b);
        // "from November to March": the year is that of the end.
        if (a.form == PhraseForm::calendar && b.form == PhraseForm::calendar && !a.has_year() && !b.has_year() &&
            a.month > 0 && b.month > 0 && a.step == 0) {
            const PhraseResolver before = resolver_;
            const EdtfDate end = resolver_.resolve(b).date;
            resolver_ = before;
            if (!end.empty()) {
                b.year = year_of(end.span().begin);
                a.year = b.year - (a.month > b.month ? 1 : 0);
            }
        }
        // "ran from Monday until Wednesday": the end lies no further ahead than the begin
        if (a.form == PhraseForm::weekday && b.form == PhraseForm::weekday && a.step == 0) b.ahead = a.ahead;
        DateMention first = resolver_.resolve(a), last = resolver_.resolve(b);
        if (b.form == PhraseForm::vague && b.vague == vague_present && article_.published)
            last.date = EdtfDate::of_day(*article_.published);  // "between January 22 and now"
        if (a.form == PhraseForm::vague && a.vague == vague_present && article_.published)
            first.date = EdtfDate::of_day(*article_.published);  // "between now and May 21"
        // "from next Monday to Friday"
        const bool weekdays = a.form == PhraseForm::weekday && b.form == PhraseForm::weekday && b.step == 0;
        if (weekdays && !first.date.empty() && !last.date.empty()) {
            const Day begin = first.date.span().begin, end = last.date.span().begin;
            const auto early = (begin - end).count();
            if (early > 0) last.date = EdtfDate::of_day(end + std::chrono::days{(early + 6) / 7 * 7});
        }
        const EdtfDate range =
            first.date.empty() || last.date.empty() ? EdtfDate{} : EdtfDate::of_interval(first.date, last.date);
        if (range.empty()) {
            if (a.form == PhraseForm::vague) first.date = {};
            if (b.form == PhraseForm::vague) last.date = {};
            mentions_.push_back(std::move(first));
            mentions_.push_back(std::move(last));
            return true;
        }
        first.range.end = last.range.end;
        if (join == Join::between || join == Join::from)
            first.range.begin = tokens_.tokens[a.first_token - 1].range.begin;
        if (a.whole_begin > 0) first.range.begin = a.whole_begin;
        first.date = range;
        first.rule = "range";
        if (last.dated_by > first.dated_by) first.dated_by = last.dated_by;
        mentions_.push_back(std::move(first));
        return true;
    }

    const Article& article_;
    const TokenisedText& tokens_;
    const PeriodTable& periods_;
    const DateLexicon& lexicon_;
    PhraseResolver resolver_;
    std::vector<DateMention> mentions_;
};

}  // namespace

std::vector<DateMention> extract_dates(const Article& article, const TokenisedText& tokens, const PeriodTable& periods,
                                       const DateLexicon& lexicon) {
    return DateExtractor(article, tokens, periods, lexicon).run();
}

}  // namespace chronomap
