#include "geo/events/event_filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "geo/events/lasso.hpp"

namespace chronomap {
namespace {

constexpr std::string_view article_itself = "itself";

constexpr std::array<EventKind, 10> all_kinds{
    EventKind::battle,      EventKind::attack, EventKind::control_change, EventKind::displacement,
    EventKind::negotiation, EventKind::visit,  EventKind::humanitarian,   EventKind::legal_act,
    EventKind::protest,     EventKind::other};

template <class Value>
bool holds(const std::vector<Value>& list, const Value& value) {
    return list.empty() || std::ranges::find(list, value) != list.end();
}

bool lies_in(const GeoBox& box, const LonLat& at) {
    const bool beside =
        box.west <= box.east ? at.lon >= box.west && at.lon <= box.east : at.lon >= box.west || at.lon <= box.east;
    return beside && at.lat >= box.south && at.lat <= box.north;
}

std::vector<std::string> split_at_commas(std::span<const std::string> values) {
    std::vector<std::string> parts;
    for (const std::string& value : values)
        for (std::size_t begin = 0; begin <= value.size();) {
            const std::size_t end = std::min(value.find(',', begin), value.size());
            if (end > begin) parts.push_back(value.substr(begin, end - begin));
            begin = end + 1;
        }
    return parts;
}

Result<double> number_from(const std::string& text, double least, double most) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !(value >= least && value <= most))
        return fail(fmt::format("'{}' is no number from {} to {}", text, least, most));
    return value;
}

Result<std::vector<EventKind>> kinds_from(std::span<const std::string> values) {
    std::vector<EventKind> kinds;
    for (const std::string& word : split_at_commas(values)) {
        const auto found = std::ranges::find(all_kinds, word, [](EventKind kind) { return name_of(kind); });
        if (found == all_kinds.end()) {
            std::string known;
            for (const EventKind kind : all_kinds) known += (known.empty() ? "" : ", ") + std::string(name_of(kind));
            return fail("'" + word + "' is no kind of events; there are: " + known);
        }
        if (std::ranges::find(kinds, *found) == kinds.end()) kinds.push_back(*found);
    }
    return kinds;
}

Result<std::vector<Modality>> modalities_from(std::span<const std::string> values) {
    std::vector<Modality> modalities;
    for (const std::string& word : split_at_commas(values)) {
        const auto modality = modality_from(word);
        if (!modality) return fail("nothing is told as '" + word + "'; there are: fact, planned, possible, denied");
        if (std::ranges::find(modalities, *modality) == modalities.end()) modalities.push_back(*modality);
    }
    return modalities;
}

Result<std::vector<Verdict>> verdicts_from(std::span<const std::string> values) {
    std::vector<Verdict> verdicts;
    for (const std::string& word : split_at_commas(values)) {
        const auto verdict = verdict_from(word);
        if (!verdict) return fail("'" + word + "' is no verdict; there are: verified, disputed, rejected, none");
        if (std::ranges::find(verdicts, *verdict) == verdicts.end()) verdicts.push_back(*verdict);
    }
    return verdicts;
}

Result<GeoBox> box_from(std::span<const std::string> values) {
    const std::vector<std::string> parts = split_at_commas(values);
    if (parts.size() != 4) return fail("a box is four numbers: west, south, east, north");
    std::array<double, 4> numbers{};
    for (std::size_t i = 0; i < 4; ++i) {
        const double most = i % 2 == 0 ? 180 : 90;
        const auto number = number_from(parts[i], -most, most);
        if (!number) return tl::unexpected(number.error());
        numbers[i] = *number;
    }
    if (numbers[1] > numbers[3]) return fail("the box's south lies north of its north");
    return GeoBox{numbers[0], numbers[1], numbers[2], numbers[3]};
}

Result<std::vector<LonLat>> lasso_from(std::span<const std::string> values) {
    const std::vector<std::string> parts = split_at_commas(values);
    if (parts.size() < 6 || parts.size() % 2 != 0)
        return fail("an area is three points or more, each a longitude and a latitude");
    std::vector<LonLat> lasso;
    for (std::size_t i = 0; i < parts.size(); i += 2) {
        const auto lon = number_from(parts[i], -180, 180), lat = number_from(parts[i + 1], -90, 90);
        if (!lon) return tl::unexpected(lon.error());
        if (!lat) return tl::unexpected(lat.error());
        lasso.push_back({*lon, *lat});
    }
    return lasso;
}

std::string joined(const std::vector<std::string>& list, std::string_view between) {
    std::string text;
    for (const std::string& each : list) text += (text.empty() ? std::string() : std::string(between)) + each;
    return text;
}

}  // namespace

bool EventFilter::wants(Verdict verdict) const {
    return !verdicts.empty() && holds(verdicts, verdict);
}

bool passes(const EventFilter& filter, const Event& event) {
    return FilterCheck(filter).passes(event);
}

bool FilterCheck::passes(const Event& event) {
    const EventFilter& filter = filter_;
    const Place* const place = event.place.get();
    return holds(filter.kinds, event.kind) && holds(filter.modalities, event.modality) && holds(filter.articles, event.article_id) &&
           holds(filter.said_by, event.attribution) && event.confidence >= filter.least_confidence &&
           (!filter.box || (place && lies_in(*filter.box, place->location))) &&
           (filter.lasso.empty() || (place && lies_in_lasso(filter.lasso, place->location))) &&
           holds(filter.verdicts, verdict_of(event)) && (filter.words.empty() || words_.are_in(event));
}

Result<EventFilter> with_condition(EventFilter filter, std::string_view name, std::span<const std::string> values) {
    const std::vector<std::string> list(values.begin(), values.end());
    if (name == "kind") {
        const auto kinds = kinds_from(values);
        if (!kinds) return tl::unexpected(kinds.error());
        filter.kinds = *kinds;
    } else if (name == "modality") {
        const auto modalities = modalities_from(values);
        if (!modalities) return tl::unexpected(modalities.error());
        filter.modalities = *modalities;
    } else if (name == "article") {
        filter.articles = list;
    } else if (name == "said-by") {
        filter.said_by = list;
        std::ranges::replace(filter.said_by, std::string(article_itself), std::string());
    } else if (name == "confidence") {
        const auto least = list.empty() ? Result<double>(0.0) : number_from(list.front(), 0, 1);
        if (!least) return tl::unexpected(least.error());
        filter.least_confidence = *least;
    } else if (name == "bbox") {
        filter.box.reset();
        if (!list.empty()) {
            const auto box = box_from(values);
            if (!box) return tl::unexpected(box.error());
            filter.box = *box;
        }
    } else if (name == "lasso") {
        filter.lasso.clear();
        if (!list.empty()) {
            const auto lasso = lasso_from(values);
            if (!lasso) return tl::unexpected(lasso.error());
            filter.lasso = *lasso;
        }
    } else if (name == "verdict") {
        const auto verdicts = verdicts_from(values);
        if (!verdicts) return tl::unexpected(verdicts.error());
        filter.verdicts = *verdicts;
    } else if (name == "words") {
        filter.words = joined(list, " ");
    } else {
        return fail("there is no condition '" + std::string(name) +
                    "'; there are: kind, modality, article, said-by, confidence, bbox, lasso, verdict, words");
    }
    return filter;
}

Result<EventFilter> filter_from(std::span<const std::string> texts) {
    std::map<std::string, std::vector<std::string>> conditions;
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        if (equals == text.npos) return fail("'" + text + "' is no condition; write NAME=VALUE");
        conditions[text.substr(0, equals)].push_back(text.substr(equals + 1));
    }
    EventFilter filter;
    for (const auto& [name, values] : conditions) {
        auto with = with_condition(std::move(filter), name, values);
        if (!with) return with;
        filter = std::move(*with);
    }
    return filter;
}

std::vector<FilterCondition> conditions_of(const EventFilter& filter) {
    std::vector<FilterCondition> conditions;
    const auto add = [&](std::string name, std::vector<std::string> values) {
        if (!values.empty()) conditions.push_back({std::move(name), std::move(values)});
    };
    std::vector<std::string> kinds;
    for (const EventKind kind : filter.kinds) kinds.emplace_back(name_of(kind));
    add("kind", kinds);
    std::vector<std::string> modalities;
    for (const Modality modality : filter.modalities) modalities.emplace_back(name_of(modality));
    add("modality", modalities);
    add("article", filter.articles);
    std::vector<std::string> said_by = filter.said_by;
    std::ranges::replace(said_by, std::string(), std::string(article_itself));
    add("said-by", said_by);
    if (filter.least_confidence > 0) add("confidence", {fmt::format("{}", filter.least_confidence)});
    if (filter.box)
        add("bbox",
            {fmt::format("{},{},{},{}", filter.box->west, filter.box->south, filter.box->east, filter.box->north)});
    std::vector<std::string> points;
    for (const LonLat& point : filter.lasso) points.push_back(fmt::format("{},{}", point.lon, point.lat));
    add("lasso", points);
    std::vector<std::string> verdicts;
    for (const Verdict verdict : filter.verdicts) verdicts.emplace_back(name_of(verdict));
    add("verdict", verdicts);
    if (!filter.words.empty()) add("words", {filter.words});
    return conditions;
}

std::string describe(const EventFilter& filter) {
    std::vector<std::string> parts;
    for (const FilterCondition& condition : conditions_of(filter)) {
        if (condition.name == "kind") parts.push_back(joined(condition.values, " or "));
        if (condition.name == "modality") {
            std::vector<std::string> names = condition.values;
            std::ranges::replace(names, std::string(name_of(Modality::fact)), std::string("a fact"));
            parts.push_back("told as " + joined(names, " or "));
        }
        if (condition.name == "article") parts.push_back("in " + joined(condition.values, " or "));
        if (condition.name == "said-by") {
            std::vector<std::string> names = condition.values;
            std::ranges::replace(names, std::string(article_itself), std::string("the article itself"));
            parts.push_back("said by " + joined(names, " or "));
        }
        if (condition.name == "confidence") parts.push_back("confidence from " + condition.values.front());
        if (condition.name == "bbox")
            parts.push_back(fmt::format("in the box {:.1f}°, {:.1f}° to {:.1f}°, {:.1f}°", filter.box->west,
                                        filter.box->south, filter.box->east, filter.box->north));
        if (condition.name == "lasso") parts.emplace_back("in the area drawn");
        if (condition.name == "verdict") {
            std::vector<std::string> names = condition.values;
            std::ranges::replace(names, std::string(name_of(Verdict::none)), std::string("without a verdict"));
            parts.push_back(joined(names, " or "));
        }
        if (condition.name == "words") parts.push_back("\"" + filter.words + "\"");
    }
    return joined(parts, " · ");
}

}  // namespace chronomap
