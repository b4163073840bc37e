#include "app/timeline/timeline_data.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "render/furniture/legend_rows.hpp"
#include "render/scene/event_marks.hpp"

namespace chronomap {

namespace {

/// More articles than this share the last group.
constexpr std::size_t most_groups = 64;

std::string heading_of_article(const Article& article) {
    return article.title.empty() ? article.id : article.title;
}

}  // namespace

void TimelineData::group_events() {
    const std::vector<Event>& events = events_->events;
    groups_.clear();
    group_.resize(events.size());
    if (stacking_ == TimelineStacking::article) {
        std::unordered_map<std::string_view, std::uint16_t> number_of;
        for (const ExtractionPtr& article : events_->articles) {
            number_of.emplace(article->article.id, static_cast<std::uint16_t>(groups_.size()));
            if (groups_.size() + 1 < most_groups || events_->articles.size() <= most_groups)
                groups_.push_back({EventKind::other, groups_.size(), heading_of_article(article->article)});
        }
        if (events_->articles.size() > most_groups)
            groups_.push_back({EventKind::other, groups_.size(), "Other sources"});
        for (std::size_t i = 0; i < events.size(); ++i) {
            const auto found = number_of.find(events[i].article_id);
            const std::size_t number = found == number_of.end() ? groups_.size() - 1 : found->second;
            group_[i] = static_cast<std::uint16_t>(std::min(number, groups_.size() - 1));
        }
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
