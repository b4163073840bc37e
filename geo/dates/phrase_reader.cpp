#include <algorithm>
#include <array>

#include "geo/dates/phrase.hpp"
#include "geo/text/characters.hpp"

namespace chronomap {
namespace {

constexpr int longest_number = 9999;
constexpr int longest_look_ahead = 9;

/// Reads one sentence. Token numbers are those of the article.
class PhraseReader {
  public:
    PhraseReader(std::string_view text, const TokenisedText& tokens, const Sentence& sentence,
                 const PeriodTable& periods)
        : text_(text),
          tokens_(tokens.tokens),
          first_(sentence.first_token),
          end_(sentence.last_token),
          periods_(periods) {
        words_.reserve(end_ - first_);
        for (std::uint32_t i = first_; i < end_; ++i) words_.push_back(classify(i));
    }

    std::vector<DatePhrase> run() {
        std::vector<DatePhrase> phrases;
        for (std::uint32_t i = first_; i < end_;) {
            look_ahead(i);
            DatePhrase phrase;
            phrase.first_token = i;
            const std::uint32_t next = read(i, phrase);
            if (next <= i) {
                ++i;
                continue;
            }
            phrase.end_token = next;
            phrase.range = {tokens_[phrase.first_token].range.begin, tokens_[next - 1].range.end};
            phrase.ahead = phrase.ahead || ahead_ > 0;
            include_frame(phrase);
            if (!phrases.empty() && phrases.back().range.end > phrase.range.begin)
                phrase.range.begin = tokens_[i].range.begin;
            phrases.push_back(phrase);
            i = phrase.end_token;
        }
        return phrases;
    }

  private:
    /// "will", "planned" make the dates of their clause lie ahead; a comma, a quote or a verb of saying ends that.
    void look_ahead(std::uint32_t i) {
        const DateWord w = word(i);
        const bool ends = tokens_[i].kind == TokenKind::punctuation
                              ? !is_dash_at(i) && !is_mark(i, '.') && !is_mark(i, '$')
                              : w == DateWord::saying;
        if (w == DateWord::will)
            ahead_ = longest_look_ahead;
        else if (ends)
            ahead_ = 0;
        else if (ahead_ > 0)
            --ahead_;
    }

    /// "the" before a phrase and the part of the day after it ("Thursday morning") belong to it.
    void include_frame(DatePhrase& phrase) const {
        const std::uint32_t i = phrase.first_token;
        const bool framed = phrase.part || phrase.form == PhraseForm::century || phrase.form == PhraseForm::quarter;
        if (framed && i > first_ && word(i - 1) == DateWord::the)
            phrase.range.begin = tokens_[--phrase.first_token].range.begin;
        const bool day = phrase.form == PhraseForm::weekday || phrase.form == PhraseForm::day_word;
        if (day && word(phrase.end_token) == DateWord::day_part) {
            phrase.range.end = tokens_[phrase.end_token].range.end;
            ++phrase.end_token;
        }
        if (day && i > first_ && !phrase.part && in(i - 1) &&
            (word(i - 1) == DateWord::part || word(i - 1) == DateWord::later || word(i - 1) == DateWord::earlier ||
             word(i - 1) == DateWord::day_part))
            phrase.range.begin = tokens_[i - 1].range.begin;
    }

    // ------------------------------------------------------------------ tokens

    DateWordEntry classify(std::uint32_t i) const {
        const Token& token = tokens_[i];
        return token.kind == TokenKind::word ? date_word(surface(i)) : DateWordEntry{};
    }
    std::string_view surface(std::uint32_t i) const { return tokens_[i].range.of(text_); }
    bool in(std::uint32_t i) const { return i >= first_ && i < end_; }
    DateWord word(std::uint32_t i) const { return in(i) ? words_[i - first_].word : DateWord::none; }
    int value(std::uint32_t i) const { return words_[i - first_].value; }
    bool capitalised(std::uint32_t i) const { return in(i) && tokens_[i].capitalised; }
    bool is_mark(std::uint32_t i, char c) const { return in(i) && surface(i).size() == 1 && surface(i)[0] == c; }
    bool is_dash_at(std::uint32_t i) const {
        return in(i) && tokens_[i].kind == TokenKind::punctuation &&
               is_dash(character_at(text_, tokens_[i].range.begin).code);
    }
    bool touches(std::uint32_t i) const {
        return in(i) && i > first_ && tokens_[i].range.begin == tokens_[i - 1].range.end;
    }

    /// A number of digits only, at most `digits` of them; -1 when it is none.
    int number(std::uint32_t i, std::size_t digits) const {
        if (!in(i) || tokens_[i].kind != TokenKind::number) return -1;
        const std::string_view s = surface(i);
        if (s.size() > digits) return -1;
        int out = 0;
        for (char c : s) {
            if (c < '0' || c > '9') return -1;
            out = out * 10 + (c - '0');
        }
        return out;
    }

    /// "5", "5th", "21st" as a day of a month.
    int day_number(std::uint32_t i) const {
        if (!in(i) || tokens_[i].kind != TokenKind::number) return -1;
        std::string_view s = surface(i);
        if (s.size() > 2 && (s.ends_with("th") || s.ends_with("st") || s.ends_with("nd") || s.ends_with("rd")))
            s.remove_suffix(2);
        if (s.empty() || s.size() > 2) return -1;
        int out = 0;
        for (char c : s) {
            if (c < '0' || c > '9') return -1;
            out = out * 10 + (c - '0');
        }
        return out >= 1 && out <= 31 ? out : -1;
    }

    // ------------------------------------------------------------------ grammar

    std::uint32_t read(std::uint32_t i, DatePhrase& phrase) {
        if (tokens_[i].kind == TokenKind::punctuation) return i;
        for (const auto rule :
             {&PhraseReader::period, &PhraseReader::numeric, &PhraseReader::day_month, &PhraseReader::month_day,
              &PhraseReader::part_of, &PhraseReader::ordinal_half, &PhraseReader::decade, &PhraseReader::century,
              &PhraseReader::season, &PhraseReader::weekday, &PhraseReader::offset, &PhraseReader::relative,
              &PhraseReader::day_word, &PhraseReader::year, &PhraseReader::quarter, &PhraseReader::from_now,
              &PhraseReader::weekend, &PhraseReader::vague})
            if (const std::uint32_t next = (this->*rule)(i, phrase); next > i) return next;
        return i;
    }

    std::uint32_t period(std::uint32_t i, DatePhrase& phrase) {
        const auto match = periods_.match(text_, tokens_, i, end_);
        // A name, not common words: one of its words is written large or is a number.
        if (!match.period) return i;
        bool named = false;
        for (std::size_t k = i; k < match.end; ++k) named = named || tokens_[k].capitalised;
        if (!named || (names_an_event(i, match.end) && !is_led_by_time(i))) return i;
        phrase.form = PhraseForm::period;
        phrase.period = match.period;
        return static_cast<std::uint32_t>(match.end);
    }

    /// The name of a single event ("Battle of Shusha") tells what happened; it tells when only after "during" and the
    /// like.
    bool names_an_event(std::size_t i, std::size_t end) const {
        static constexpr std::array<std::string_view, 11> events{"battle",     "siege",     "massacre", "pogrom",
                                                                 "offensive",  "operation", "events",   "clashes",
                                                                 "earthquake", "blockade",  "accords"};
        for (; i < end; ++i) {
            std::string lower(tokens_[i].range.of(text_));
            for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
            if (std::find(events.begin(), events.end(), lower) != events.end()) return true;
        }
        return false;
    }
    bool is_led_by_time(std::uint32_t i) const {
        if (i == first_) return false;
        const std::uint32_t at = word(i - 1) == DateWord::the && i - 1 > first_ ? i - 2 : i - 1;
        const DateWord lead = word(at);
        return lead == DateWord::during || lead == DateWord::after || lead == DateWord::before ||
               lead == DateWord::since || lead == DateWord::until || lead == DateWord::in || lead == DateWord::unit;
    }

    /// "2023-09-01", "01.09.2023", "13/05/2023" (only where the order is certain).
    std::uint32_t numeric(std::uint32_t i, DatePhrase& phrase) {
        if (tokens_[i].kind != TokenKind::number) return i;
        const std::string_view s = surface(i);
        if (s.size() >= 8 && s.size() <= 10 && std::count(s.begin(), s.end(), '.') == 2) {  // one token: 01.09.2023
            const auto a = s.find('.'), b = s.rfind('.');
            if (s.size() - b != 5) return i;
            return set_day(phrase, i + 1, to_int(s.substr(b + 1)), to_int(s.substr(a + 1, b - a - 1)),
                           to_int(s.substr(0, a)), i);
        }
        const bool joined = touches(i + 1) && touches(i + 2) && touches(i + 3) && touches(i + 4);
        if (joined && surface(i + 1) == surface(i + 3) && word(i + 2) == DateWord::month &&
            (is_dash_at(i + 1) || is_mark(i + 1, '/'))) {  // 05-Aug-2016, 22/Jan/2019, 2019-aug-01
            const int month = value(i + 2);
            if (s.size() == 4 && day_number(i + 4) > 0)
                return set_day(phrase, i + 5, number(i, 4), month, day_number(i + 4), i);
            if (day_number(i) > 0 && number(i + 4, 4) >= 1000)
                return set_day(phrase, i + 5, number(i + 4, 4), month, day_number(i), i);
        }
        // 2015-12: a year and its month, unless the second number could be a year ("1918-20")
        if (s.size() == 4 && touches(i + 1) && touches(i + 2) && !touches(i + 3) && number(i, 4) >= 1000 &&
            number(i, 4) <= 2100 && surface(i + 2).size() == 2 && number(i + 2, 2) >= 1 && number(i + 2, 2) <= 12 &&
            (is_mark(i + 1, '/') || (is_dash_at(i + 1) && number(i, 4) % 100 >= number(i + 2, 2)))) {
            phrase.year = number(i, 4);
            phrase.month = number(i + 2, 2);
            return i + 3;
        }
        if (!joined || surface(i + 1) != surface(i + 3)) return i;
        const int a = number(i, 4), b = number(i + 2, 2), c = number(i + 4, 4);
        if (a < 0 || b < 0 || c < 0) return i;
        if (is_dash_at(i + 1) && s.size() == 4) return set_day(phrase, i + 5, a, b, c, i);
        if (!is_mark(i + 1, '/') || surface(i + 4).size() != 4) return i;
        if (a > 12 || a == b) return set_day(phrase, i + 5, c, b, a, i);
        if (b > 12) return set_day(phrase, i + 5, c, a, b, i);
        phrase.year = c;  // the order of day and month is not certain
        return i + 5;
    }

    static int to_int(std::string_view digits) {
        int out = 0;
        for (char c : digits) out = c >= '0' && c <= '9' && out < longest_number ? out * 10 + (c - '0') : -1;
        return out;
    }

    static std::uint32_t set_day(DatePhrase& phrase, std::uint32_t next, int year, int month, int day,
                                 std::uint32_t i) {
        if (month < 1 || month > 12 || day < 1 || day > 31 || year < 0) return i;
        phrase.year = year;
        phrase.month = month;
        phrase.day = day;
        return next;
    }

    /// A month's name as a name of a month: "May" and "March" are words too.
    bool is_month(std::uint32_t i) const {
        if (word(i) != DateWord::month || !capitalised(i)) return false;
        const std::string_view s = surface(i);
        if (s != "May" && s != "March" && s != "Mar" && s != "Sep" && s != "Dec" && s != "Jan") return true;
        const DateWord before = i > first_ ? word(i - 1) : DateWord::none;
        static constexpr std::array<DateWord, 16> lead{
            DateWord::in,    DateWord::of,     DateWord::since,   DateWord::until, DateWord::from,  DateWord::between,
            DateWord::part,  DateWord::back,   DateWord::forward, DateWord::here,  DateWord::there, DateWord::during,
            DateWord::after, DateWord::before, DateWord::on,      DateWord::to};
        if (std::find(lead.begin(), lead.end(), before) != lead.end()) return true;
        if (i > first_ && day_number(i - 1) > 0) return true;
        if (number(i + 1, 4) > 0 || day_number(i + 1) > 0 || (is_mark(i + 1, ',') && number(i + 2, 4) > 31))
            return true;
        if (is_mark(i + 1, '.') && day_number(i + 2) > 0) return true;
        return before == DateWord::and_ && i > first_ + 1 && word(i - 2) == DateWord::month;
    }

    std::uint32_t after_month(std::uint32_t i) const {
        return is_mark(i + 1, '.') && touches(i + 1) && surface(i).size() <= 4 ? i + 2 : i + 1;
    }

    /// [,] 1993 after a month; "that year" and "the same year" too.
    std::uint32_t year_after(std::uint32_t i, DatePhrase& phrase) {
        std::uint32_t at = i;
        if (is_mark(at, ',')) ++at;
        if (word(at) == DateWord::of && at == i) ++at;
        const int year = number(at, 4);
        const bool after_of = at > i && word(at - 1) == DateWord::of;
        if (year >= 1000 && year <= 2100) {
            phrase.year = year;
            return at + 1;
        }
        if (const std::uint32_t next = year_in_words(at, phrase); next > at) return next;
        if (after_of || at == i) {
            std::uint32_t that = at;
            if (word(that) == DateWord::the) ++that;
            if ((word(that) == DateWord::there || word(that) == DateWord::here) && word(that + 1) == DateWord::unit &&
                value(that + 1) == unit_year) {
                phrase.of_that_year = true;
                if (word(that) == DateWord::here) phrase.anchor = PhraseAnchor::published;
                return that + 2;
            }
            if ((word(that) == DateWord::back || word(that) == DateWord::forward) && word(that + 1) == DateWord::unit &&
                value(that + 1) == unit_year) {
                phrase.of_that_year = true;
                if (that == at && !is_word(that, "following") && !is_word(that, "previous"))
                    phrase.anchor = PhraseAnchor::published;
                phrase.step = word(that) == DateWord::back ? -1 : 1;
                return that + 2;
            }
        }
        return i;
    }

    /// A day told by an ordinal in words, "fifth", "twenty-first": the token after it, or `i`.
    std::uint32_t day_in_words(std::uint32_t i, int& day) const {
        if (word(i) == DateWord::ordinal) {
            day = value(i);
            return i + 1;
        }
        if (word(i) != DateWord::cardinal || (value(i) != 20 && value(i) != 30)) return i;
        const std::uint32_t unit = is_dash_at(i + 1) ? i + 2 : i + 1;
        if (word(unit) != DateWord::ordinal || value(unit) > 9 || value(i) + value(unit) > 31) return i;
        day = value(i) + value(unit);
        return unit + 1;
    }

    /// "12 October 2020", "12–15 October", "5th of May", "27 and 28 September".
    std::uint32_t day_month(std::uint32_t i, DatePhrase& phrase) {
        std::uint32_t at = i + 1;
        int day = day_number(i), last = 0;
        if (day < 0) {  // "the fifth of May", "twenty-first of June"
            at = day_in_words(i, day);
            if (at == i || word(at) != DateWord::of) return i;
        }
        if (is_dash_at(at) && day_number(at + 1) > day) {
            last = day_number(at + 1);
            at += 2;
        }
        if (word(at) == DateWord::of) ++at;
        if (!in(at) || !is_month(at)) return i;
        phrase.day = day;
        phrase.last_day = last;
        phrase.month = value(at);
        return year_after(after_month(at), phrase);
    }

    /// "October 12, 2020", "October 12-15", "October 2020", "October".
    std::uint32_t month_day(std::uint32_t i, DatePhrase& phrase) {
        if (!is_month(i)) return i;
        phrase.month = value(i);
        const std::uint32_t at = after_month(i);
        int day = day_number(at);
        if (day < 0 && in(at)) {
            const std::uint32_t next = day_in_words(at, day);
            if (next > at) {
                phrase.day = day;
                return year_after(next, phrase);
            }
        }
        if (day > 0 && !is_measure(at + 1)) {
            phrase.day = day;
            std::uint32_t next = at + 1;
            if (is_dash_at(next) && day_number(next + 1) > day) {
                phrase.last_day = day_number(next + 1);
                next += 2;
            }
            return year_after(next, phrase);
        }
        return year_after(at, phrase);
    }

    /// "early", "mid-", "the end of", "first half of" before a year, a month, a decade, a season, a period.
    std::uint32_t part_of(std::uint32_t i, DatePhrase& phrase) {
        if (word(i) != DateWord::part) return i;
        const int part = value(i);
        std::uint32_t at = i + 1;
        if (is_dash_at(at)) ++at;
        if (part == part_early && word(at) == DateWord::in) return i;
        return rest_of_part(i, at, part, phrase);
    }

    std::uint32_t ordinal_half(std::uint32_t i, DatePhrase& phrase) {
        const bool first = word(i) == DateWord::ordinal && value(i) == 1;
        const bool second = word(i) == DateWord::ordinal && value(i) == 2;
        if ((first || second) && in(i + 1) && surface(i + 1) == "half")
            return rest_of_part(i, i + 2, first ? part_first_half : part_second_half, phrase);
        // "final months of", "last days of", "first weeks of"
        const bool last = word(i) == DateWord::back || (in(i) && (surface(i) == "final" || surface(i) == "closing"));
        const bool opening = first || (in(i) && (surface(i) == "opening"));
        if ((last || opening) && word(i + 1) == DateWord::unit && word(i + 2) == DateWord::of)
            return rest_of_part(i, i + 2, last ? part_end : part_begin, phrase);
        return i;
    }

    std::uint32_t rest_of_part(std::uint32_t i, std::uint32_t at, int part, DatePhrase& phrase) {
        if (word(at) == DateWord::of) ++at;
        if (word(at) == DateWord::the) ++at;
        if (!in(at)) return i;
        for (const auto rule :
             {&PhraseReader::period, &PhraseReader::month_day, &PhraseReader::decade, &PhraseReader::century,
              &PhraseReader::season, &PhraseReader::relative, &PhraseReader::plain_year}) {
            DatePhrase inner = phrase;
            const std::uint32_t next = (this->*rule)(at, inner);
            if (next <= at || inner.day > 0) continue;
            phrase = inner;
            phrase.part = part;
            phrase.first_token = i;
            return next;
        }
        // "the end of the month"
        if (word(at) == DateWord::unit && value(at) != unit_day && word(at - 1) == DateWord::the) {
            phrase.form = PhraseForm::unit;
            phrase.unit = value(at);
            phrase.part = part;
            phrase.anchor = PhraseAnchor::last;
            return at + 1;
        }
        return i;
    }

    /// "1990s", "'90s".
    std::uint32_t decade(std::uint32_t i, DatePhrase& phrase) {
        if (word(i) == DateWord::decade_word) {  // "the nineties", but not "in his nineties"
            const bool led = i > first_ && (word(i - 1) == DateWord::the || word(i - 1) == DateWord::part ||
                                            (is_dash_at(i - 1) && i > first_ + 1 && word(i - 2) == DateWord::part));
            if (!led) return i;
            phrase.form = PhraseForm::decade;
            phrase.year = value(i);
            return i + 1;
        }
        if (tokens_[i].kind != TokenKind::number) return i;
        std::string_view s = surface(i);
        std::uint32_t next = i + 1;
        if (!s.ends_with('s')) return i;
        s.remove_suffix(1);
        if (s.size() == 4 && s[3] == '0' && number_of(s) >= 1000 && number_of(s) <= 2090) {
            phrase.form = PhraseForm::decade;
            phrase.year = number_of(s);
            return next;
        }
        if (s.size() == 2 && s[1] == '0' && number_of(s) >= 20) {  // 20s to 90s, of the twentieth century
            phrase.form = PhraseForm::decade;
            phrase.year = 1900 + number_of(s);
            return next;
        }
        return i;
    }

    static int number_of(std::string_view s) {
        return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; }) ? to_int(s) : -1;
    }

    /// "19th century", "nineteenth century".
    std::uint32_t century(std::uint32_t i, DatePhrase& phrase) {
        int count = word(i) == DateWord::ordinal ? value(i) : -1;
        if (count < 0) count = day_number(i) > 0 && surface(i).size() > 2 ? day_number(i) : -1;
        if (count < 1 || count > 21) return i;
        std::uint32_t at = i + 1;
        if (is_dash_at(at)) ++at;
        if (word(at) != DateWord::unit || value(at) != unit_century) return i;
        phrase.form = PhraseForm::century;
        phrase.year = (count - 1) * 100;
        return at + 1;
    }

    /// "spring of 1993", "summer 2020", "the autumn", "last winter".
    std::uint32_t season(std::uint32_t i, DatePhrase& phrase) {
        if (word(i) != DateWord::season) return i;
        phrase.season = value(i);
        const std::uint32_t next = year_after(i + 1, phrase);
        if (next > i + 1) return next;
        const DateWord before = i > first_ ? word(i - 1) : DateWord::none;
        const DateWord lead = before == DateWord::the && i > first_ + 1 ? word(i - 2) : before;
        if (before == DateWord::back || before == DateWord::forward || before == DateWord::here) {
            phrase.first_token = i - 1;
            phrase.anchor = PhraseAnchor::published;
            phrase.step = before == DateWord::back ? -1 : before == DateWord::forward ? 1 : 0;
            phrase.following = before == DateWord::forward;
            return i + 1;
        }
        const bool timed = lead == DateWord::in || lead == DateWord::since || lead == DateWord::until ||
                           lead == DateWord::during || lead == DateWord::part || lead == DateWord::of ||
                           lead == DateWord::from;
        // "fall" is a verb unless it stands like a season.
        return timed && before == DateWord::the ? i + 1 : (timed && surface(i) != "fall" ? i + 1 : i);
    }

    std::uint32_t weekday(std::uint32_t i, DatePhrase& phrase) {
        std::uint32_t at = i;
        if (word(i) == DateWord::back || word(i) == DateWord::forward || word(i) == DateWord::here) ++at;
        if (word(at) != DateWord::weekday || !capitalised(at)) return i;
        // "Thursday, 12 October 2020": the date tells more.
        std::uint32_t next = at + 1;
        if (is_mark(next, ',')) ++next;
        for (const auto rule : {&PhraseReader::day_month, &PhraseReader::month_day}) {
            DatePhrase inner = phrase;
            if (!in(next)) break;
            const std::uint32_t end = (this->*rule)(next, inner);
            if (end > next && inner.day > 0) {
                phrase = inner;
                return end;
            }
        }
        phrase.form = PhraseForm::weekday;
        phrase.weekday = value(at);
        // "Friday last week", "Monday of next week"
        const std::uint32_t week = word(at + 1) == DateWord::of ? at + 2 : at + 1;
        const DateWord which = word(week);
        if (at == i && word(week + 1) == DateWord::unit && value(week + 1) == unit_week &&
            (which == DateWord::back || which == DateWord::forward || which == DateWord::here)) {
            phrase.in_week = true;
            phrase.step = which == DateWord::back ? -1 : which == DateWord::forward ? 1 : 0;
            return week + 2;
        }
        phrase.step = word(i) == DateWord::forward ? 1 : at > i && word(i) == DateWord::back ? -1 : 0;
        return at + 1;
    }

    /// "three", "some 20", "a", "several", "a few", "half a": how many; the token after it, or `i`.
    std::uint32_t amount(std::uint32_t i, int& count, bool& approximate) const {
        std::uint32_t at = i;
        if (in(at) && surface(at) == "than") return i;
        const std::uint32_t longest = at + 4;  // "about", "just", "more than": no longer, so that no text is slow
        while (at < longest &&
               (word(at) == DateWord::about || (in(at) && (surface(at) == "more" || surface(at) == "than" ||
                                                           surface(at) == "just" || surface(at) == "only")))) {
            approximate = approximate || word(at) == DateWord::about;
            ++at;
        }
        if (number(at, 3) > 0) {
            count = number(at, 3);
            return at + 1;
        }
        if (in(at) && (surface(at) == "several" || surface(at) == "few" || surface(at) == "Several")) {
            count = 3;
            approximate = true;
            return at + 1;
        }
        if (word(at) != DateWord::cardinal) return i;
        count = value(at++);
        if (is_dash_at(at) && word(at + 1) == DateWord::cardinal && count >= 20 && value(at + 1) < 10) {
            count += value(at + 1);
            at += 2;
        }
        if (in(at) && (surface(at) == "few" || surface(at) == "couple")) {
            count = surface(at) == "few" ? 3 : 2;
            approximate = true;
            ++at;
            if (word(at) == DateWord::of) ++at;
        }
        return at;
    }

    /// "three days later", "nearly three decades later", "two years ago", "a decade after that", ", two days after …".
    std::uint32_t offset(std::uint32_t i, DatePhrase& phrase) {
        const std::uint32_t unit = amount(i, phrase.amount, phrase.approximate);
        if (unit == i || word(unit) != DateWord::unit) return i;
        phrase.form = PhraseForm::offset;
        phrase.unit = value(unit);
        const DateWord way = word(unit + 1);
        if (way == DateWord::ago) {
            phrase.anchor = PhraseAnchor::published;
            phrase.step = -1;
            return unit + 2;
        }
        phrase.anchor = PhraseAnchor::last;
        if (way == DateWord::later || way == DateWord::earlier) {
            phrase.step = way == DateWord::later ? 1 : -1;
            phrase.to_the_day = word(unit + 2) == DateWord::to && word(unit + 3) == DateWord::the && in(unit + 4) &&
                                surface(unit + 4) == "day";
            return unit + (phrase.to_the_day ? 5 : 2);
        }
        if (way == DateWord::after || way == DateWord::before) {
            const bool after_that =
                word(unit + 2) == DateWord::there || is_mark(unit + 2, ',') || is_mark(unit + 2, '.') || !in(unit + 2);
            phrase.step = way == DateWord::after ? 1 : -1;
            if (after_that) return unit + (word(unit + 2) == DateWord::there ? 3 : 2);
            // "came on Tuesday, three days after his army …": the army's day is three before.
            phrase.inverted = i > first_ && (is_mark(i - 1, ',') || (phrase.approximate && is_mark(i - 1, ',')));
            if (!phrase.inverted) return i;
            return unit + 2;
        }
        return i;
    }

    /// "last week", "the next day", "that year", "the following February", "the last three months", "earlier this
    /// month".
    std::uint32_t relative(std::uint32_t i, DatePhrase& phrase) {
        std::uint32_t at = i;
        if (word(at) == DateWord::earlier || word(at) == DateWord::later) {
            if (word(at + 1) != DateWord::here && word(at + 1) != DateWord::there && word(at + 1) != DateWord::the)
                return i;
            ++at;
        }
        const bool the = word(at) == DateWord::the;
        if (the) ++at;
        const DateWord how = word(at);
        if (how != DateWord::back && how != DateWord::forward && how != DateWord::here && how != DateWord::there)
            return i;
        ++at;
        if (how == DateWord::there && word(at) == DateWord::there) ++at;  // "that same day"
        if (word(at) == DateWord::unit) return unit_phrase(i, at, how, the, phrase);
        if (is_month(at) || (word(at) == DateWord::month && capitalised(at))) {
            phrase.month = value(at);
            phrase.following = how == DateWord::forward;
            phrase.step = how == DateWord::back ? -1 : 0;
            phrase.anchor = the || how == DateWord::there ? PhraseAnchor::last : PhraseAnchor::published;
            return at + 1;
        }
        if (word(at) == DateWord::day_part) {  // "this morning", "last night", "that evening", "the next morning"
            const bool told = the || how == DateWord::there;
            phrase.form = told ? PhraseForm::unit : PhraseForm::day_word;
            phrase.unit = unit_day;
            phrase.anchor = told ? PhraseAnchor::last : PhraseAnchor::published;
            phrase.step = how == DateWord::back ? -1 : how == DateWord::forward ? 1 : 0;
            return at + 1;
        }
        if (how == DateWord::back || how == DateWord::forward) {
            const std::uint32_t unit = amount(at, phrase.amount, phrase.approximate);
            if (unit > at && word(unit) == DateWord::unit) {
                phrase.form = PhraseForm::recent;
                phrase.unit = value(unit);
                phrase.step = how == DateWord::forward ? 1 : -1;
                phrase.anchor = PhraseAnchor::published;
                return unit + 1;
            }
        }
        return i;
    }

    std::uint32_t unit_phrase(std::uint32_t i, std::uint32_t at, DateWord how, bool the, DatePhrase& phrase) {
        const std::string_view word_before = surface(at - 1);
        phrase.form = PhraseForm::unit;
        phrase.unit = value(at);
        phrase.step = how == DateWord::back ? -1 : how == DateWord::forward ? 1 : 0;
        // "last week" looks back from today, "the next day" and "the previous week" from what was told before.
        const bool told = the || how == DateWord::there || word_before == "previous" || word_before == "following" ||
                          word_before == "preceding";
        phrase.anchor = told ? PhraseAnchor::last : PhraseAnchor::published;
        if (how == DateWord::forward && phrase.unit == unit_day) phrase.anchor = PhraseAnchor::last;
        if (surface(at).ends_with('s')) return i;  // "the following days" is no date
        (void)i;
        return at + 1;
    }

    /// "yesterday"; "the day before", "the day after".
    std::uint32_t day_word(std::uint32_t i, DatePhrase& phrase) {
        if (word(i) == DateWord::day_word) {
            phrase.form = PhraseForm::day_word;
            phrase.step = value(i);
            phrase.anchor = PhraseAnchor::published;
            return i + 1;
        }
        const bool day = word(i) == DateWord::the && word(i + 1) == DateWord::unit &&
                         (value(i + 1) == unit_day || value(i + 1) == unit_year);
        if (!day || (word(i + 2) != DateWord::before && word(i + 2) != DateWord::after)) return i;
        if (value(i + 1) == unit_day && word(i + 3) == DateWord::day_word && value(i + 3) != 0) {
            phrase.form = PhraseForm::day_word;  // "the day before yesterday"
            phrase.step = 2 * value(i + 3);
            phrase.anchor = PhraseAnchor::published;
            return i + 4;
        }
        const bool ends = !in(i + 3) || tokens_[i + 3].kind == TokenKind::punctuation;
        if (!ends) return i;
        phrase.form = PhraseForm::unit;
        phrase.unit = value(i + 1);
        phrase.anchor = PhraseAnchor::last;
        phrase.step = word(i + 2) == DateWord::before ? -1 : 1;
        return i + 3;
    }

    // ------------------------------------------------------------------ quarters, weekends, the vague present

    /// "the third quarter of 1990", "third-quarter", "Q3 2019", "1988 third quarter".
    std::uint32_t quarter(std::uint32_t i, DatePhrase& phrase) {
        std::uint32_t at = i;
        int count = 0;
        const std::string_view s = surface(i);
        if (s.size() == 2 && (s[0] == 'Q' || s[0] == 'q') && s[1] >= '1' && s[1] <= '4') {
            count = s[1] - '0';
            at = i + 1;
        } else {
            if (word(i) == DateWord::ordinal)
                count = value(i);
            else if (surface(i).size() == 3 && tokens_[i].kind == TokenKind::number)
                count = std::max(day_number(i), 0);
            if (count < 1 || count > 4) return i;
            at = i + 1;
            if (is_dash_at(at)) ++at;
            if (word(at) != DateWord::unit || value(at) != unit_quarter || surface(at).ends_with('s')) return i;
            ++at;
        }
        phrase.form = PhraseForm::quarter;
        phrase.amount = count;
        return year_after(at, phrase);
    }

    /// "in two weeks", "two months from now": counted from the day of publication.
    std::uint32_t from_now(std::uint32_t i, DatePhrase& phrase) {
        const std::uint32_t unit = amount(i, phrase.amount, phrase.approximate);
        if (unit == i || word(unit) != DateWord::unit) return i;
        if (word(unit + 1) != DateWord::from || !in(unit + 2)) return i;
        const bool now = (word(unit + 2) == DateWord::vague && value(unit + 2) == vague_present) ||
                         (word(unit + 2) == DateWord::day_word && value(unit + 2) == 0);
        if (!now) return i;
        phrase.form = PhraseForm::offset;
        phrase.unit = value(unit);
        phrase.anchor = PhraseAnchor::published;
        phrase.step = 1;
        return unit + 3;
    }

    /// "the weekend": the last one, or the one that a sentence looks forward to.
    std::uint32_t weekend(std::uint32_t i, DatePhrase& phrase) {
        if (word(i) != DateWord::the || word(i + 1) != DateWord::unit || value(i + 1) != unit_weekend ||
            surface(i + 1).ends_with('s'))
            return i;
        phrase.form = PhraseForm::unit;
        phrase.unit = unit_weekend;
        phrase.step = ahead_ > 0 ? 1 : -1;
        phrase.anchor = PhraseAnchor::published;
        return i + 2;
    }

    /// "now", "recently", "recent years", "the future": a time without a place on the calendar.
    std::uint32_t vague(std::uint32_t i, DatePhrase& phrase) {
        std::uint32_t end = i;
        int which = vague_present;
        if (word(i) == DateWord::vague && !is_word(i + 1, "as") && !is_word(i + 1, "after")) {
            which = value(i);
            end = i + 1;
        } else if (is_word(i, "recent")) {
            which = vague_past;
            end = word(i + 1) == DateWord::unit ? i + 2 : i + 1;
        } else if (is_word(i, "current")) {
            end = i + 1;
        } else if (word(i) == DateWord::the) {
            const std::uint32_t noun = is_word(i + 1, "near") || is_word(i + 1, "foreseeable") ? i + 2 : i + 1;
            const bool ends =
                !in(noun + 1) || tokens_[noun + 1].kind == TokenKind::punctuation || word(noun + 1) == DateWord::and_;
            if (is_word(noun, "future") || (is_word(noun, "past") && ends)) {
                which = is_word(noun, "past") ? vague_past : vague_future;
                end = noun + 1;
            }
        } else if (is_word(i, "these") && is_word(i + 1, "days")) {
            end = i + 2;
        }
        if (end == i) return i;
        phrase.form = PhraseForm::vague;
        phrase.vague = which;
        return end;
    }

    /// The word at `i` in small letters or with a capital, `lower` in small ones.
    bool is_word(std::uint32_t i, std::string_view lower) const {
        if (!in(i)) return false;
        const std::string_view s = surface(i);
        return s.size() == lower.size() && s.substr(1) == lower.substr(1) &&
               (s[0] == lower[0] || s[0] == lower[0] - 32);
    }

    // ------------------------------------------------------------------ years

    /// What stands behind a number that counts something.
    bool is_measure(std::uint32_t i) const {
        if (!in(i)) return false;
        if (is_mark(i, '%')) return true;
        static constexpr std::array<std::string_view, 46> measures{
            "km",        "kilometres", "kilometers", "miles",    "metres",    "meters",   "m",          "feet",
            "tons",      "tonnes",     "people",     "men",      "women",     "children", "soldiers",   "troops",
            "civilians", "dead",       "wounded",    "killed",   "percent",   "per",      "dollars",    "euros",
            "rubles",    "pounds",     "houses",     "homes",    "families",  "refugees", "residents",  "inhabitants",
            "members",   "fighters",   "square",     "hectares", "barrels",   "bodies",   "casualties", "prisoners",
            "tanks",     "villages",   "deaths",     "million",  "villagers", "hours"};
        return std::find(measures.begin(), measures.end(), surface(i)) != measures.end();
    }

    bool names_people(std::uint32_t i) const {
        static constexpr std::array<std::string_view, 8> people{"soldiers", "troops",  "fighters",  "refugees",
                                                                "residents", "members", "villagers", "civilians"};
        return std::find(people.begin(), people.end(), surface(i)) != people.end();
    }

    /// Four digits that stand where a year stands.
    bool is_year(std::uint32_t i) const {
        const int year = number(i, 4);
        if (year < 1000 || year > 2100 || surface(i).size() != 4) return false;
        const DateWord before = i > first_ ? word(i - 1) : DateWord::none;
        // "in 1993 soldiers": people act in years; "of 1993 soldiers" counts them.
        const bool in_time = before == DateWord::in || before == DateWord::since || before == DateWord::during;
        if (is_measure(i + 1) && !(in_time && names_people(i + 1))) return false;
        if (touches(i) && !is_dash_at(i - 1) && !is_mark(i - 1, '(') &&
            !opens(character_at(text_, tokens_[i - 1].range.begin).code))
            return false;
        if (touches(i + 1) && is_mark(i + 1, '/') && number(i + 2, 4) < 0) return false;
        static constexpr std::array<DateWord, 15> lead{
            DateWord::in,      DateWord::of,   DateWord::since,  DateWord::until, DateWord::from,
            DateWord::between, DateWord::part, DateWord::during, DateWord::after, DateWord::before,
            DateWord::to,      DateWord::and_, DateWord::season, DateWord::month, DateWord::the};
        if (std::find(lead.begin(), lead.end(), before) != lead.end()) return before != DateWord::to || year >= 1500;
        if (i == first_ || is_mark(i - 1, '(') || is_mark(i - 1, ',') || is_dash_at(i - 1) || is_dash_at(i + 1))
            return year >= 1500;
        // "the 1918 massacre", "2,000 in all": a bare number between other words.
        const bool counts = in(i + 1) && tokens_[i + 1].kind == TokenKind::word && surface(i + 1).ends_with('s') &&
                            !capitalised(i + 1) && !(i > first_ && word(i - 1) == DateWord::the);
        return year >= 1700 && year <= 2060 && !counts && !names_a_thing(i);
    }

    /// "Resolution 1974", "No. 1920", "Flight 1812", "page 1900".
    bool names_a_thing(std::uint32_t i) const {
        if (i == first_) return false;
        static constexpr std::array<std::string_view, 12> things{"Resolution", "resolution", "No",      "Flight",
                                                                 "flight",     "page",       "Highway", "Route",
                                                                 "Article",    "Order",      "nearly",  "over"};
        return std::find(things.begin(), things.end(), surface(i - 1)) != things.end() ||
               word(i - 1) == DateWord::about;
    }

    std::uint32_t plain_year(std::uint32_t i, DatePhrase& phrase) {
        if (const std::uint32_t next = year_in_words(i, phrase); next > i) return next;
        if (!is_year(i)) return i;
        phrase.year = number(i, 4);
        return i + 1;
    }

    /// "nineteen ninety-six", as speakers say years.
    std::uint32_t year_in_words(std::uint32_t i, DatePhrase& phrase) const {
        if (word(i) != DateWord::cardinal || value(i) < 17 || value(i) > 19) return i;
        if (word(i + 1) != DateWord::cardinal || value(i + 1) < 10 || value(i + 1) > 90) return i;
        phrase.year = value(i) * 100 + value(i + 1);
        const std::uint32_t unit = is_dash_at(i + 2) ? i + 3 : i + 2;
        if (value(i + 1) < 20 || word(unit) != DateWord::cardinal || value(unit) > 9 || is_word(unit, "a"))
            return i + 2;
        phrase.year += value(unit);
        return unit + 1;
    }

    /// "1993"; also after "about" ("around 1920").
    std::uint32_t year(std::uint32_t i, DatePhrase& phrase) {
        if (word(i) == DateWord::about && surface(i) != "over" && surface(i) != "some" && number(i + 1, 4) >= 1000 &&
            surface(i + 1).size() == 4 && number(i + 1, 4) <= 2100 && !is_measure(i + 2) &&
            (surface(i) == "circa" || surface(i) == "around" || surface(i) == "about")) {
            if (in(i + 2) && tokens_[i + 2].kind == TokenKind::word && words_[i + 2 - first_].word == DateWord::none)
                return i;
            phrase.year = number(i + 1, 4);
            phrase.approximate = true;
            return i + 2;
        }
        return plain_year(i, phrase);
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    std::uint32_t first_, end_;
    const PeriodTable& periods_;
    std::vector<DateWordEntry> words_;
    int ahead_ = 0;  // how many more words "will" reaches
};

}  // namespace

std::vector<DatePhrase> read_phrases(std::string_view text, const TokenisedText& tokens, const Sentence& sentence,
                                     const PeriodTable& periods) {
    return PhraseReader(text, tokens, sentence, periods).run();
}

}  // namespace chronomap
