#include "app/panels/article_marks.hpp"

#include <algorithm>

namespace chronomap {

namespace {

constexpr double sure = 0.5;  ///< the confidence from which a mark is drawn in full

MarkKind kind_of(const DateMention& mention) {
    if (mention.date.empty()) return MarkKind::undated;
    switch (mention.dated_by) {
        case DatedBy::relative:
        case DatedBy::narrative:
            return MarkKind::relative_date;
        case DatedBy::named_period:
            return MarkKind::named_period;
        default:
            return MarkKind::date;
    }
}

}  // namespace

std::vector<ArticleMark> marks_of(const Extraction& extraction) {
    std::vector<ArticleMark> marks;
    for (const PlaceMention& mention : extraction.places) {
        if (mention.kind == PlaceMentionKind::part_of_name || mention.kind == PlaceMentionKind::demonym) continue;
        marks.push_back({mention.range, mention.place ? MarkKind::place : MarkKind::unplaced, &mention, nullptr,
                         nullptr, !mention.place || mention.confidence >= sure});
    }
    for (const DateMention& mention : extraction.dates) {
        if (mention.kind != DateMentionKind::date) continue;
        marks.push_back({mention.range, kind_of(mention), nullptr, &mention, nullptr, mention.confidence >= sure});
    }
    const auto order = [](const ArticleMark& a, const ArticleMark& b) { return a.range.begin < b.range.begin; };
    std::ranges::stable_sort(marks, order);
    // What tells the kind and who says so stand in the text once for several events.
    std::vector<ArticleMark> more;
    for (const Event& event : extraction.events) {
        if (!event.trigger.empty()) more.push_back({event.trigger, MarkKind::trigger, nullptr, nullptr, &event, true});
        if (!event.attribution_range.empty())
            more.push_back({event.attribution_range, MarkKind::attribution, nullptr, nullptr, &event, true});
    }
    std::ranges::stable_sort(more, order);
    const std::size_t mentions = marks.size();
    std::size_t first = 0;
    for (const ArticleMark& mark : more) {
        if (marks.size() > mentions && marks.back().range == mark.range) continue;
        while (first < mentions && marks[first].range.end <= mark.range.begin) ++first;
        if (first < mentions && marks[first].range.overlaps(mark.range) && mark.kind == MarkKind::trigger) continue;
        marks.push_back(mark);
    }
    std::ranges::stable_sort(marks, order);
    return marks;
}

std::string words_of(MarkKind kind) {
    switch (kind) {
        case MarkKind::place:
            return "place";
        case MarkKind::unplaced:
            return "place, not resolved";
        case MarkKind::date:
            return "date";
        case MarkKind::relative_date:
            return "date told from another";
        case MarkKind::named_period:
            return "period known by name";
        case MarkKind::undated:
            return "time without a date";
        case MarkKind::trigger:
            return "what happened";
        case MarkKind::attribution:
            return "who says so";
    }
    return {};
}

}  // namespace chronomap
