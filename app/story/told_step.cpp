#include "app/story/told_step.hpp"

#include <algorithm>

#include "app/panels/event_words.hpp"
#include "app/state/time_steps.hpp"
#include "render/text/markdown.hpp"

namespace chronomap {
namespace {

/// "Human Rights Watch, in “The road” (Publisher, 2023-10-05)"; what is not known is left out.
std::string source_of(const Event& event, const EventSet& events) {
    const auto found = std::ranges::find_if(
        events.articles, [&](const ExtractionPtr& each) { return each->article.id == event.article_id; });
    std::string text = event.attribution;
    if (found == events.articles.end()) return text;
    const Article& article = (*found)->article;
    const std::string where = "“" + heading_of(article) + "”";
    text += text.empty() ? where : ", in " + where;
    const std::string day = published_words(article);
    std::string from = article.publisher;
    if (!day.empty()) from += (from.empty() ? "" : ", ") + day;
    return from.empty() ? text : text + " (" + from + ")";
}

std::size_t words_in(const std::string& text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        words += !blank && !inside ? 1 : 0;
        inside = !blank;
    }
    return words;
}

}  // namespace

StoryPage page_of_step(const Story& story, const std::string& title, std::size_t index, const Scene& scene) {
    const StoryStep& step = story.steps[index];
    StoryPage page;
    page.story = title;
    page.title = step.title;
    if (step.time.span != all_time) page.date = caption_of(step.time);
    page.text = step.text;
    page.number = std::to_string(index + 1) + " / " + std::to_string(story.steps.size());
    if (!scene.events) return page;
    const NamingPolicy naming = step.naming.value_or(scene.naming);
    for (const std::string& id : step.highlighted) {
        const EventIndex at = scene.events->index_of(id);
        if (at >= scene.events->events.size()) continue;
        const Event& event = scene.events->events[at];
        page.quotes.push_back({place_name_of(event, naming) + ", " + describe(event.date), event.quote,
                               source_of(event, *scene.events),
                               (scene.style ? scene.style : default_style())->of(event.kind).colour});
    }
    return page;
}

void tell_beside(Scene& scene) {
    scene.furniture.credits_only = false;
    for (const FurnitureBlock block : {FurnitureBlock::title, FurnitureBlock::caption})
        scene.furniture.settings.of(block) = FurniturePlace::off;
}

Scene scene_of_step(const Scene& scene, const StoryStep& step) {
    Scene told = scene;
    told.time = step.time;
    told.naming = step.naming.value_or(scene.naming);
    told.highlighted_events = step.highlighted;
    told.selected_event.clear();
    told.hovered_event.clear();
    told.fanned_event.clear();
    told.furniture.date_caption = caption_of(step.time);
    tell_beside(told);
    return told;
}

double seconds_to_read(const StoryPage& page) {
    constexpr double words_a_second = 170.0 / 60, look_s = 2.5, least_s = 5, most_s = 60;
    std::size_t words = words_in(page.title) + words_in(page.date) + words_in(plain_text(read_markdown(page.text)));
    for (const StoryQuote& quote : page.quotes) words += words_in(quote.heading) + words_in(quote.words);
    return std::clamp(look_s + static_cast<double>(words) / words_a_second, least_s, most_s);
}

}  // namespace chronomap
