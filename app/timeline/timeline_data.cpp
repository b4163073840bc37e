#include "app/timeline/timeline_data.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "render/furniture/legend_rows.hpp"
#include "render/scene/event_marks.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

namespace {

/// As many colours as there are for sources. With more articles than that the last colour, a grey, is that of all but
/// those which tell most.
constexpr std::size_t most_groups = std::tuple_size_v<decltype(Style::layer_colours)>;

std::string heading_of_article(const Article& article) {
    return article.title.empty() ? article.id : article.title;
}

}  // namespace

void TimelineData::group_by_article() {
    const std::vector<Event>& events = events_->events;
    const std::vector<ExtractionPtr>& articles = events_->articles;
    std::unordered_map<std::string_view, std::size_t> place_of;
    for (std::size_t i = 0; i < articles.size(); ++i) place_of.emplace(articles[i]->article.id, i);
    std::vector<std::size_t> told(articles.size());
    std::vector<std::uint32_t> article_of(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto found = place_of.find(events[i].article_id);
        article_of[i] = static_cast<std::uint32_t>(found == place_of.end() ? articles.size() : found->second);
        if (found != place_of.end()) ++told[found->second];
    }
    std::vector<std::size_t> by_size(articles.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    std::ranges::stable_sort(by_size, std::ranges::greater{}, [&](std::size_t i) { return told[i]; });
    const bool all = articles.size() <= most_groups;
    by_size.resize(all ? articles.size() : most_groups - 1);
    std::ranges::sort(by_size);  // in the order of the articles
    std::vector<std::uint16_t> group_of(articles.size() + 1, static_cast<std::uint16_t>(by_size.size()));
    for (const std::size_t i : by_size) {
        group_of[i] = static_cast<std::uint16_t>(groups_.size());
        groups_.push_back({EventKind::other, groups_.size(), heading_of_article(articles[i]->article)});
    }
    const bool homeless = std::ranges::find(article_of, articles.size()) != article_of.end();
    if (!all || homeless)
        groups_.push_back({EventKind::other, most_groups - 1,
                           all ? std::string("Other sources")
                               : "Other sources (" + std::to_string(articles.size() - by_size.size()) + ")"});
    for (std::size_t i = 0; i < events.size(); ++i) group_[i] = group_of[article_of[i]];
}

void TimelineData::group_events() {
    const std::vector<Event>& events = events_->events;
    groups_.clear();
    group_.resize(events.size());
    if (stacking_ == TimelineStacking::article) {
        group_by_article();
        return;
    }
    // In the order of the kinds, "other" below all, only those that there are.
    std::array<bool, event_kind_count> there{};
    for (const Event& event : events) there[static_cast<std::size_t>(event.kind)] = true;
    std::array<std::uint16_t, event_kind_count> number{};
    for (std::size_t kind = 0; kind < there.size(); ++kind) {
        if (!there[kind]) continue;
        number[kind] = static_cast<std::uint16_t>(groups_.size());
        const auto own = static_cast<EventKind>(kind);
        groups_.push_back({own, 0, std::string(words_of(own))});
    }
    for (std::size_t i = 0; i < events.size(); ++i) group_[i] = number[static_cast<std::size_t>(events[i].kind)];
}

void TimelineData::update(const EventSetPtr& events, const TimeSpan& extent, TimelineStacking stacking,
                          const std::vector<MapLayerPtr>& layers) {
    const bool same_events = events == events_ && extent == extent_;
    if (same_events && stacking == stacking_ && layers == layers_) return;
    const bool regroup = !same_events || stacking != stacking_;
    events_ = events;
    extent_ = extent;
    stacking_ = stacking;
    if (!same_events) {
        uncertain_.clear();
        for (const Event& event : events->events) uncertain_.push_back(is_uncertain(event) ? 1 : 0);
        busy_ = extent.empty() ? std::vector<TimeSpan>{} : busy_spans(events->told_spans(), padded_extent(extent));
        event_lanes_ = lanes_of_events(*events, uncertain_);
    }
    if (regroup) {
        group_events();
        bars_.clear();
        counts_ = {};
    }
    layers_ = layers;
    lanes_ = lanes_of_layers(layers);
    lanes_.insert(lanes_.end(), event_lanes_.begin(), event_lanes_.end());
}

const StackedHistogram& TimelineData::bars(std::size_t most) {
    static const StackedHistogram none;
    if (extent_.empty()) return none;
    const BinLength length = bin_length_for(extent_, most);
    const auto [found, is_new] = bars_.try_emplace(length);
    StackedHistogram& bars = found->second;
    if (!is_new) return bars;
    auto bins = calendar_bins(extent_, length, most);
    if (events_->reports.empty()) {
        bars = stacked_histogram(events_->spans, group_, uncertain_, groups_.size(), std::move(bins));
        return bars;
    }
    // Reports of one event count once.
    std::vector<std::uint16_t> group;
    std::vector<std::uint8_t> uncertain;
    for (EventIndex i = 0; i < events_->events.size(); ++i) {
        if (events_->reports.lead_of(i) != i) continue;
        group.push_back(group_[i]);
        uncertain.push_back(uncertain_[i]);
    }
    bars = stacked_histogram(events_->told_spans(), group, uncertain, groups_.size(), std::move(bins));
    return bars;
}

const TimelineData::Counts& TimelineData::counts_in(const TimeSpan& span) {
    if (counts_.span == span && counts_.groups.size() == groups_.size()) return counts_;
    counts_ = {span, std::vector<std::size_t>(groups_.size()), 0, 0};
    for (const EventIndex index : events_->meeting(span)) {
        ++counts_.groups[group_[index]];
        ++counts_.all;
        counts_.uncertain += uncertain_[index];
    }
    return counts_;
}

}  // namespace chronomap
