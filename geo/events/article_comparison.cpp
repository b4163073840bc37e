#include "geo/events/article_comparison.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace chronomap {
namespace {

constexpr std::array<ComparedRows, 4> all_rows{ComparedRows::all, ComparedRows::shared, ComparedRows::only_one,
                                               ComparedRows::disagree};

bool is_contradiction(DisagreementKind matter) {
    using enum DisagreementKind;
    return matter == date || matter == place || matter == number || matter == wording;
}

}  // namespace

std::string_view name_of(ComparedRows rows) {
    switch (rows) {
        case ComparedRows::all:
            return "all";
        case ComparedRows::shared:
            return "shared";
        case ComparedRows::only_one:
            return "one";
        case ComparedRows::disagree:
            break;
    }
    return "disagree";
}

std::optional<ComparedRows> compared_rows_from(std::string_view name) {
    const auto found = std::ranges::find(all_rows, name, [](ComparedRows rows) { return name_of(rows); });
    return found == all_rows.end() ? std::nullopt : std::optional(*found);
}

std::size_t ComparedEvent::told_by() const {
    return static_cast<std::size_t>(std::ranges::count_if(by, [](const auto& reports) { return !reports.empty(); }));
}

bool ComparedEvent::contradicts() const {
    return std::ranges::any_of(differences, [](const Disagreement& each) { return is_contradiction(each.kind); });
}

std::vector<std::size_t> ArticleComparison::rows(ComparedRows which) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::size_t told_by = events[i].told_by();
        if (which == ComparedRows::all || (which == ComparedRows::shared && told_by > 1) ||
            (which == ComparedRows::only_one && told_by == 1) ||
            (which == ComparedRows::disagree && events[i].contradicts()))
            found.push_back(i);
    }
    return found;
}

bool is_article(const Extraction& extraction) {
    return !extraction.places.empty() || !extraction.dates.empty();
}

ArticleComparison compare_articles(const EventSet& events, std::span<const std::string> ids) {
    ArticleComparison comparison;
    std::unordered_map<std::string_view, std::size_t> column_of;
    const auto take = [&](const ExtractionPtr& article) {
        if (column_of.emplace(article->article.id, comparison.articles.size()).second)
            comparison.articles.push_back(article);
    };
    for (const std::string& id : ids)
        for (const ExtractionPtr& article : events.articles)
            if (article->article.id == id) take(article);
    if (ids.empty())
        for (const ExtractionPtr& article : events.articles)
            if (is_article(*article)) take(article);
    const ReportGroups found =
        events.reports.empty() ? group_reports(events.events, events.spans, events.articles, events.decisions) : ReportGroups{};
    const ReportGroups& groups = events.reports.empty() ? found : events.reports;
    for (EventIndex i = 0; i < events.events.size(); ++i) {
        if (!column_of.contains(events.events[i].article_id)) continue;
        ComparedEvent row;
        row.by.resize(comparison.articles.size());
        const ReportGroup* group = groups.of(i);
        for (const EventIndex report : groups.with(i)) {
            const auto column = column_of.find(events.events[report].article_id);
            if (column == column_of.end()) continue;
            row.by[column->second].push_back(report);
            row.reports.push_back(report);
            if (row.reports.size() > 1) {
                const auto number = std::ranges::find(group->reports, report) - group->reports.begin();
                row.reasons.push_back(group->reasons[static_cast<std::size_t>(number - 1)]);
            }
        }
        if (row.reports.front() != i) continue;  // the row of the event's first report here
        std::vector<Report> reports;
        for (const EventIndex report : row.reports) {
            const Event& event = events.events[report];
            reports.push_back({&event, comparison.articles[column_of[event.article_id]]->article.text});
        }
        row.differences = disagreements_of(reports);
        comparison.events.push_back(std::move(row));
    }
    return comparison;
}

}  // namespace chronomap
