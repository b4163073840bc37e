#include "geo/events/report_groups.hpp"

#include <algorithm>
#include <unordered_set>

namespace chronomap {

const ReportGroup* ReportGroups::of(EventIndex report) const {
    if (groups.empty()) return nullptr;
    const auto found = group_of.find(report);
    return found == group_of.end() ? nullptr : &groups[found->second];
}

EventIndex ReportGroups::lead_of(EventIndex report) const {
    const ReportGroup* group = of(report);
    return group != nullptr ? group->reports.front() : report;
}

std::vector<EventIndex> ReportGroups::with(EventIndex report) const {
    const ReportGroup* group = of(report);
    return group != nullptr ? group->reports : std::vector<EventIndex>{report};
}

void ReportGroups::keep_one_each(std::vector<EventIndex>& found) const {
    if (groups.empty()) return;
    const std::unordered_set<EventIndex> there(found.begin(), found.end());
    std::erase_if(found, [&](EventIndex report) {
        const ReportGroup* group = of(report);
        if (group == nullptr) return false;
        const auto first = std::ranges::find_if(group->reports, [&](EventIndex each) { return there.contains(each); });
        return *first != report;
    });
}

ReportGroups group_reports(std::span<const Event> events, std::span<const TimeSpan> spans,
                           std::span<const ExtractionPtr> articles, const ReportDecisions& decisions) {
    ReportGroups groups;
    std::unordered_set<std::string_view> texts;
    for (const ExtractionPtr& article : articles)
        if (!article->places.empty() || !article->dates.empty()) texts.insert(article->article.id);
    if (texts.size() < 2 && decisions.same.empty()) return groups;
    std::vector<const Event*> reports;
    std::vector<EventIndex> index_of;
    for (EventIndex i = 0; i < events.size(); ++i)
        if (texts.contains(events[i].article_id)) {
            reports.push_back(&events[i]);
            index_of.push_back(i);
        }
    for (SharedEvent& shared : find_shared_events(reports, decisions)) {
        const auto number = static_cast<std::uint32_t>(groups.groups.size());
        ReportGroup& group = groups.groups.emplace_back();
        group.reasons = std::move(shared.reasons);
        for (const std::uint32_t report : shared.reports) {
            group.reports.push_back(index_of[report]);
            groups.group_of.emplace(index_of[report], number);
        }
    }
    if (groups.empty()) return groups;
    for (EventIndex i = 0; i < spans.size(); ++i)
        if (groups.lead_of(i) == i) groups.lead_spans.push_back(spans[i]);
    return groups;
}

}  // namespace chronomap
