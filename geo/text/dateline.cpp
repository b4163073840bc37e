#include <algorithm>
#include <array>
#include <string_view>

#include "geo/text/article_reader.hpp"
#include "geo/text/ascii.hpp"
#include "geo/text/characters.hpp"
#include "geo/time/edtf.hpp"

namespace chronomap {
namespace {

constexpr std::size_t longest_dateline = 140;  // bytes before the dash
constexpr int head_lines = 8;                  // lines looked at for titles, by-lines and the dateline

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

TextRange trimmed(std::string_view text, TextRange range) {
    const auto strip = [](char c) { return is_space(c) || c == ',' || c == ';' || c == ':' || c == '|'; };
    while (!range.empty() && strip(text[range.begin])) ++range.begin;
    while (!range.empty() && strip(text[range.end - 1])) --range.end;
    return range;
}

/// The first dash with a space before it, or a long dash; its range, or empty.
TextRange find_dash(std::string_view line) {
    for (std::size_t i = 1; i < std::min(line.size(), longest_dateline); ++i) {
        const Character c = character_at(line, i);
        if (!is_dash(c.code)) continue;
        std::size_t end = i + c.bytes;
        const bool doubled = c.code == '-' && end < line.size() && line[end] == '-';
        end += doubled;
        const bool spaced = is_space(line[i - 1]) || doubled || c.code == 0x2014;
        if (spaced && (c.code == 0x2014 || doubled || (end < line.size() && is_space(line[end]))))
            return {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
    }
    return {};
}

bool is_month(std::string_view word) {
    static constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::string lower = lower_ascii(word.substr(0, 3));
    if (std::find(months.begin(), months.end(), lower) == months.end() || word.size() > 9) return false;
    const Result<EdtfDate> date = parse_date_as_typed(std::string(word) + " 2000");
    return date.has_value();
}

struct Word {
    TextRange range;
    bool upper = false, capitalised = false, number = false, month = false;
};

std::vector<Word> words_of(std::string_view text, TextRange range, std::size_t most) {
    std::vector<Word> words;
    for (std::uint32_t at = range.begin; at < range.end && words.size() < most;) {
        const Character c = character_at(text, at);
        const bool starts = c.kind == CharacterClass::letter || c.kind == CharacterClass::digit;
        if (!starts) {
            at += c.bytes;
            continue;
        }
        Word word;
        word.range.begin = at;
        word.capitalised = c.upper;
        word.number = c.kind == CharacterClass::digit;
        std::size_t letters = 0, lower = 0;
        while (at < range.end) {
            const Character next = character_at(text, at);
            if (next.kind == CharacterClass::space || next.code == ',' || next.code == '(' || next.code == ')' ||
                next.code == '|')
                break;
            letters += next.kind == CharacterClass::letter;
            lower += next.lower;
            at += next.bytes;
        }
        word.range.end = std::min(at, range.end);
        word.upper = letters >= 2 && lower == 0;
        std::string_view surface = word.range.of(text);
        if (!surface.empty() && surface.back() == '.') surface.remove_suffix(1);
        word.month = !word.number && is_month(surface);
        words.push_back(word);
    }
    return words;
}

/// "date 2023-09-01", "Published: 1 September 2023", "Last updated …" at the begin of a line: where it ends, and the
/// date.
struct DateNote {
    std::uint32_t end = 0;
    TextRange date;
    std::optional<Day> day;
};

std::optional<Day> day_from(std::string_view text) {
    const Result<EdtfDate> date = parse_date_as_typed(text);
    if (!date || date->precision() != DatePrecision::day) return std::nullopt;
    return date->span().begin;
}

constexpr std::size_t most_of_a_day = 4;  // words

/// The longest run of day, month and year words from `first` on that reads as one day.
DateNote read_day(std::string_view text, const std::vector<Word>& words, std::size_t first) {
    for (std::size_t count = std::min(most_of_a_day, words.size() - first); count > 0; --count) {
        if (!words[first + count - 1].number && !words[first + count - 1].month) continue;
        const TextRange range{words[first].range.begin, words[first + count - 1].range.end};
        if (const auto day = day_from(range.of(text))) return {range.end, range, day};
    }
    return {};
}

DateNote read_note(std::string_view text, TextRange line) {
    constexpr std::size_t most_noting = 4;  // "Published: on", "Last updated on"
    const std::vector<Word> words = words_of(text, line, most_noting + most_of_a_day);
    static constexpr std::array<std::string_view, 8> notes{"date",    "published", "updated",  "last",
                                                           "created", "posted",    "modified", "dated"};
    std::size_t i = 0;
    bool noted = false;
    for (; i < std::min(words.size(), most_noting); ++i) {
        std::string lower;
        for (char c : words[i].range.of(text))
            if (c != ':') lower += lower_ascii(c);
        const bool is_note = std::find(notes.begin(), notes.end(), lower) != notes.end();
        if (!is_note && lower != "on") break;
        noted = noted || is_note;
    }
    if (i >= words.size()) return {};
    // A line that is nothing but a date counts too.
    DateNote note = read_day(text, words, i);
    const bool alone = note.day && trimmed(text, {note.date.end, line.end}).empty();
    return noted || alone ? note : DateNote{};
}

class DatelineReader {
  public:
    explicit DatelineReader(Article& article) : article_(article), text_(article.text) {}

    void run() {
        std::uint32_t at = 0;
        for (int lines = 0; at < text_.size() && lines < head_lines;) {
            const auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size()));
            TextRange line = trimmed(text_, {at, end});
            if (!line.empty()) {
                ++lines;
                if (read_line(line, end)) return;
            }
            at = end + 1;
        }
    }

  private:
    /// True when the dateline was found (or cannot come any more).
    bool read_line(TextRange line, std::uint32_t line_end) {
        const DateNote note = read_note(text_, line);
        if (note.day) {
            set_published(*note.day, note.date);
            line = trimmed(text_, {note.end, line.end});
            article_.body_begin = std::max(article_.body_begin, line.empty() ? line_end : line.begin);
            if (line.empty()) return false;
        }
        const TextRange dash = find_dash(line.of(text_));
        if (dash.empty() && !note.day && read_place_and_day(line)) {
            article_.body_begin = trimmed(text_, {line_end, static_cast<std::uint32_t>(text_.size())}).begin;
            return true;
        }
        if (dash.empty()) return line.size() > 300;
        const TextRange head{line.begin, line.begin + dash.begin};
        const TextRange rest = trimmed(text_, {line.begin + dash.end, line_end});
        if (rest.size() < 20 || !read_head(head, note.day.has_value())) return line.size() > 300;
        article_.body_begin = rest.begin;
        return true;
    }

    /// A line of its own: "Brest-Litovsk, 14 May 2023". "The Battle of Shusha, 8 May 1992" is a title.
    bool read_place_and_day(TextRange line) {
        constexpr std::size_t most_of_a_place = 3;
        const std::vector<Word> words = words_of(text_, line, most_of_a_place + most_of_a_day + 1);
        std::size_t names = 0;
        while (names < words.size() && !words[names].number && !words[names].month) {
            const std::string_view word = words[names].range.of(text_);
            const bool of_a_name = word == "de" || word == "al" || word == "el";
            if ((!words[names].capitalised && !of_a_name) || word == "The") return false;
            ++names;
        }
        if (names == 0 || names > most_of_a_place || names == words.size()) return false;
        const DateNote day = read_day(text_, words, names);
        const std::uint32_t place_end = words[names - 1].range.end;
        if (!day.day || !trimmed(text_, {day.end, line.end}).empty() || place_end >= text_.size() ||
            text_[place_end] != ',')
            return false;
        article_.dateline = {line.begin, place_end};
        set_published(*day.day, day.date);
        return true;
    }

    /// Place, date and agency before the dash.
    bool read_head(TextRange head, bool after_date_note) {
        constexpr std::size_t most = 14;
        const std::vector<Word> words = words_of(text_, head, most + 1);
        if (words.empty() || words.size() > most) return false;
        const std::string_view surface = head.of(text_);
        const auto bracket = surface.find('(');
        const auto bracket_end = surface.find(')', bracket == surface.npos ? 0 : bracket);
        const bool agency = bracket != surface.npos && bracket_end != surface.npos;
        TextRange place;
        DateNote day;
        bool bare_date = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool in_bracket = agency && words[i].range.begin >= head.begin + bracket &&
                                    words[i].range.end <= head.begin + bracket_end;
            if (in_bracket) continue;
            if (words[i].number || words[i].month) {
                if (!day.day) day = read_day(text_, words, i);
                bare_date = true;
                if (day.day && words[i].range.begin < day.date.end) continue;
                continue;
            }
            if (day.day && words[i].range.begin < day.date.end) continue;
            if (!place.empty() && bare_date && place.end < words[i].range.begin && !words[i].capitalised) return false;
            if (!words[i].capitalised && !words[i].upper && !joins(words[i].range.of(text_))) return false;
            if (place.empty()) place.begin = words[i].range.begin;
            place.end = words[i].range.end;
        }
        if (place.empty()) return false;
        const bool upper = std::any_of(words.begin(), words.end(), [&](const Word& word) {
            return word.upper && place.contains(word.range) && word.range.size() >= 3;
        });
        if (!upper && !agency && !after_date_note && !bare_date) return false;
        article_.dateline = trimmed(text_, place);
        if (day.day) set_published(*day.day, day.date);
        if (agency && article_.publisher.empty())
            article_.publisher = std::string(surface.substr(bracket + 1, bracket_end - bracket - 1));
        return true;
    }

    /// Small words inside place names.
    static bool joins(std::string_view word) {
        return word == "and" || word == "of" || word == "the" || word == "de" || word == "al" || word == "el" ||
               word == "in" || word == "near";
    }

    void set_published(Day day, TextRange range) {
        if (!article_.published) article_.published = day;
        if (article_.published_range.empty() && article_.published == day) article_.published_range = range;
    }

    Article& article_;
    std::string_view text_;
};

}  // namespace

void read_dateline(Article& article) {
    DatelineReader(article).run();
}

}  // namespace chronomap
