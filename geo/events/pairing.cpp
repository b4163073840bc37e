#include "geo/events/pairing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/events/place_roles.hpp"

namespace chronomap {
namespace {

/// Words between a place and a date, counted in words; a comma weighs three, a semicolon fifteen.
double clause_distance(const SentenceReading& sentence, const TextRange& a, const TextRange& b) {
    const TextRange gap = a.begin < b.begin ? TextRange{a.end, b.begin} : TextRange{b.end, a.begin};
    double distance = 0;
    for (std::size_t i = sentence.word_at(gap.begin);
         i < sentence.words.size() && sentence.words[i].range.begin < gap.end; ++i) {
        const std::string& word = sentence.words[i].lower;
        if (word == ";" || word == ":" || word == "—" || word == "–")
            distance += 15;
        else if (word == ",")
            distance += 3;
        else if (word == "while" || word == "but" || word == "whereas")
            distance += 10;
        else if (word == "and")
            distance += 2;
        else
            distance += 1;
    }
    return distance;
}

/// Days of a date's span; open spans count as very long.
double length_of(const EdtfDate& date) {
    const TimeSpan& span = date.span();
    if (span.begin == open_begin || span.end == open_end) return 1e9;
    return static_cast<double>((span.end - span.begin).count());
}

bool is_background(const DateMention& date) {
    return length_of(date.date) > 366.0 * 40;
}

/// "since … 1922 and up till early 1990s": two dates that say from when to when. Empty when the words say no such
/// thing.
EdtfDate lasting(const SentenceReading& sentence, const DateMention& first, const DateMention& last) {
    bool since = false, until = false;
    for (const ReadWord& word : sentence.words) {
        if (word.range.begin < first.range.begin)
            since = since || word.lower == "since" || word.lower == "from";
        else if (word.range.begin > first.range.end && word.range.end <= last.range.begin)
            until = until || word.lower == "until" || word.lower == "till" || word.lower == "to";
    }
    return since && until ? EdtfDate::of_interval(first.date, last.date) : EdtfDate{};
}

/// How well a date fits as the date of a place near it: the nearest in clauses; a finer one inside a coarser one wins.
double date_cost(const SentenceReading& sentence, const PlaceMention& place, const DateMention& date) {
    double cost = std::min(clause_distance(sentence, place.range, date.range), 30.0);
    // A date that opens the sentence governs it until another one comes.
    if (sentence.word_at(date.range.begin) <= 2) cost = std::min(cost, 8.0 + cost / 8);
    // A war or a decade is the frame of what happens in it; "nearly three decades later" is a guess.
    cost += date.dated_by == DatedBy::named_period ? 8 : 0;
    cost += length_of(date.date) > 3700 ? 6 : 0;
    cost += date.date.approximate() ? 40 : 0;
    return cost;
}

const DateMention* date_for(const SentenceReading& sentence, const PlaceMention& place,
                            const std::vector<const DateMention*>& dates) {
    const DateMention* best = nullptr;
    double best_cost = 0;
    for (const DateMention* date : dates) {
        if (is_background(*date)) continue;
        const double cost = date_cost(sentence, place, *date);
        if (!best || cost < best_cost) {
            best = date;
            best_cost = cost;
        }
    }
    return best;
}

Pair make_pair(const PlaceMention* place, const DateMention& date) {
    Pair pair;
    pair.place = place;
    pair.date = date.date;
    pair.dated_by = date.dated_by;
    pair.date_range = date.range;
    pair.date_confidence = date.confidence;
    return pair;
}

/// A part of a sentence that has a date of its own.
struct Clause {
    std::uint32_t begin = 0, end = 0;  ///< bytes
    std::vector<const PlaceMention*> places;
    std::vector<const DateMention*> dates;
};

/// Does a date begin within `reach` words after word `i`?
bool date_follows(const SentenceReading& sentence, std::size_t i, std::size_t reach) {
    if (i + 1 >= sentence.words.size()) return false;
    const std::size_t last = std::min(i + reach, sentence.words.size() - 1);
    return std::any_of(sentence.dates.begin(), sentence.dates.end(), [&](const DateMention* date) {
        return date->range.begin >= sentence.words[i + 1].range.begin &&
               date->range.begin <= sentence.words[last].range.begin;
    });
}

/// A clause begins at ; : —, at ", and", ", but", ", while", at "that" after a verb of saying, and where a comma or
/// "and" is followed at once by a date.
bool begins_clause(const SentenceReading& sentence, std::size_t i) {
    const auto& words = sentence.words;
    const std::string& word = words[i].lower;
    if (i == 0) return false;
    const bool inside_date = std::any_of(sentence.dates.begin(), sentence.dates.end(),
                                         [&](const DateMention* date) { return date->range.contains(words[i].range); });
    if (inside_date) return false;
    if (word == ";" || word == ":" || word == "—") return true;
    const std::string_view next = i + 1 < words.size() ? std::string_view(words[i + 1].lower) : std::string_view{};
    if (word == ",")
        return next == "and" || next == "but" || next == "while" || next == "who" || next == "whereas" ||
               date_follows(sentence, i, 2);
    if (word == "and" || word == "but") return date_follows(sentence, i, 3) && words[i - 1].lower != ",";
    if (word == "that")
        for (std::size_t back = 1; back <= 4 && back <= i; ++back)
            if (words[i - back].entry && words[i - back].entry->says) return true;
    return false;
}

/// Clauses that have a date; what lies between goes with the one before it (the first ones with the next).
std::vector<Clause> clauses_of(const SentenceReading& sentence, const std::vector<const PlaceMention*>& places) {
    std::vector<Clause> clauses(1);
    clauses[0].begin = sentence.sentence.range.begin;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        if (!begins_clause(sentence, i)) continue;
        clauses.back().end = sentence.words[i].range.begin;
        clauses.push_back({sentence.words[i].range.begin, 0, {}, {}});
    }
    clauses.back().end = sentence.sentence.range.end;
    for (Clause& clause : clauses) {
        const TextRange range{clause.begin, clause.end};
        clause.places = locations_of(sentence, range);
        for (const DateMention* date : sentence.dates)
            if (range.overlaps(date->range) && !is_background(*date)) clause.dates.push_back(date);
    }
    // A place that the sentence only points back to is that of its first clause.
    const bool names_none =
        std::all_of(clauses.begin(), clauses.end(), [](const Clause& clause) { return clause.places.empty(); });
    if (names_none) clauses.front().places = places;
    std::vector<Clause> dated;
    Clause waiting;
    for (Clause& clause : clauses) {
        if (clause.dates.empty()) {
            auto& places_of_it = dated.empty() ? waiting.places : dated.back().places;
            places_of_it.insert(places_of_it.end(), clause.places.begin(), clause.places.end());
            continue;
        }
        clause.places.insert(clause.places.begin(), waiting.places.begin(), waiting.places.end());
        waiting.places.clear();
        dated.push_back(std::move(clause));
    }
    return dated;
}

/// Several dates: each governs its own clause; a clause that names no place happens where the one before it does.
std::vector<Pair> pairs_of_clauses(const SentenceReading& sentence, const std::vector<const PlaceMention*>& places) {
    std::vector<Pair> pairs;
    std::vector<Clause> clauses = clauses_of(sentence, places);
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        std::vector<const PlaceMention*> here = clauses[i].places;
        bool carried = false;
        for (std::size_t back = i; here.empty() && back-- > 0;)
            if (!clauses[back].places.empty()) here = {clauses[back].places.front()}, carried = true;
        for (std::size_t on = i + 1; here.empty() && on < clauses.size(); ++on)
            if (!clauses[on].places.empty()) here = {clauses[on].places.front()}, carried = true;
        // A frame ("during the war") that has no place of its own tells no event beside the finer date.
        const bool frame = std::all_of(clauses[i].dates.begin(), clauses[i].dates.end(), [](const DateMention* date) {
            return date->dated_by == DatedBy::named_period || date->date.approximate() || length_of(date->date) > 400;
        });
        if (carried && frame) continue;
        for (const PlaceMention* place : here)
            if (const DateMention* date = date_for(sentence, *place, clauses[i].dates)) {
                pairs.push_back(make_pair(place, *date));
                pairs.back().place_inferred = carried;
            }
    }
    return pairs;
}

std::vector<Pair> pairs_of(const SentenceReading& sentence, const std::vector<const PlaceMention*>& places) {
    std::vector<Pair> pairs;
    if (sentence.dates.size() == 2) {
        const EdtfDate whole = lasting(sentence, *sentence.dates[0], *sentence.dates[1]);
        if (!whole.empty()) {
            for (const PlaceMention* place : places) {
                pairs.push_back(make_pair(place, *sentence.dates[0]));
                pairs.back().date = whole;
            }
            return pairs;
        }
    }
    // Only dates that place an event on the calendar make clauses; wars and guesses frame them.
    const auto told = std::count_if(sentence.dates.begin(), sentence.dates.end(), [](const DateMention* date) {
        return date->dated_by != DatedBy::named_period && !date->date.approximate() && !is_background(*date);
    });
    if (told > 1) return pairs_of_clauses(sentence, places);
    for (const PlaceMention* place : places)
        if (const DateMention* date = date_for(sentence, *place, sentence.dates))
            pairs.push_back(make_pair(place, *date));
    return pairs;
}

bool is_fine(const PlaceMention& mention) {
    return !is_large(*mention.place);
}

/// "the city", "there", "the village": words by which a sentence without a place name points back to one.
bool points_back(const SentenceReading& sentence) {
    static constexpr std::array<std::string_view, 12> nouns{"city",    "town",     "village", "settlement",
                                                            "capital", "enclave",  "region",  "port",
                                                            "area",    "district", "centre",  "center"};
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        const std::string& word = sentence.words[i].lower;
        if (word == "here" ||
            (word == "there" && !(i + 1 < sentence.words.size() &&
                                  (sentence.words[i + 1].lower == "was" || sentence.words[i + 1].lower == "were" ||
                                   sentence.words[i + 1].lower == "is" || sentence.words[i + 1].lower == "are"))))
            return true;
        if (i > 0 && sentence.words[i - 1].lower == "the" && std::find(nouns.begin(), nouns.end(), word) != nouns.end())
            return true;
    }
    return false;
}

/// The places of the sentence, or the one that it points back to.
std::vector<const PlaceMention*> places_of(const SentenceReading& sentence, const NarrativeState& state,
                                           bool& inferred) {
    std::vector<const PlaceMention*> places = locations_of(sentence);
    inferred = false;
    const bool only_large =
        std::none_of(places.begin(), places.end(), [](const PlaceMention* place) { return is_fine(*place); });
    if (only_large && state.place && state.place->sentences_ago <= 4 && points_back(sentence)) {
        places = {state.place->mention};
        inferred = true;
    }
    return places;
}

Pairing with_dates(const SentenceReading& sentence, const NarrativeState& state) {
    Pairing result;
    bool inferred = false;
    std::vector<const PlaceMention*> places = places_of(sentence, state, inferred);
    const bool same_paragraph = state.place && state.place->paragraph == sentence.sentence.paragraph;
    if (places.empty() && sentence.places.empty() && !sentence.unread_place && same_paragraph && state.place->sentences_ago <= 1 &&
        sentence.past && !sentence.heading) {
        places = {state.place->mention};
        inferred = true;
    }
    if (places.empty()) {
        result.reason = sentence.unresolved_place ? ResidueReason::ambiguous_place : ResidueReason::unplaced;
        result.detail = sentence.places.empty() ? "no place is named" : "the places named are not where it happened";
        return result;
    }
    // A day or a month is told of what happened, also in words that no list holds.
    const bool finely_dated = std::any_of(sentence.dates.begin(), sentence.dates.end(), [](const DateMention* date) {
        return date->dated_by == DatedBy::explicit_date && length_of(date->date) <= 31;
    });
    const bool tells_something =
        sentence.has_event_verb() || !sentence.trigger.empty() || sentence.heading || finely_dated;
    if (!tells_something || (sentence.stative && !sentence.past && !finely_dated)) {
        result.detail = "tells how things are";
        return result;
    }
    result.pairs = pairs_of(sentence, places);
    for (Pair& pair : result.pairs) pair.place_inferred = pair.place_inferred || inferred;
    if (result.pairs.empty()) {
        result.reason = ResidueReason::undated;
        result.detail = "its dates are background";
    }
    return result;
}

/// Past tense goes on with the last date told; the report's own day dates what it says of the present.
Pairing without_dates(const SentenceReading& sentence, const NarrativeState& state) {
    Pairing result;
    result.reason = ResidueReason::undated;
    bool inferred = false;
    const std::vector<const PlaceMention*> places = places_of(sentence, state, inferred);
    if (places.empty() || sentence.heading) {
        result.reason = ResidueReason::not_an_event;
        result.detail = sentence.heading ? "a heading" : "neither a date nor a place where it happened";
        if (!sentence.places.empty()) result.reason = ResidueReason::undated;
        return result;
    }
    if (sentence.stative) {
        result.detail = "tells how things are";
        return result;
    }
    const bool fine = is_fine(*places.front()) && places.front()->place->feature != FeatureClass::region &&
                      places.front()->place->feature != FeatureClass::administrative;
    const bool carries = state.date && state.date->paragraph == sentence.sentence.paragraph &&
                         state.date->sentences_ago <= 2 && !sentence.unread_date;
    if (sentence.past && !sentence.present && carries && fine) {
        for (const PlaceMention* place : places) {
            Pair pair;
            pair.place = place;
            pair.place_inferred = inferred;
            pair.date = state.date->date;
            pair.dated_by = DatedBy::narrative;
            pair.date_range = state.date->range;
            pair.date_confidence = 0.6;
            result.pairs.push_back(pair);
        }
        return result;
    }
    const bool report = state.published && state.has_dateline && sentence.present && !sentence.past && fine &&
                        (sentence.now || sentence.kind == EventKind::humanitarian || sentence.kind == EventKind::visit);
    if (report && !inferred) {
        for (const PlaceMention* place : places) {
            Pair pair;
            pair.place = place;
            pair.date = EdtfDate::of_day(*state.published);
            pair.dated_by = DatedBy::dateline;
            pair.date_range = state.published_range;
            pair.date_confidence = 0.5;
            result.pairs.push_back(pair);
        }
        return result;
    }
    result.detail = "no date, and none to go on with";
    return result;
}

}  // namespace

Pairing pair_sentence(const SentenceReading& sentence, const NarrativeState& state) {
    return sentence.dates.empty() ? without_dates(sentence, state) : with_dates(sentence, state);
}

void carry_on(const SentenceReading& sentence, const Pairing& pairing, NarrativeState& state) {
    if (state.date) ++state.date->sentences_ago;
    if (state.place) ++state.place->sentences_ago;
    if (sentence.unread_date) state.date.reset();
    // What the next sentence goes on with is the last fine date, not a decade or a war.
    for (auto date = sentence.dates.rbegin(); date != sentence.dates.rend(); ++date) {
        if (length_of((*date)->date) > 400 || (*date)->dated_by == DatedBy::named_period) continue;
        state.date = {(*date)->date, (*date)->range, sentence.sentence.paragraph, 0};
        break;
    }
    const PlaceMention* place = nullptr;
    for (const Pair& pair : pairing.pairs)
        if (pair.place && is_fine(*pair.place) && !place) place = pair.place;
    if (!place)
        for (const PlaceMention* mention : sentence.places)
            if (is_fine(*mention) && mention->place->extent == ExtentClass::point) place = mention;
    if (place) state.place = {place, sentence.sentence.paragraph, 0};
}

}  // namespace chronomap
