#pragma once

#include <doctest/doctest.h>

#include "geo/events/event.hpp"
#include "geo/io/place_document.hpp"

namespace chronomap::test {

inline std::string words_of(const PlacePtr& place) {
    return place ? document_from(*place) : "none";
}

inline void check_same(const EdtfDate& a, const EdtfDate& b) {
    CHECK(a.text() == b.text());
    CHECK(a.span() == b.span());
}

/// Checks that two extractions are equal in everything.
inline void check_same(const Extraction& a, const Extraction& b) {
    CHECK(a.article.id == b.article.id);
    CHECK(a.article.title == b.article.title);
    CHECK(a.article.publisher == b.article.publisher);
    CHECK(a.article.path == b.article.path);
    CHECK(a.article.text == b.article.text);
    CHECK(a.article.published == b.article.published);
    CHECK(a.article.published_range == b.article.published_range);
    CHECK(a.article.dateline == b.article.dateline);
    CHECK(a.article.body_begin == b.article.body_begin);
    REQUIRE(a.places.size() == b.places.size());
    for (std::size_t i = 0; i < a.places.size(); ++i) {
        const PlaceMention &first = a.places[i], &second = b.places[i];
        CHECK(first.range == second.range);
        CHECK(first.kind == second.kind);
        CHECK(words_of(first.place) == words_of(second.place));
        CHECK(first.reason == second.reason);
        CHECK(first.confidence == second.confidence);
        REQUIRE(first.candidates.size() == second.candidates.size());
        for (std::size_t k = 0; k < first.candidates.size(); ++k) {
            CHECK(words_of(first.candidates[k].place) == words_of(second.candidates[k].place));
            CHECK(first.candidates[k].score == second.candidates[k].score);
            CHECK(first.candidates[k].rule == second.candidates[k].rule);
        }
    }
    REQUIRE(a.dates.size() == b.dates.size());
    for (std::size_t i = 0; i < a.dates.size(); ++i) {
        const DateMention &first = a.dates[i], &second = b.dates[i];
        CHECK(first.range == second.range);
        CHECK(first.kind == second.kind);
        CHECK(first.dated_by == second.dated_by);
        check_same(first.date, second.date);
        CHECK(first.timex == second.timex);
        CHECK(first.rule == second.rule);
        CHECK(first.reason == second.reason);
        CHECK(first.confidence == second.confidence);
    }
    REQUIRE(a.events.size() == b.events.size());
    for (std::size_t i = 0; i < a.events.size(); ++i) {
        const Event &first = a.events[i], &second = b.events[i];
        CHECK(first.id == second.id);
        CHECK(first.article_id == second.article_id);
        CHECK(words_of(first.place) == words_of(second.place));
        CHECK(first.place_surface == second.place_surface);
        check_same(first.date, second.date);
        CHECK(first.dated_by == second.dated_by);
        CHECK(first.kind == second.kind);
        CHECK(first.modality == second.modality);
        CHECK(first.sentence == second.sentence);
        CHECK(first.place_range == second.place_range);
        CHECK(first.date_range == second.date_range);
        CHECK(first.trigger == second.trigger);
        CHECK(first.attribution_range == second.attribution_range);
        CHECK(first.attribution == second.attribution);
        CHECK(first.quote == second.quote);
        CHECK(first.confidence == second.confidence);
        CHECK(first.count == second.count);
    }
    REQUIRE(a.residue.size() == b.residue.size());
    for (std::size_t i = 0; i < a.residue.size(); ++i) {
        CHECK(a.residue[i].reason == b.residue[i].reason);
        CHECK(a.residue[i].sentence == b.residue[i].sentence);
        CHECK(a.residue[i].detail == b.residue[i].detail);
    }
}

}  // namespace chronomap::test
