#include "geo/events/disagreements.hpp"

#include <algorithm>

#include "geo/events/quantities.hpp"
#include "geo/events/report_words.hpp"
#include "geo/places/normalise.hpp"

namespace chronomap {
namespace {

/// Adds a disagreement when not all of `said` that is told has one meaning.
void add(std::vector<Disagreement>& found, DisagreementKind kind, std::vector<std::string> said,
         const std::vector<std::string>& meanings) {
    const std::string* first = nullptr;
    for (const std::string& meaning : meanings) {
        if (meaning.empty()) continue;
        if (first == nullptr) first = &meaning;
        if (meaning != *first) {
            found.push_back({kind, std::move(said)});
            return;
        }
    }
}

/// The words of an event's trigger without their endings: "captured" and "capture" are one.
std::string meaning_of(std::string_view trigger) {
    std::string meaning;
    for (const NameWord& word : split_words(trigger)) meaning += without_ending(word.key) + " ";
    return meaning;
}

void compare_dates(std::span<const Report> reports, std::vector<Disagreement>& found) {
    std::vector<std::string> said;
    bool all_meet = true, all_same = true;
    for (const Report& report : reports) {
        said.push_back(describe(report.event->date));
        for (const Report& other : reports) {
            all_meet = all_meet && report.event->date.span().meets(other.event->date.span());
            all_same = all_same && report.event->date == other.event->date;
        }
    }
    if (!all_same) found.push_back({all_meet ? DisagreementKind::precision : DisagreementKind::date, std::move(said)});
}

/// A line for each thing that two or more of the reports count.
void compare_numbers(std::span<const Report> reports, std::vector<Disagreement>& found) {
    std::vector<std::vector<Quantity>> counted;
    std::vector<std::string> things;
    for (const Report& report : reports) {
        counted.push_back(quantities_in(report.event->quote));
        for (const Quantity& quantity : counted.back())
            if (std::ranges::find(things, quantity.what) == things.end()) things.push_back(quantity.what);
    }
    for (const std::string& thing : things) {
        std::vector<std::string> said, meanings;
        for (const auto& quantities : counted) {
            std::string phrases, values;
            for (const Quantity& quantity : quantities) {
                if (quantity.what != thing) continue;
                phrases += (phrases.empty() ? "" : "; ") + quantity.phrase;
                values += quantity.bound + std::to_string(quantity.value) + ";";
            }
            said.push_back(std::move(phrases));
            meanings.push_back(std::move(values));
        }
        add(found, DisagreementKind::number, std::move(said), meanings);
    }
}

}  // namespace

std::string_view name_of(DisagreementKind kind) {
    switch (kind) {
        case DisagreementKind::date:
            return "date";
        case DisagreementKind::precision:
            return "precision";
        case DisagreementKind::place:
            return "place";
        case DisagreementKind::kind:
            return "kind";
        case DisagreementKind::number:
            return "number";
        case DisagreementKind::wording:
            return "wording";
        case DisagreementKind::speaker:
            break;
    }
    return "speaker";
}

std::vector<Disagreement> disagreements_of(std::span<const Report> reports) {
    std::vector<Disagreement> found;
    if (reports.size() < 2) return found;
    compare_dates(reports, found);
    std::vector<std::string> places, place_ids, kinds, words, word_meanings, speakers, speaker_keys;
    for (const Report& report : reports) {
        const Event& event = *report.event;
        places.push_back(event.place ? event.place->name : event.place_surface);
        place_ids.push_back(event.place ? event.place->id : name_key(event.place_surface));
        kinds.emplace_back(name_of(event.kind));
        words.emplace_back(event.trigger.end <= report.text.size() ? event.trigger.of(report.text)
                                                                   : std::string_view{});
        word_meanings.push_back(meaning_of(words.back()));
        speakers.push_back(event.attribution);
        speaker_keys.push_back(event.attribution.empty() ? "\n" : name_key(event.attribution));
    }
    add(found, DisagreementKind::place, std::move(places), place_ids);
    const std::vector<std::string> kind_names = kinds;
    add(found, DisagreementKind::kind, std::move(kinds), kind_names);
    compare_numbers(reports, found);
    add(found, DisagreementKind::wording, std::move(words), word_meanings);
    add(found, DisagreementKind::speaker, std::move(speakers), speaker_keys);
    return found;
}

}  // namespace chronomap
