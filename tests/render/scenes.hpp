#pragma once

#include <algorithm>
#include <random>

#include "render/scene/scene.hpp"
#include "render/scene/style.hpp"

namespace chronomap::test {

/// An event of 1993 (unless `date` says otherwise) at `place`.
inline Event event_at(PlacePtr place, EventKind kind, std::int64_t count = 1, const char* date = "1993") {
    static int number = 0;
    Event event;
    event.id = "event-" + std::to_string(number++);
    event.place = std::move(place);
    event.kind = kind;
    event.count = count;
    event.date = *EdtfDate::parse(date);
    return event;
}

inline PlacePtr town(const char* id, double lon, double lat) {
    Place place;
    place.id = id;
    place.name = id;
    place.location = {lon, lat};
    return std::make_shared<Place>(place);
}

inline PlacePtr region(const char* id, std::vector<LonLat> ring, ExtentClass extent = ExtentClass::area) {
    Place place;
    place.id = id;
    place.name = id;
    place.location = ring.front();
    place.extent = extent;
    place.parts.push_back(std::move(ring));
    return std::make_shared<Place>(place);
}

inline PlacePtr region_in_box(const char* id, GeoBox box) {
    Place place;
    place.id = id;
    place.location = {(box.west + box.east) / 2, (box.south + box.north) / 2};
    place.extent = ExtentClass::area;
    place.box = box;
    return std::make_shared<Place>(place);
}

inline PlacePtr vague_region(const char* id, double lon, double lat) {
    Place place;
    place.id = id;
    place.location = {lon, lat};
    place.extent = ExtentClass::area;
    return std::make_shared<Place>(place);
}

inline EventSetPtr event_set(std::vector<Event> events) {
    auto extraction = std::make_shared<Extraction>();
    extraction->article.id = "test";
    for (Event& event : events) event.article_id = "test";
    extraction->events = std::move(events);
    EventStore store;
    store.add(std::move(extraction));
    return store.current();
}

/// Towns by chance, the same in each run; some have several events.
inline EventSetPtr scattered_events(int towns) {
    std::mt19937 random(1993);
    std::uniform_real_distribution<double> lon(44, 50), lat(38, 42);
    std::vector<Event> events;
    for (int i = 0; i < towns; ++i) {
        const PlacePtr place = town(("town" + std::to_string(i)).c_str(), lon(random), lat(random));
        for (unsigned k = 0; k <= random() % 3; ++k)
            events.push_back(event_at(place, static_cast<EventKind>(random() % event_kind_count), 1 + random() % 4));
    }
    return event_set(std::move(events));
}

/// Every kind of event in a row, areas, a line, a vague region, uncertain dates, and a town with many events.
inline EventSetPtr all_sorts_of_events() {
    std::vector<Event> events;
    for (int kind = 0; kind <= static_cast<int>(EventKind::protest); ++kind) {
        static const char* ids[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
        events.push_back(event_at(town(ids[kind], 44.4 + kind * 0.55, 41.5), static_cast<EventKind>(kind)));
        static const char* late[] = {"ka", "kb", "kc", "kd", "ke", "kf", "kg", "kh", "ki", "kj"};
        events.push_back(
            event_at(town(late[kind], 44.4 + kind * 0.55, 41.1), static_cast<EventKind>(kind), 1 + kind, "1993~"));
    }
    events.push_back(event_at(town("many", 46.93, 39.99), EventKind::battle, 12));
    events.push_back(event_at(region("area", {{46.2, 39.3}, {47.1, 39.2}, {47.2, 40.2}, {46.4, 40.3}, {46.2, 39.3}}),
                              EventKind::control_change));
    events.push_back(
        event_at(region("road", {{46.5, 39.6}, {46.6, 39.65}, {46.7, 39.7}, {46.75, 39.8}}, ExtentClass::line),
                 EventKind::humanitarian));
    events.push_back(event_at(region_in_box("box", {48, 39, 49.4, 40.2}), EventKind::negotiation));
    events.push_back(event_at(vague_region("somewhere", 45.1, 39.9), EventKind::displacement));
    events.push_back(event_at(town("later", 48.6, 38.8), EventKind::attack, 1, "2020"));
    return event_set(std::move(events));
}

}  // namespace chronomap::test
