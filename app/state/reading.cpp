#include "app/state/reading.hpp"

#include <algorithm>

#include "app/state/camera_moves.hpp"
#include "app/state/playing.hpp"
#include "app/state/selecting.hpp"
#include "app/state/time_steps.hpp"
#include "geo/places/normalise.hpp"

namespace chronomap {

namespace {

void reveal(AppState& state, const TextRange& range) {
    state.marked = range;
    set_shown(state.panels, Panel::article, true);
    ++state.reveal_count;
}

template <class Mention>
const Mention* mention_at(const std::vector<Mention>& mentions, std::uint32_t position) {
    const auto found = std::ranges::find_if(
        mentions, [&](const Mention& each) { return each.range.begin <= position && position < each.range.end; });
    return found == mentions.end() ? nullptr : &*found;
}

Result<void> open_place(AppState& state, const Extraction& article, const PlaceMention& mention, std::size_t choice) {
    const std::vector<EventIndex> events = events_of_mention(state, article, mention.range);
    if (!events.empty() || choice > 0) {
        if (choice >= events.size())
            return fail("this place has " + std::to_string(events.size()) + " events in the article");
        select_event(state, events[choice]);
        return {};
    }
    if (!mention.place)
        return fail("“" + std::string(mention.range.of(article.article.text)) + "” was not placed" +
                    (mention.reason.empty() ? std::string{} : ": " + mention.reason));
    clear_selection(state);
    state.shown_article = article.article.id;
    state.marked = mention.range;
    fly_to(state, *mention.place);
    return {};
}

}  // namespace

std::vector<TextRange> find_words(std::string_view text, std::string_view words) {
    const std::vector<NameWord> sought = split_words(words);
    std::size_t letters = 0;
    for (const NameWord& word : sought) letters += word.key.size();
    std::vector<TextRange> found;
    if (letters < 2) return found;
    const std::vector<NameWord> all = split_words(text);
    for (std::size_t i = 0; i + sought.size() <= all.size(); ++i) {
        std::size_t same = 0;
        while (same + 1 < sought.size() && all[i + same].key == sought[same].key) ++same;
        if (same + 1 < sought.size() || !all[i + same].key.starts_with(sought[same].key)) continue;
        found.push_back({all[i].begin, all[i + same].end});
    }
    return found;
}

void seek(AppState& state, std::string words) {
    state.reading.sought = std::move(words);
    state.reading.found_at = 0;
    const ExtractionPtr article = article_of(state, state.shown_article);
    if (!article || state.reading.sought.empty()) return;
    const std::vector<TextRange> found = find_words(article->article.text, state.reading.sought);
    if (found.empty()) return;
    const auto next = std::ranges::lower_bound(found, state.marked.begin, {}, &TextRange::begin);
    state.reading.found_at = next == found.end() ? 0 : static_cast<std::size_t>(next - found.begin());
    reveal(state, found[state.reading.found_at]);
}

Result<void> go_to_found(AppState& state, int direction) {
    const ExtractionPtr article = article_of(state, state.shown_article);
    if (!article || state.reading.sought.empty()) return fail("nothing is sought in an article");
    const std::vector<TextRange> found = find_words(article->article.text, state.reading.sought);
    if (found.empty()) return fail("“" + state.reading.sought + "” does not stand in the article");
    const std::size_t count = found.size(), now = std::min(state.reading.found_at, count - 1);
    state.reading.found_at = (now + (direction > 0 ? 1 : count - 1)) % count;
    reveal(state, found[state.reading.found_at]);
    return {};
}

std::vector<EventIndex> events_of_mention(const AppState& state, const Extraction& article, const TextRange& range) {
    const EventSetPtr events = state.store.current();
    std::vector<EventIndex> found;
    for (EventIndex i = 0; i < events->events.size(); ++i)
        if (events->events[i].place_range == range && events->events[i].article_id == article.article.id)
            found.push_back(i);
    std::ranges::stable_sort(found, {}, [&](EventIndex i) { return events->events[i].sentence.begin; });
    return found;
}

Result<void> open_mention(AppState& state, std::string_view article_id, std::uint32_t position, std::size_t choice) {
    const ExtractionPtr article = article_of(state, article_id);
    if (!article) return fail("no article \"" + std::string(article_id) + "\" is open");
    const PlaceMention* place = mention_at(article->places, position);
    if (place != nullptr && place->kind != PlaceMentionKind::demonym && place->kind != PlaceMentionKind::part_of_name)
        return open_place(state, *article, *place, choice);
    const DateMention* date = mention_at(article->dates, position);
    if (date == nullptr) return fail("no place and no date is mentioned there");
    if (date->date.span().empty())
        return fail("“" + std::string(date->range.of(article->article.text)) + "” has no place on the calendar" +
                    (date->reason.empty() ? std::string{} : ": " + date->reason));
    state.shown_article = article_id;
    state.marked = date->range;
    pause(state);
    show_span(state, date->date.span());
    return {};
}

Result<void> show_neighbour_article(AppState& state, int direction) {
    const EventSetPtr events = state.store.current();
    const auto& articles = events->articles;
    if (articles.size() < 2) return fail("no other article is open");
    const auto now =
        std::ranges::find(articles, state.shown_article, [](const ExtractionPtr& each) { return each->article.id; });
    const std::size_t count = articles.size();
    const std::size_t at = now == articles.end() ? 0 : static_cast<std::size_t>(now - articles.begin());
    state.shown_article = articles[(at + (direction > 0 ? 1 : count - 1)) % count]->article.id;
    state.marked = {};
    set_shown(state.panels, Panel::article, true);
    return {};
}

}  // namespace chronomap
