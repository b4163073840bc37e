#include "app/panels/event_words.hpp"

#include <algorithm>
#include <cstdio>

#include "geo/time/edtf.hpp"

namespace chronomap {

std::string words_of(EventKind kind) {
    std::string words(name_of(kind));
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
    return words;
}

std::string words_of(Modality modality) {
    return modality == Modality::fact ? "a fact" : std::string(name_of(modality));
}

std::string words_of(Verdict verdict) {
    return verdict == Verdict::none ? "without a verdict" : std::string(name_of(verdict));
}

std::string words_of(DatedBy how) {
    switch (how) {
        case DatedBy::explicit_date:
            return "the sentence names it";
        case DatedBy::relative:
            return "told from another date";
        case DatedBy::named_period:
            return "a period known by name";
        case DatedBy::narrative:
            return "carried on from the text before";
        case DatedBy::dateline:
            return "only the article's own date";
        case DatedBy::user:
            return "dated by you";
        case DatedBy::undated:
            return "nothing tells when";
    }
    return {};
}

std::string words_of(ResidueReason reason) {
    switch (reason) {
        case ResidueReason::undated:
            return "No date";
        case ResidueReason::unplaced:
            return "No place";
        case ResidueReason::ambiguous_place:
            return "More than one place of that name";
        case ResidueReason::not_an_event:
            return "Nothing that happened";
    }
    return {};
}

std::string words_of_confidence(double confidence) {
    char text[48];
    const char* word = confidence >= 0.75 ? "high" : confidence >= 0.5 ? "medium" : "low";
    std::snprintf(text, sizeof text, "%s (%.2f)", word, confidence);
    return text;
}

std::string place_name_of(const Event& event, NamingPolicy policy) {
    if (!event.place) return {};
    const bool is_phrase =
        !event.place_surface.empty() && event.place_surface[0] >= 'a' && event.place_surface[0] <= 'z';
    return display_name(*event.place, policy, is_phrase ? std::string_view{} : event.place_surface, event.date.span());
}

std::string how_placed(const Event& event, const Extraction& extraction) {
    if (!event.place) return "not placed";
    const auto mention = std::find_if(extraction.places.begin(), extraction.places.end(),
                                      [&](const PlaceMention& m) { return m.range == event.place_range; });
    std::string words = event.place_surface.empty() ? "" : "“" + event.place_surface + "” ";
    if (mention == extraction.places.end()) return words + "as the file gives it";
    switch (mention->kind) {
        case PlaceMentionKind::dateline:
            words += "in the dateline";
            break;
        case PlaceMentionKind::fuzzy:
            words += "read as a misspelling";
            break;
        case PlaceMentionKind::anaphor:
            words += mention->reason.empty() ? "inferred" : mention->reason;
            break;
        default:
            words += "named in the sentence";
            break;
    }
    if (!event.sentence.contains(event.place_range) && mention->kind == PlaceMentionKind::toponym)
        words = "“" + event.place_surface + "” named before the sentence";
    return words + ", confidence " + words_of_confidence(mention->confidence);
}

std::string how_dated(const Event& event, const Extraction& extraction) {
    std::string words = words_of(event.dated_by);
    const bool is_phrase = std::ranges::any_of(
        extraction.dates, [&](const DateMention& mention) { return mention.range == event.date_range; });
    if (event.dated_by == DatedBy::explicit_date && !is_phrase) words = "as the file gives it";
    if (!event.date_range.empty()) words = "“" + folded(event.date_range.of(extraction.article.text)) + "”: " + words;
    return words + " (" + event.date.text() + ")";
}

std::string published_words(const Article& article) {
    return article.published ? describe(EdtfDate::of_day(*article.published)) : std::string{};
}

std::string folded(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::string heading_of(const Article& article) {
    if (!article.title.empty()) return folded(article.title);
    return article.id.empty() ? "Untitled article" : article.id;
}

}  // namespace chronomap
