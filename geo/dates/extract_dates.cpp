#include "geo/dates/extract_dates.hpp"

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

std::string lower_word(std::string_view text, const Token& token) {
    std::string out(token.range.of(text));
    for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return out;
}

/// What joins two phrases into one range: "between A and B", "from A to B", "A–B".
enum class Join { none, dash, between, from };

Join join_of(std::string_view text, const TokenisedText& tokens, const DatePhrase& a, const DatePhrase& b) {
    if (b.first_token != a.end_token + 1) return Join::none;
    const Token& middle = tokens.tokens[a.end_token];
    if (middle.kind == TokenKind::punctuation)
        return is_dash(character_at(text, middle.range.begin).code) ? Join::dash : Join::none;
    if (a.first_token == 0) return Join::none;
    const std::string before = lower_word(text, tokens.tokens[a.first_token - 1]), word = lower_word(text, middle);
    if (before == "between" && word == "and") return Join::between;
    if (before == "from" && (word == "to" || word == "until" || word == "till" || word == "through")) return Join::from;
    return Join::none;
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
    DateExtractor(const Article& article, const TokenisedText& tokens, const PeriodTable& periods)
        : article_(article), tokens_(tokens), periods_(periods), resolver_(article.published) {}

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
        std::vector<DatePhrase> phrases = read_phrases(article_.text, tokens_, sentence, periods_);
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
            const Join join =
                i + 1 < phrases.size() ? join_of(article_.text, tokens_, phrase, phrases[i + 1]) : Join::none;
            if (join != Join::none && try_range(phrase, phrases[i + 1], join)) {
                ++i;
                continue;
            }
            mentions_.push_back(resolver_.resolve(phrase));
        }
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

    bool try_range(DatePhrase& a, const DatePhrase& b, Join join) {
        if (a.form == PhraseForm::period || b.form == PhraseForm::period) return false;
        complete(a, b);
        DateMention first = resolver_.resolve(a), last = resolver_.resolve(b);
        const EdtfDate range =
            first.date.empty() || last.date.empty() ? EdtfDate{} : EdtfDate::of_interval(first.date, last.date);
        if (range.empty()) {
            mentions_.push_back(std::move(first));
            mentions_.push_back(std::move(last));
            return true;
        }
        first.range.end = last.range.end;
        if (join != Join::dash) first.range.begin = tokens_.tokens[a.first_token - 1].range.begin;
        first.date = range;
        first.rule = "range";
        if (last.dated_by > first.dated_by) first.dated_by = last.dated_by;
        mentions_.push_back(std::move(first));
        return true;
    }

    const Article& article_;
    const TokenisedText& tokens_;
    const PeriodTable& periods_;
    PhraseResolver resolver_;
    std::vector<DateMention> mentions_;
};

}  // namespace

std::vector<DateMention> extract_dates(const Article& article, const TokenisedText& tokens,
                                       const PeriodTable& periods) {
    return DateExtractor(article, tokens, periods).run();
}

}  // namespace chronomap
