#include "geo/events/correcting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "geo/places/normalise.hpp"
#include "geo/text/folded_text.hpp"

namespace chronomap {

namespace {

/// Changes a copy of the record that `is_it` finds, or of a new one; `change` says whether it is kept.
template <class Record, class IsIt, class Change>
void change_record(std::vector<SharedValue<Record>>& records, const IsIt& is_it, const Change& change) {
    const auto found = std::ranges::find_if(records, [&](const auto& each) { return is_it(*each); });
    Record next = found == records.end() ? Record{} : **found;
    const bool keep = change(next);
    if (keep && found != records.end())
        *found = SharedValue<Record>(std::move(next));
    else if (keep)
        records.emplace_back(std::move(next));
    else if (found != records.end())
        records.erase(found);
}

bool has_key(const EventMerge& merge, const std::string& key) {
    return merge.kept.event_id == key ||
           std::ranges::find(merge.others, key, &EventAnchor::event_id) != merge.others.end();
}

/// Takes one event out of the merges; what is left alone is no merge.
void leave_merges(EventCorrections& corrections, const std::string& key) {
    std::vector<SharedValue<EventMerge>> kept;
    for (const auto& each : corrections.merges) {
        if (!has_key(*each, key)) {
            kept.push_back(each);
            continue;
        }
        EventMerge rest = *each;
        std::erase_if(rest.others, [&](const EventAnchor& at) { return at.event_id == key; });
        if (rest.kept.event_id != key && !rest.others.empty()) kept.emplace_back(std::move(rest));
    }
    corrections.merges = std::move(kept);
}

void forget_apart(EventCorrections& corrections, const std::string& key) {
    std::erase_if(corrections.apart, [&](const SharedValue<ReportsApart>& pair) {
        return pair->one.event_id == key || pair->other.event_id == key;
    });
}

}  // namespace

const std::string& key_of(const Event& event) {
    return event.user && !event.user->key.empty() ? event.user->key : event.id;
}

EventAnchor anchor_of(const Event& event) {
    const UserMark* mark = event.user.get();
    const PlacePtr& place = mark != nullptr && mark->read_place ? *mark->read_place : event.place;
    return {key_of(event),
            event.article_id,
            event.quote,
            mark != nullptr && mark->read_place_surface ? *mark->read_place_surface : event.place_surface,
            place ? place->id : std::string(),
            (mark != nullptr && mark->read_date ? *mark->read_date : event.date).text(),
            event.sentence};
}

void correct(EventCorrections& corrections, const Event& event, const std::function<void(EventCorrection&)>& change) {
    const std::string& key = key_of(event);
    const UserMark* mark = event.user.get();
    change_record(
        corrections.events, [&](const EventCorrection& each) { return each.at.event_id == key; },
        [&](EventCorrection& next) {
            if (next.at.event_id.empty()) next.at = anchor_of(event);
            change(next);
            const auto is_read = [&](const auto& said, const auto* read, const auto& now) {
                return said && *said == (read != nullptr && *read ? **read : now);
            };
            if (next.place && next.place->place->id == next.at.place_id) next.place.reset();
            if (next.date && next.date->text() == next.at.date) next.date.reset();
            if (is_read(next.kind, mark ? &mark->read_kind : nullptr, event.kind)) next.kind.reset();
            if (is_read(next.modality, mark ? &mark->read_modality : nullptr, event.modality)) next.modality.reset();
            if (is_read(next.attribution, mark ? &mark->read_attribution : nullptr, event.attribution))
                next.attribution.reset();
            return !next.says_nothing();
        });
}

Result<void> merge_events(EventCorrections& corrections, std::span<const Event* const> kept_first) {
    if (kept_first.size() < 2) return fail("name two events or more to merge");
    std::set<std::string> keys;
    for (const Event* each : kept_first)
        if (!keys.insert(key_of(*each)).second) return fail("an event cannot be merged with itself");
    EventMerge merge;
    merge.kept = anchor_of(*kept_first.front());
    for (const auto& each : corrections.merges)
        if (each->kept.event_id == merge.kept.event_id) merge.others = each->others;
    for (const Event* each : kept_first.subspan(1)) {
        merge.others.push_back(anchor_of(*each));
        for (const auto& other : corrections.merges)
            if (other->kept.event_id == key_of(*each))
                merge.others.insert(merge.others.end(), other->others.begin(), other->others.end());
    }
    leave_merges(corrections, merge.kept.event_id);
    for (const EventAnchor& other : merge.others) leave_merges(corrections, other.event_id);
    // Who says that they are one no longer says that they are two.
    std::erase_if(corrections.apart, [&](const SharedValue<ReportsApart>& pair) {
        return has_key(merge, pair->one.event_id) && has_key(merge, pair->other.event_id);
    });
    corrections.merges.emplace_back(std::move(merge));
    return {};
}

Result<void> tell_apart(EventCorrections& corrections, const Event& event) {
    const auto gone = std::erase_if(
        corrections.merges, [&](const SharedValue<EventMerge>& each) { return each->kept.event_id == key_of(event); });
    if (gone == 0) return fail("this event was not merged with another");
    return {};
}

Result<void> tell_reports_apart(EventCorrections& corrections, const Event& report,
                                std::span<const Event* const> others) {
    if (others.empty()) return fail("name the reports that it is to be told apart from");
    for (const Event* other : others) {
        ReportsApart pair{anchor_of(report), anchor_of(*other)};
        if (pair.other.event_id < pair.one.event_id) std::swap(pair.one, pair.other);
        if (pair.one.event_id == pair.other.event_id) return fail("an event cannot be told apart from itself");
        const bool known = std::ranges::any_of(corrections.apart, [&](const SharedValue<ReportsApart>& each) {
            return each->one.event_id == pair.one.event_id && each->other.event_id == pair.other.event_id;
        });
        if (!known) corrections.apart.emplace_back(std::move(pair));
    }
    return {};
}

void forget_apart(EventCorrections& corrections, const Event& report) {
    forget_apart(corrections, key_of(report));
}

std::string split_event(EventCorrections& corrections, const Event& event) {
    std::string of = key_of(event);
    // A twin of a twin is one more of the same sentence.
    for (const auto& each : corrections.splits)
        if (std::ranges::find(each->twins, of) != each->twins.end()) of = each->at.event_id;
    std::string twin;
    change_record(
        corrections.splits, [&](const EventSplit& each) { return each.at.event_id == of; },
        [&](EventSplit& split) {
            if (split.at.event_id.empty()) split.at = anchor_of(event);
            for (int number = 2; twin.empty(); ++number) {
                std::string id = of + "~" + std::to_string(number);
                if (std::ranges::find(split.twins, id) == split.twins.end()) twin = std::move(id);
            }
            split.twins.push_back(twin);
            return true;
        });
    // It begins as what is shown of the event, not as what was read of it.
    for (const auto& each : corrections.events)
        if (each->at.event_id == key_of(event)) {
            EventCorrection same = *each;
            same.at.event_id = twin;
            same.note.clear();
            same.verdict = Verdict::none;
            if (!same.says_nothing()) corrections.events.emplace_back(std::move(same));
            break;
        }
    return twin;
}

Result<std::string> add_event(EventCorrections& corrections, const Article& article, TextRange range,
                              const PlacePtr& place, const std::string& surface, const EdtfDate& date) {
    if (range.empty() || range.end > article.text.size()) return fail("the article has no such stretch of text");
    AddedEvent added;
    added.at.article_id = article.id;
    added.at.quote = white_space_folded(range.of(article.text));
    if (added.at.quote.empty()) return fail("there are no words in that stretch of text");
    if (!place) return fail("say where it happened");
    if (date.empty()) return fail("say when it happened");
    added.at.place_surface = surface;
    added.at.place_id = place->id;
    added.at.date = date.text();
    added.at.sentence = range;
    added.at.event_id =
        fmt::format("{}+{:016x}", article.id, key_hash(added.at.quote + '\n' + place->id + '\n' + date.text()));
    added.place.place = place;
    added.date = date;
    if (std::ranges::any_of(corrections.added,
                            [&](const auto& each) { return each->at.event_id == added.at.event_id; }))
        return fail("this event was added before");
    std::string id = added.at.event_id;
    corrections.added.emplace_back(std::move(added));
    return id;
}

StretchReading read_stretch(const Extraction& article, const TextRange& range) {
    StretchReading read;
    for (const PlaceMention& mention : article.places)
        if (!read.place && mention.place && range.contains(mention.range) &&
            mention.kind != PlaceMentionKind::demonym && mention.kind != PlaceMentionKind::part_of_name) {
            read.place = mention.place;
            read.surface = mention.range.of(article.article.text);
        }
    for (const DateMention& mention : article.dates)
        if (read.date.empty() && !mention.date.empty() && range.contains(mention.range)) read.date = mention.date;
    return read;
}

bool drop_corrections(EventCorrections& corrections, const std::string& key) {
    const EventCorrections before = corrections;
    std::vector<std::string> gone{key};
    for (const auto& each : corrections.splits)
        if (each->at.event_id == key) gone.insert(gone.end(), each->twins.begin(), each->twins.end());
    for (const std::string& id : gone) {
        const auto is_it = [&](const auto& each) { return each->at.event_id == id; };
        std::erase_if(corrections.events, is_it);
        std::erase_if(corrections.added, is_it);
        std::erase_if(corrections.splits, is_it);
        leave_merges(corrections, id);
        forget_apart(corrections, id);
    }
    std::vector<SharedValue<EventSplit>> splits;
    for (const auto& each : corrections.splits) {
        EventSplit rest = *each;
        if (std::erase(rest.twins, key) == 0)
            splits.push_back(each);
        else if (!rest.twins.empty())
            splits.emplace_back(std::move(rest));
    }
    corrections.splits = std::move(splits);
    return corrections != before;
}

Result<void> remove_made_event(EventCorrections& corrections, const Event& event) {
    if (!event.user || event.user->origin == EventOrigin::read)
        return fail("the program read this event in the article; it can be rejected, not removed");
    drop_corrections(corrections, key_of(event));
    return {};
}

PlacePtr place_on_map(LonLat at, const std::string& name) {
    auto place = std::make_shared<Place>();
    place->id = fmt::format("user:{:.5f},{:.5f}", at.lon, at.lat);
    place->unnamed = name.empty();
    place->name = name.empty() ? fmt::format("{:.3f}°{} {:.3f}°{}", std::abs(at.lat), at.lat < 0 ? "S" : "N",
                                             std::abs(at.lon), at.lon < 0 ? "W" : "E")
                               : name;
    place->location = at;
    place->feature = FeatureClass::spot;
    place->sources = {"set on the map by the user"};
    return place;
}

}  // namespace chronomap
