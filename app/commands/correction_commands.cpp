#include <algorithm>

#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/correcting.hpp"
#include "app/state/picking.hpp"
#include "app/state/selecting.hpp"
#include "geo/events/correcting.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

/// A command whose first argument is an event, or the picked ones, and which changes what the user says of it. `set`
/// reads the rest.
template <class Set>
auto correcting(std::string what, Set set) {
    return [what, set](AppState& state, Arguments arguments) -> Result<void> {
        const EventSetPtr alive = state.store.current();
        const auto events = events_named(state, arguments[0]);
        if (!events) return tl::unexpected(events.error());
        return change_corrections(state, what, [&](EventCorrections& next) -> Result<void> {
            Result<void> done;
            for (const Event* event : *events) {
                correct(next, *event,
                        [&](EventCorrection& one) { done = set(state, *event, arguments.subspan(1), one); });
                if (!done) break;
            }
            return done;
        });
    };
}

Result<void> set_place(AppState& state, const Event& event, Arguments rest, EventCorrection& next) {
    auto place = place_named(state, rest, anchor_of(event).place_surface);
    if (!place) return tl::unexpected(place.error());
    next.place = ChosenPlace{std::move(*place)};
    return {};
}

Result<void> set_date(AppState&, const Event&, Arguments rest, EventCorrection& next) {
    auto date = parse_date_as_typed(joined(rest));
    if (!date) return tl::unexpected(date.error());
    if (date->span().empty()) return fail("\"" + joined(rest) + "\" is no date");
    next.date = *date;
    return {};
}

Result<void> set_kind(AppState&, const Event&, Arguments rest, EventCorrection& next) {
    next.kind = event_kind_from(rest[0]);
    if (next.kind) return {};
    std::string known;
    for (int i = 0; i <= static_cast<int>(EventKind::protest); ++i)
        known += (i > 0 ? ", " : "") + std::string(name_of(static_cast<EventKind>(i)));
    return fail("there is no kind \"" + rest[0] + "\"", {}, 0, "the kinds are " + known);
}

Result<void> set_modality(AppState&, const Event&, Arguments rest, EventCorrection& next) {
    next.modality = modality_from(rest[0]);
    if (!next.modality)
        return fail("nothing is told as \"" + rest[0] + "\"", {}, 0, "fact, planned, possible or denied");
    return {};
}

Result<void> set_said_by(AppState&, const Event&, Arguments rest, EventCorrection& next) {
    next.attribution = joined(rest) == "itself" ? std::string() : joined(rest);
    return {};
}

Result<void> set_verdict(AppState&, const Event&, Arguments rest, EventCorrection& next) {
    const auto verdict = verdict_from(rest[0]);
    if (!verdict) return fail("there is no verdict \"" + rest[0] + "\"", {}, 0, "verified, disputed, rejected or none");
    next.verdict = *verdict;
    return {};
}

Result<void> set_note(AppState&, const Event&, Arguments rest, EventCorrection& next) {
    next.note = joined(rest);
    return {};
}

Result<void> as_read(AppState&, const Event&, Arguments rest, EventCorrection& next) {
    const std::string what = rest.empty() ? "all" : rest[0];
    const bool all = what == "all";
    if (!all && what != "place" && what != "date" && what != "kind" && what != "modality" && what != "said-by")
        return fail("there is no \"" + what + "\" to take back", {}, 0,
                    "place, date, kind, modality, said-by or all");
    if (all || what == "place") next.place.reset();
    if (all || what == "date") next.date.reset();
    if (all || what == "kind") next.kind.reset();
    if (all || what == "modality") next.modality.reset();
    if (all || what == "said-by") next.attribution.reset();
    return {};
}

/// Places every event that rests on the mention at a byte of an article.
Result<void> place_mention(AppState& state, Arguments arguments) {
    const ExtractionPtr article = article_of(state, arguments[0]);
    if (!article) return fail("no article \"" + arguments[0] + "\" is open");
    const auto at = integer_from(arguments[1], "the position", 0, 1 << 30);
    if (!at) return tl::unexpected(at.error());
    const auto byte = static_cast<std::uint32_t>(*at);
    const EventSetPtr events = state.store.current();
    std::vector<const Event*> met;
    for (const Event& event : events->events)
        if (event.article_id == arguments[0] && event.place_range.begin <= byte && byte < event.place_range.end)
            met.push_back(&event);
    if (met.empty()) return fail("no event was placed by what is written there");
    const std::string surface(met.front()->place_range.of(article->article.text));
    const auto place = place_named(state, arguments.subspan(2), surface);
    if (!place) return tl::unexpected(place.error());
    const auto done = change_corrections(state, "place " + surface, [&](EventCorrections& next) -> Result<void> {
        for (const Event* event : met)
            correct(next, *event, [&](EventCorrection& one) { one.place = ChosenPlace{*place}; });
        return {};
    });
    if (done && met.size() > 1)
        say_edited(state, std::to_string(met.size()) + " events are placed at " + (*place)->name + " now.");
    return done;
}

Result<void> merge(AppState& state, Arguments arguments) {
    const EventSetPtr alive = state.store.current();
    std::vector<const Event*> events;
    for (const std::string& id : arguments) {
        const auto named = events_named(state, id);
        if (!named) return tl::unexpected(named.error());
        events.insert(events.end(), named->begin(), named->end());
    }
    const std::string kept = events.front()->id;
    const auto done =
        change_corrections(state, "merge events", [&](EventCorrections& next) { return merge_events(next, events); });
    if (!done) return done;
    drop_picks(state);
    if (state.selected_event.empty()) select_id(state, kept);
    say_edited(state, std::to_string(events.size()) + " events are told as one now, with all their sources.");
    return {};
}

/// Runs `change` on the event that the only argument names.
template <class Change>
auto on_event(std::string what, Change change) {
    return [what, change](AppState& state, Arguments arguments) -> Result<void> {
        const EventSetPtr alive = state.store.current();
        const auto event = event_named(state, arguments[0]);
        if (!event) return tl::unexpected(event.error());
        return change_corrections(state, what, [&](EventCorrections& next) { return change(next, **event); });
    };
}

/// A verdict; what is rejected leaves the map, which is told with the way back.
Result<void> judge(AppState& state, Arguments arguments) {
    const bool picked = arguments[0] == "picked";
    const std::size_t count = picked ? state.table.picked.size() : 1;
    const auto done = correcting(picked ? "mark events" : "mark an event", set_verdict)(state, arguments);
    if (!done) return done;
    const std::string many = count == 1 ? std::string() : std::to_string(count) + " events ";
    if (arguments[1] == name_of(Verdict::rejected))
        say_edited(state, (many.empty() ? "Rejected" : many + "rejected") +
                              std::string(": off the map, but counted, and listed under \"Not on the map\"."));
    else if (!many.empty())
        say_edited(state, many + "are " + (arguments[1] == "none" ? "without a verdict" : arguments[1]) + " now.");
    return done;
}

Result<void> remove(AppState& state, Arguments arguments) {
    const auto done = on_event("remove an event", remove_made_event)(state, arguments);
    if (done) say_edited(state, "The event that you made is gone.");
    return done;
}

/// Events that the user merged, or one report of those that the program joined.
Result<void> tell_events_apart(AppState& state, Arguments arguments) {
    const EventSetPtr alive = state.store.current();
    const auto event = event_named(state, arguments[0]);
    if (!event) return tl::unexpected(event.error());
    if (arguments.size() == 1 && (*event)->user && !(*event)->user->merged.empty())
        return change_corrections(state, "tell events apart",
                                  [&](EventCorrections& next) { return tell_apart(next, **event); });
    const auto report = arguments.size() == 2 ? event_named(state, arguments[1]) : event;
    if (!report) return tl::unexpected(report.error());
    const EventIndex index = alive->index_of((*event)->id), gone = alive->index_of((*report)->id);
    const std::vector<EventIndex> group =
        index < alive->events.size() ? alive->reports.with(index) : std::vector<EventIndex>{};
    std::vector<const Event*> others;
    for (const EventIndex each : group)
        if (each != gone) others.push_back(&alive->events[each]);
    if (group.size() < 2 || others.size() == group.size())
        return fail(arguments.size() == 2 ? "these two are not held to be one event"
                                          : "this event was not merged with another, and no other article tells it");
    const auto done = change_corrections(state, "tell reports apart", [&](EventCorrections& next) {
        return tell_reports_apart(next, **report, others);
    });
    if (done) say_edited(state, short_name_of(state, **report) + ": told by itself now.");
    return done;
}

Result<void> join_again(AppState& state, Arguments arguments) {
    const EventSetPtr alive = state.store.current();
    const auto event = event_named(state, arguments[0]);
    if (!event) return tl::unexpected(event.error());
    if (!(*event)->user || (*event)->user->apart == 0) return fail("this report was not told apart from others");
    return change_corrections(state, "join reports again", [&](EventCorrections& next) -> Result<void> {
        forget_apart(next, **event);
        return {};
    });
}

Result<void> split(AppState& state, Arguments arguments) {
    const EventSetPtr alive = state.store.current();
    const auto event = event_named(state, arguments[0]);
    if (!event) return tl::unexpected(event.error());
    std::string twin;
    const auto done = change_corrections(state, "split an event", [&](EventCorrections& next) -> Result<void> {
        twin = split_event(next, **event);
        return {};
    });
    if (done) select_id(state, twin);
    return done;
}

Result<void> add(AppState& state, Arguments arguments) {
    const ExtractionPtr article = article_of(state, arguments[0]);
    if (!article) return fail("no article \"" + arguments[0] + "\" is open");
    const int size = static_cast<int>(article->article.text.size());
    const auto begin = integer_from(arguments[1], "the begin", 0, size);
    const auto end = begin ? integer_from(arguments[2], "the end", *begin, size) : begin;
    if (!end) return tl::unexpected(end.error());
    const TextRange range{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
    const Arguments rest = arguments.subspan(3);
    const auto at = std::ranges::find(rest, "at");
    const Arguments when(rest.begin(), at), where(at == rest.end() ? at : at + 1, rest.end());
    StretchReading read = read_stretch(*article, range);
    if (!when.empty()) {
        if (when.front() != "when") return fail("after the stretch comes \"when DATE\" or \"at PLACE\"");
        const auto date = parse_date_as_typed(joined(when.subspan(1)));
        if (!date) return tl::unexpected(date.error());
        read.date = *date;
    }
    if (read.date.empty()) return fail("no date is written there", {}, 0, "say it: when 1993");
    if (at != rest.end()) {
        const auto place = place_named(state, where, {});
        if (!place) return tl::unexpected(place.error());
        if (!read.place || read.place->id != (*place)->id) read.surface.clear();
        read.place = *place;
    }
    if (!read.place) return fail("no place is written there", {}, 0, "say it: at geonames:585103, or at LON LAT NAME");
    std::string id;
    const auto done = change_corrections(state, "add an event", [&](EventCorrections& next) -> Result<void> {
        auto made = add_event(next, article->article, range, read.place, read.surface, read.date);
        if (!made) return tl::unexpected(made.error());
        id = *made;
        return {};
    });
    if (!done) return done;
    if (const bool passed = select_id(state, id); passed)
        say_edited(state, "Added: " + short_name_of(state, *selected_event(state)));
    else
        say_edited(state, "Added; the filter keeps it off the map.");
    return {};
}

Result<void> drop(AppState& state, Arguments arguments) {
    return change_corrections(state, "drop corrections", [&](EventCorrections& next) -> Result<void> {
        if (!drop_corrections(next, arguments[0])) return fail("nothing is said of \"" + arguments[0] + "\"");
        return {};
    });
}

Result<void> pick(AppState& state, Arguments arguments) {
    if (arguments.size() == 1 && arguments[0] == "none") {
        state.map_pick.clear();
        return {};
    }
    const std::string& name = arguments[0];
    const std::size_t needed = name == "event.place" ? 2 : name == "mention.place" ? 3 : name == "event.add" ? 5 : 0;
    if (needed == 0) return fail("a click on the map can end event.place, mention.place or event.add");
    if (arguments.size() < needed) return fail("all words of " + name + " are needed up to its place");
    state.map_pick.assign(arguments.begin(), arguments.end());
    return {};
}

}  // namespace

void add_correction_commands(CommandRegistry& registry) {
    registry.add({"event.place", "ID PLACE-ID|LON LAT [NAME]",
                  "say where an event happened: a place of the gazetteer or a point; ID may be \"selected\"", 2, 32,
                  correcting("place an event", set_place)});
    registry.add({"mention.place", "ARTICLE POSITION PLACE-ID|LON LAT [NAME]",
                  "place all events that rest on the name at a byte of an article", 3, 32, place_mention});
    registry.add({"event.date", "ID DATE", "say when an event happened: EDTF, or as people write dates", 2, 16,
                  correcting("date an event", set_date)});
    registry.add({"event.kind", "ID KIND", "say what kind of event it is", 2, 2,
                  correcting("change an event's kind", set_kind)});
    registry.add({"event.modality", "ID fact|planned|possible|denied", "say whether the source tells it as a fact", 2,
                  2, correcting("say how an event is told", set_modality)});
    registry.add({"event.said-by", "ID NAME|itself", "say who says so; \"itself\" is the article", 2, 32,
                  correcting("say who says so", set_said_by)});
    registry.add({"event.verdict", "ID verified|disputed|rejected|none",
                  "mark an event; a rejected one is not shown but counted", 2, 2,
                  judge});
    registry.add({"event.note", "ID [TEXT]", "write a note to an event", 1, 512, correcting("write a note", set_note)});
    registry.add({"event.as-read", "ID [place|date|kind|modality|said-by|all]",
                  "have an event as the program read it; verdict and note stay", 1, 2,
                  correcting("take a correction back", as_read)});
    registry.add({"event.merge", "ID ID…|picked", "tell several events as one: the first, with the others as its sources", 1,
                  256, merge});
    registry.add({"event.tell-apart", "ID [OTHER]",
                  "tell events apart that were merged, or take a report (OTHER, else ID) out of the event that the "
                  "program holds several reports to be",
                  1, 2, tell_events_apart});
    registry.add({"event.join-again", "ID", "let the program join a report to others again that was told apart", 1, 1,
                  join_again});
    registry.add({"event.split", "ID", "make a twin of an event, to be dated or placed otherwise", 1, 1, split});
    registry.add({"event.add", "ARTICLE BEGIN END [when DATE] [at PLACE-ID|LON LAT [NAME]]",
                  "add an event told by these bytes of an article; what is not given is taken from the words", 3, 64,
                  add});
    registry.add({"event.remove", "ID", "take an event away that was added or split off", 1, 1,
                  remove});
    registry.add({"map.pick", "COMMAND… | none",
                  "have the next click on the map say the place of event.place, mention.place or event.add", 1, 64,
                  pick});
    registry.add({"correction.drop", "KEY", "drop all corrections of an event, also of one that is not found again", 1,
                  1, drop});
}

}  // namespace chronomap
