#include "geo/events/shared_events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>

#include "geo/events/report_words.hpp"

namespace chronomap {
namespace {

/// What a comparison of places, dates or kinds asks of the wording, and how it is put into words.
struct Demand {
    double wording = 0;
    std::string_view words;
};

constexpr std::int64_t days_in_month = 31, days_in_year = 366;

bool is_country(const Place& place) {
    return place.feature_code.starts_with("PCL");
}

bool lies_in(const Place& inner, const Place& outer) {
    if (std::ranges::find(inner.parents, outer.id) != inner.parents.end()) return true;
    return outer.feature_code == "ADM1" && inner.feature_code != "ADM1" && !inner.admin1.empty() &&
           inner.country == outer.country && inner.admin1 == outer.admin1;
}

std::optional<Demand> demand_of_places(const Place& a, const Place& b) {
    if (a.id == b.id) {
        if (is_country(a)) return Demand{0.25, "the same country"};
        if (a.extent != ExtentClass::point) return Demand{0.15, "the same area"};
        return Demand{0, "the same place"};
    }
    if (is_country(a) || is_country(b)) return std::nullopt;
    if (lies_in(a, b) || lies_in(b, a)) return Demand{0.12, "one place in the other"};
    return std::nullopt;
}

std::int64_t length_in_days(const TimeSpan& span) {
    if (span.begin == open_begin || span.end == open_end) return std::numeric_limits<int>::max();
    return (span.end - span.begin).count();
}

std::optional<Demand> demand_of_dates(const Event& a, const Event& b) {
    const TimeSpan &first = a.date.span(), &second = b.date.span();
    const std::int64_t short_days = std::min(length_in_days(first), length_in_days(second));
    const std::int64_t long_days = std::max(length_in_days(first), length_in_days(second));
    if (!first.meets(second)) {
        if (long_days > 1) return std::nullopt;
        const auto apart = std::abs((first.begin - second.begin).count());
        if (apart == 1) return Demand{0.3, "days that differ by one"};
        if (apart == 2) return Demand{0.4, "days that differ by two"};
        return std::nullopt;
    }
    if (long_days == 1) return Demand{0.18, "the same day"};
    if (long_days <= 2 * days_in_month) {
        if (short_days == 1) return Demand{0.28, "a day of the same month"};
        return Demand{0.3, first == second ? "the same month" : "dates within a month"};
    }
    if (long_days <= days_in_year) {
        if (short_days <= days_in_month) return Demand{0.34, "a date within the year that the other names"};
        return Demand{0.36, "the same year"};
    }
    return Demand{0.5, "long spans that meet"};
}

/// Kinds that two articles may give to one event.
bool may_be_one(EventKind a, EventKind b) {
    using enum EventKind;
    const auto both_in = [&](std::initializer_list<EventKind> kinds) {
        return std::ranges::find(kinds, a) != kinds.end() && std::ranges::find(kinds, b) != kinds.end();
    };
    return both_in({battle, attack, control_change}) || both_in({displacement, humanitarian, attack}) ||
           both_in({negotiation, legal_act, visit}) || both_in({negotiation, control_change}) ||
           both_in({protest, attack});
}

Demand demand_of_kinds(EventKind a, EventKind b) {
    if (a == EventKind::other && b == EventKind::other) return {0.12, "no kind told"};
    if (a == b) return {0, "the same kind"};
    if (a == EventKind::other || b == EventKind::other) return {0.1, "a kind told by one only"};
    if (may_be_one(a, b)) return {0.12, "kinds that go together"};
    return {0.35, "different kinds"};
}

/// A date that the article did not name with the event says less.
double demand_of_trust(const Event& a, const Event& b) {
    const auto weak = [](const Event& event) {
        return event.dated_by == DatedBy::narrative || event.dated_by == DatedBy::dateline;
    };
    return (weak(a) ? 0.08 : 0) + (weak(b) ? 0.08 : 0);
}

/// Everything but the wording; nothing: no wording would do.
std::optional<Likeness> required_likeness(const Event& a, const Event& b) {
    if (!a.place || !b.place) return std::nullopt;
    const auto place = demand_of_places(*a.place, *b.place);
    if (!place) return std::nullopt;
    const auto date = demand_of_dates(a, b);
    if (!date) return std::nullopt;
    const Demand kind = demand_of_kinds(a.kind, b.kind);
    Likeness likeness;
    likeness.needed = std::min(0.9, place->wording + date->wording + kind.wording + demand_of_trust(a, b));
    likeness.reason = fmt::format("{}, {}, {}", place->words, date->words, kind.words);
    return likeness;
}

/// Groups of reports that grow by merging. Each report begins as a group of its own.
class Groups {
  public:
    explicit Groups(std::span<const Event* const> reports) : reports_(reports), group_of_(reports.size()) {
        std::iota(group_of_.begin(), group_of_.end(), 0U);
        members_.resize(reports.size());
        for (std::uint32_t i = 0; i < reports.size(); ++i) members_[i] = {i};
    }
    std::uint32_t of(std::uint32_t report) const { return group_of_[report]; }
    const std::vector<std::uint32_t>& members(std::uint32_t group) const { return members_[group]; }

    void merge(std::uint32_t a, std::uint32_t b) {
        std::uint32_t keep = of(a), gone = of(b);
        if (keep == gone) return;
        if (members_[keep].size() < members_[gone].size()) std::swap(keep, gone);
        for (const std::uint32_t member : members_[gone]) {
            group_of_[member] = keep;
            members_[keep].push_back(member);
        }
        members_[gone].clear();
    }
    /// True when no two sentences of one article would come together, and no two reports that cannot be of one event.
    bool may_merge(std::uint32_t a, std::uint32_t b,
                   const std::set<std::pair<std::uint32_t, std::uint32_t>>& apart) const {
        for (const std::uint32_t first : members_[of(a)])
            for (const std::uint32_t second : members_[of(b)]) {
                if (reports_[first]->article_id == reports_[second]->article_id) return false;
                if (apart.contains(std::minmax(first, second))) return false;
                if (!required_likeness(*reports_[first], *reports_[second])) return false;
            }
        return true;
    }

  private:
    std::span<const Event* const> reports_;
    std::vector<std::uint32_t> group_of_;
    std::vector<std::vector<std::uint32_t>> members_;
};

struct ReportPair {
    std::uint32_t first = 0, second = 0;
    Likeness likeness;
};

/// The pairs worth comparing: of one place or of a place and one it lies in, with a word in common that is not common
/// there.
class PairFinder {
  public:
    PairFinder(std::span<const Event* const> reports, const ReportWords& words) : reports_(reports), words_(words) {
        for (std::uint32_t i = 0; i < reports.size(); ++i) {
            if (!reports[i]->place) continue;
            for (const WeighedWord& word : words.of(i)) told_[key_of(reports[i]->place->id, word)].push_back(i);
        }
    }

    std::vector<ReportPair> find() const {
        std::vector<ReportPair> pairs;
        std::vector<std::uint32_t> others;
        for (std::uint32_t i = 0; i < reports_.size(); ++i) {
            if (!reports_[i]->place) continue;
            const Place& place = *reports_[i]->place;
            others.clear();
            gather(i, place.id, others);
            for (const std::string& parent : place.parents) gather(i, parent, others);
            std::ranges::sort(others);
            others.erase(std::unique(others.begin(), others.end()), others.end());
            for (const std::uint32_t other : others) {
                const bool same_place = reports_[other]->place->id == place.id;
                if (same_place && other < i) continue;  // the other one has found this pair
                if (reports_[other]->article_id == reports_[i]->article_id) continue;
                auto likeness = required_likeness(*reports_[i], *reports_[other]);
                if (!likeness) continue;
                likeness->wording = words_.likeness(i, other);
                if (likeness->same_event()) pairs.push_back({i, other, std::move(*likeness)});
            }
        }
        return pairs;
    }

  private:
    /// More reports of a place than this share no word that tells one of its events from another.
    static constexpr std::size_t most_sharing = 48;

    static std::string key_of(const std::string& place, const WeighedWord& word) {
        return place + '\0' + std::to_string(word.word);
    }
    void gather(std::uint32_t report, const std::string& place, std::vector<std::uint32_t>& others) const {
        for (const WeighedWord& word : words_.of(report)) {
            const auto told = told_.find(key_of(place, word));
            if (told == told_.end() || told->second.size() > most_sharing) continue;
            others.insert(others.end(), told->second.begin(), told->second.end());
        }
    }

    std::span<const Event* const> reports_;
    const ReportWords& words_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> told_;
};

/// What leads a group comes first: the most precise date, then the most trusted one, then what was given first.
void order_reports(std::vector<std::uint32_t>& members, std::span<const Event* const> reports) {
    std::ranges::sort(members);
    std::ranges::stable_sort(members, [&](std::uint32_t a, std::uint32_t b) {
        const std::int64_t first = length_in_days(reports[a]->date.span()),
                           second = length_in_days(reports[b]->date.span());
        return first != second ? first < second : reports[a]->dated_by < reports[b]->dated_by;
    });
}

std::string in_words(const Likeness& likeness) {
    return fmt::format("{}; {:.0f} % of the wording ({:.0f} % needed)", likeness.reason, likeness.wording * 100,
                       likeness.needed * 100);
}

}  // namespace

std::vector<SharedEvent> find_shared_events(std::span<const Event* const> reports, const ReportDecisions& decisions) {
    std::unordered_map<std::string_view, std::uint32_t> by_id;
    for (std::uint32_t i = 0; i < reports.size(); ++i) by_id.emplace(reports[i]->id, i);
    std::set<std::pair<std::uint32_t, std::uint32_t>> apart;
    for (const auto& [a, b] : decisions.apart)
        if (by_id.contains(a) && by_id.contains(b)) apart.insert(std::minmax(by_id.at(a), by_id.at(b)));

    Groups groups(reports);
    std::unordered_map<std::uint32_t, std::string> reasons;
    for (const std::vector<std::string>& same : decisions.same) {
        std::optional<std::uint32_t> first;
        for (const std::string& id : same) {
            const auto found = by_id.find(id);
            if (found == by_id.end()) continue;
            if (first) groups.merge(*first, found->second);
            reasons[found->second] = "said to be the same by hand";
            if (!first) first = found->second;
        }
    }
    const ReportWords words(reports);
    std::vector<ReportPair> pairs = PairFinder(reports, words).find();
    // The surest first, so that a report goes to the one it is most like.
    std::ranges::stable_sort(pairs, std::ranges::greater{},
                             [](const ReportPair& pair) { return pair.likeness.wording - pair.likeness.needed; });
    for (const ReportPair& pair : pairs) {
        if (groups.of(pair.first) == groups.of(pair.second) || !groups.may_merge(pair.first, pair.second, apart))
            continue;
        groups.merge(pair.first, pair.second);
        reasons.try_emplace(pair.first, in_words(pair.likeness));
        reasons.try_emplace(pair.second, in_words(pair.likeness));
    }
    std::vector<SharedEvent> shared;
    for (std::uint32_t group = 0; group < reports.size(); ++group) {
        if (groups.members(group).size() < 2) continue;
        SharedEvent event;
        event.reports = groups.members(group);
        order_reports(event.reports, reports);
        for (std::size_t i = 1; i < event.reports.size(); ++i) event.reasons.push_back(reasons[event.reports[i]]);
        shared.push_back(std::move(event));
    }
    std::ranges::sort(shared, {}, [](const SharedEvent& event) { return event.reports.front(); });
    return shared;
}

}  // namespace chronomap
