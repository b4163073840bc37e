#include "app/timeline/timeline_data.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

EventSetPtr set_of(const std::vector<std::tuple<const char*, EventKind, const char*>>& told) {
    EventStore store;
    for (const char* article : {"first", "second"}) {
        auto extraction = std::make_shared<Extraction>();
        extraction->article.id = article;
        for (const auto& [edtf, kind, own] : told) {
            if (std::string_view(own) != article) continue;
            Event event;
            event.article_id = article;
            event.id = std::string(article) + std::to_string(extraction->events.size());
            event.date = *EdtfDate::parse(edtf);
            event.kind = kind;
            extraction->events.push_back(std::move(event));
        }
        store.add(std::move(extraction));
    }
    return store.current();
}

const EventSetPtr story = set_of({{"1991/1994", EventKind::battle, "first"},
                                  {"1991/1994", EventKind::battle, "second"},
                                  {"1991~/1994", EventKind::battle, "second"},
                                  {"1991/1994", EventKind::visit, "first"},
                                  {"1993~", EventKind::attack, "first"},
                                  {"1993-07-23", EventKind::attack, "second"}});

}  // namespace

TEST_CASE("events of one kind and span share a lane, the longest first; a day has none") {
    TimelineData data;
    data.update(story, story->extent(), TimelineStacking::kind, {});
    const auto& lanes = data.lanes();
    REQUIRE(lanes.size() == 3);
    CHECK(lanes[0].kind == EventKind::battle);
    CHECK(lanes[0].events == 3);
    CHECK_FALSE(lanes[0].uncertain);
    CHECK(lanes[1].kind == EventKind::visit);
    CHECK(lanes[2].span == span_of_year(1993));
    CHECK(lanes[2].uncertain);
    CHECK(lanes[2].one_unit);
    CHECK_FALSE(lanes[1].one_unit);
}

TEST_CASE("the bars are of kinds or of articles, and what is uncertain is known") {
    TimelineData data;
    data.update(story, story->extent(), TimelineStacking::kind, {});
    REQUIRE(data.groups().size() == 3);
    CHECK(data.bars(100).weight.size() == 3);
    data.update(story, story->extent(), TimelineStacking::article, {});
    REQUIRE(data.groups().size() == 2);
    CHECK(data.groups()[1].name == "second");
    const StackedHistogram& bars = data.bars(8);
    float all = 0, uncertain = 0;
    for (std::size_t group = 0; group < 2; ++group)
        for (std::size_t i = 0; i < bars.bins.size(); ++i) all += bars.weight[group][i], uncertain += bars.uncertain[group][i];
    CHECK(all == doctest::Approx(6));
    CHECK(uncertain == doctest::Approx(2));
    const auto& counts = data.counts_in(span_of_year(1993));
    CHECK(counts.all == 6);
    CHECK(counts.uncertain == 2);
    CHECK(counts.groups == std::vector<std::size_t>{3, 3});
}

TEST_CASE("more sources than colours: those that tell least share the last one, under a name of their own") {
    for (const std::size_t count : {6, 9}) {
        EventStore store;
        for (std::size_t article = 0; article < count; ++article) {
            auto extraction = std::make_shared<Extraction>();
            extraction->article.id = "source " + std::to_string(article);
            // The later an article, the more it tells.
            for (std::size_t i = 0; i <= article; ++i) {
                Event event;
                event.article_id = extraction->article.id;
                event.id = extraction->article.id + std::to_string(i);
                event.date = EdtfDate::of_year(1993);
                extraction->events.push_back(std::move(event));
            }
            store.add(std::move(extraction));
        }
        TimelineData data;
        data.update(store.current(), store.current()->extent(), TimelineStacking::article, {});
        REQUIRE(data.groups().size() == 6);
        for (std::size_t i = 0; i < 6; ++i) CHECK(data.groups()[i].number == i);  // each its colour
        const auto& counts = data.counts_in(span_of_year(1993));
        CHECK(counts.all == count * (count + 1) / 2);
        if (count == 6) {
            CHECK(data.groups()[5].name == "source 5");
        } else {
            CHECK(data.groups()[0].name == "source 4");
            CHECK(data.groups()[5].name == "Other sources (4)");
            CHECK(counts.groups == std::vector<std::size_t>{5, 6, 7, 8, 9, 10});
        }
    }
}

TEST_CASE("layers have a lane for each holder and span, and none where they know no time") {
    auto layer = std::make_shared<MapLayer>();
    const auto add = [&](const char* holder, const char* begin, const char* end) {
        LayerFeature feature;
        feature.holder = holder;
        feature.parts = {{{0, 0}, {1, 0}, {1, 1}}};
        if (*begin != 0) feature.begin = *EdtfDate::parse(begin), feature.span.begin = feature.begin.span().begin;
        if (*end != 0) feature.end = *EdtfDate::parse(end), feature.span.end = feature.end.span().end;
        layer->features.push_back(feature);
    };
    add("B", "1994", "2020");
    add("A", "1923", "1991");
    add("B", "1994", "2020");
    add("C", "", "");
    const auto lanes = lanes_of_layers({layer});
    REQUIRE(lanes.size() == 2);
    CHECK(lanes[0].words == "A, 1923 \u2013 1991");
    CHECK(lanes[1].of_layer);
    CHECK(lanes[0].holder != lanes[1].holder);
}
