#include "geo/places/extract_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "geo/places/candidate_score.hpp"
#include "geo/places/gazetteer_impl.hpp"
#include "geo/places/home_region.hpp"
#include "geo/places/name_evidence.hpp"
#include "geo/places/name_scan.hpp"
#include "geo/places/resolution.hpp"
#include "geo/places/unlisted_names.hpp"

namespace chronomap {
namespace {

constexpr double accepted = 1.0;
constexpr std::size_t shown_candidates = 5;

/// The words [first, last) in the text, with the last full stop of an abbreviation ("U.S.").
TextRange range_of(const Article& article, const ScannedText& text, std::uint32_t first, std::uint32_t last) {
    TextRange range{text.words[first].begin, text.words[last - 1].end};
    if (last - first >= 2 && text.words[last - 1].gap == WordGap::period && text.words[last - 1].key.size() == 1 &&
        range.end < article.text.size() && article.text[range.end] == '.')
        ++range.end;
    return range;
}

/// "Homs Governorate", "Hunan Province": the noun that is written as a part of the name.
bool is_noun_of_name(std::string_view key) {
    static constexpr std::array<std::string_view, 14> nouns{
        "governorate", "province", "district",  "county", "oblast", "prefecture", "city",
        "village",     "airport",  "mountains", "valley", "river",  "islands",    "township"};
    return std::find(nouns.begin(), nouns.end(), key) != nouns.end();
}

double confidence_of(const NameSpan& span) {
    const double name = 1 / (1 + std::exp(-(span.evidence - 0.5)));
    const double sense = span.candidates.size() == 1 ? 0.97 : 1 / (1 + std::exp(-(span.margin + 0.8)));
    return std::clamp(name * (0.4 + 0.6 * sense), 0.05, 0.99);
}

/// The candidates of spans as mentions have them, made once for each sense and choice.
class CandidateLists {
  public:
    explicit CandidateLists(ArticleContext context) : context_(std::move(context)) {}

    /// The chosen one first, the others by their scores.
    const SharedList<PlaceCandidate>& of(const NameSpan& span) {
        const auto [list, is_new] = lists_.try_emplace({span.sense, span.chosen});
        if (is_new) list->second = make(span);
        return list->second;
    }

  private:
    std::vector<PlaceCandidate> make(const NameSpan& span) const {
        std::vector<PlaceCandidate> list;
        for (const NamedPlace& candidate : span.candidates) {
            const CandidateScore score = score_candidate(span, candidate, context_);
            list.push_back({candidate.place, 1 / (1 + std::exp(-(score.score - 3) / 1.5)), score.rule});
        }
        std::stable_sort(list.begin(), list.end(),
                         [](const PlaceCandidate& a, const PlaceCandidate& b) { return a.score > b.score; });
        if (span.chosen >= 0) {
            const PlacePtr& chosen = span.candidates[static_cast<std::size_t>(span.chosen)].place;
            const auto own = std::ranges::find(list, chosen, &PlaceCandidate::place);
            if (own != list.end()) std::rotate(list.begin(), own, own + 1);
        }
        if (list.size() > shown_candidates) list.resize(shown_candidates);
        return list;
    }

    ArticleContext context_;
    std::map<std::pair<std::uint32_t, int>, SharedList<PlaceCandidate>> lists_;
};

PlaceMention mention_of(const Article& article, const ScannedText& text, const NameSpan& span,
                        CandidateLists& candidates) {
    PlaceMention mention;
    const bool noun = span.last < text.words.size() && text.words[span.last].capitalised &&
                      text.words[span.last].gap == WordGap::space && !text.sentence_start[span.last] &&
                      !text.words[span.last].all_upper && is_noun_of_name(text.words[span.last].key);
    const std::uint32_t after = std::max(span.feature_after, std::uint32_t{noun});
    mention.range = range_of(article, text, span.first - span.feature_before, span.last + after);
    mention.kind = span.part_of_name ? PlaceMentionKind::part_of_name
                   : span.dateline   ? PlaceMentionKind::dateline
                                     : PlaceMentionKind::toponym;
    mention.candidates = candidates.of(span);
    mention.confidence = confidence_of(span);
    if (span.chosen < 0) return mention;
    mention.place = span.candidates[static_cast<std::size_t>(span.chosen)].place;
    if (span.namesake) {
        mention.reason = span.feature_before + span.feature_after > 0
                             ? "in no gazetteer; it only shares the name of " + mention.place->name
                         : span.told_elsewhere ? "no place of this name is known where the article says it lies"
                                               : "several small places have this name; nothing tells which is meant";
        mention.place = nullptr;
    }
    return mention;
}

/// The state in "Charlotte, N.C.".
PlaceMention state_mention(const Article& article, const ScannedText& text, const NameSpan& span) {
    PlaceMention mention;
    mention.range = range_of(article, text, span.last, span.last + span.container_words);
    mention.candidates = {{span.container, 0.9, "state"}};
    mention.place = span.container;
    mention.confidence = 0.9;
    if (mention.range.end < article.text.size() && article.text[mention.range.end] == '.' &&
        !text.words[span.last].all_upper)
        ++mention.range.end;
    return mention;
}

/// Does the span `next` name the words from `word` on itself, as a place?
bool covered(const std::vector<NameSpan>& spans, std::size_t next, std::uint32_t word) {
    return next < spans.size() && spans[next].first == word && spans[next].evidence >= accepted &&
           !spans[next].part_of_name;
}

/// Demonyms that are in no name: "Azerbaijani", "South African".
void add_demonyms(const Article& article, const ScannedText& text, const Gazetteer::Impl& gazetteer,
                  const std::vector<bool>& taken, std::vector<PlaceMention>& mentions) {
    const auto& words = text.words;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        if (taken[i] || !words[i].capitalised || words[i].number) continue;
        for (std::uint32_t length = 2; length >= 1; --length) {
            if (i + length > words.size() || (length == 2 && (taken[i + 1] || !is_joined(words, i + 1)))) continue;
            const PlacePtr place = length == 1 ? text.demonyms[i] : gazetteer.by_demonym(key_of(words, i, i + length));
            if (!place) continue;
            PlaceMention mention;
            mention.range = range_of(article, text, i, i + length);
            mention.kind = PlaceMentionKind::demonym;
            mention.candidates = {{place, 0.9, "demonym"}};
            mention.place = place;
            mention.confidence = 0.9;
            mentions.push_back(std::move(mention));
            i += length - 1;
            break;
        }
    }
}

/// Is `key` a known name with an ending: "karabakhi", "artsakhians"? Then it is no misspelling.
bool is_derived_from(std::string_view key, const Place& place) {
    for (const PlaceName& name : place.names) {
        const std::string base = name_key(name.text);
        if (base.size() >= 3 && key.size() > base.size() && key.starts_with(base)) return true;
    }
    return false;
}

/// Misspellings of places of the upper layers that the article names elsewhere, or that a preposition announces.
void add_fuzzy(const Article& article, const ScannedText& text, const Gazetteer::Impl& gazetteer,
               const std::vector<bool>& taken, std::vector<PlaceMention>& mentions) {
    StringSet named, countries;
    for (const PlaceMention& mention : mentions)
        if (mention.place && mention.kind != PlaceMentionKind::part_of_name) {
            named.insert(mention.place->id);
            countries.insert(mention.place->country);
        }
    const auto& words = text.words;
    const auto& lists = gazetteer.words;
    std::vector<PlaceMention> found;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        const NameWord& word = words[i];
        if (taken[i] || !word.capitalised || word.number || word.key.size() < 6) continue;
        const bool stands_alone =
            (i == 0 || !words[i - 1].capitalised || !is_joined(words, i) || text.sentence_start[i - 1]) &&
            (i + 1 >= words.size() || !words[i + 1].capitalised || !is_joined(words, i + 1) ||
             text.sentence_start[i + 1]);
        if (!stands_alone || lists.common.contains(word.key) || lists.given.contains(word.key) ||
            lists.family.contains(word.key) || text.lower_case.contains(word.key) || text.demonyms[i])
            continue;
        const auto places = gazetteer.layer.find_fuzzy(word.key);
        for (const PlacePtr& place : places) {
            if (is_derived_from(word.key, *place) || is_country_place(*place)) break;
            const bool known = named.contains(place->id);
            const bool announced =
                i > 0 &&
                (words[i - 1].key == "in" || words[i - 1].key == "to" || words[i - 1].key == "near" ||
                 words[i - 1].key == "from" || words[i - 1].key == "of") &&
                countries.contains(place->country) && word.key.size() >= 7;
            if (!known && !announced) continue;
            PlaceMention mention;
            mention.range = range_of(article, text, i, i + 1);
            mention.kind = PlaceMentionKind::fuzzy;
            mention.candidates = {{place, known ? 0.5 : 0.35, "misspelling"}};
            mention.place = place;
            mention.confidence = known ? 0.5 : 0.35;
            found.push_back(std::move(mention));
            break;
        }
    }
    mentions.insert(mentions.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

/// "the city", "the village", "the country": the last place of that kind, in this sentence or the three before.
void add_anaphora(const Article& article, const ScannedText& text, std::vector<PlaceMention>& mentions) {
    constexpr std::uint32_t reach = 3;
    enum Kind { settlement, region, country, kinds };
    struct Last {
        PlacePtr place;
        std::uint32_t sentence = 0;
        std::string_view surface;
    };
    std::array<Last, kinds> last;
    const auto& words = text.words;
    std::size_t next = 0;
    std::vector<PlaceMention> found;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        while (next < mentions.size() && mentions[next].range.end <= words[i].begin) {
            const PlaceMention& mention = mentions[next++];
            if (!mention.place || mention.kind == PlaceMentionKind::part_of_name ||
                mention.kind == PlaceMentionKind::demonym)
                continue;
            const Place& place = *mention.place;
            const Kind kind = place.feature == FeatureClass::populated ? settlement
                              : is_country_place(place)                ? country
                                                                       : region;
            if (place.feature_code != "CONT") last[kind] = {mention.place, text.sentence[i > 0 ? i - 1 : 0], {}};
        }
        if (words[i].key != "the" || i + 1 >= words.size() || words[i + 1].gap != WordGap::space ||
            words[i + 1].capitalised)
            continue;
        const std::string& noun = words[i + 1].key;
        Kind kind = kinds;
        if (noun == "city" || noun == "town" || noun == "village" || noun == "settlement") kind = settlement;
        if (noun == "region" || noun == "province" || noun == "territory" || noun == "enclave") kind = region;
        if (noun == "country") kind = country;
        if (kind == kinds || !last[kind].place || text.sentence[i] > last[kind].sentence + reach) continue;
        // "the city of Baku" names its place itself.
        if (i + 2 < words.size() && words[i + 2].key == "of" && words[i + 2].gap == WordGap::space) continue;
        PlaceMention mention;
        mention.range = range_of(article, text, i, i + 2);
        mention.kind = PlaceMentionKind::anaphor;
        mention.place = last[kind].place;
        mention.candidates = {{mention.place, 0.6, "anaphor"}};
        mention.reason = "inferred from " + mention.place->name;
        mention.confidence = 0.6;
        found.push_back(std::move(mention));
    }
    mentions.insert(mentions.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

/// Marks the words in `range`.
void mark_taken(const ScannedText& text, const TextRange& range, std::vector<bool>& taken) {
    auto word = std::partition_point(text.words.begin(), text.words.end(),
                                     [&](const NameWord& w) { return w.end <= range.begin; });
    for (; word != text.words.end() && word->begin < range.end; ++word)
        taken[static_cast<std::size_t>(word - text.words.begin())] = true;
}

void sort_by_text(std::vector<PlaceMention>& mentions) {
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const PlaceMention& a, const PlaceMention& b) { return a.range.begin < b.range.begin; });
}

}  // namespace

std::vector<PlaceMention> extract_places(const Article& article, const TokenisedText& tokens,
                                         const Gazetteer& gazetteer, const NameEndings& endings) {
    const Gazetteer::Impl& impl = gazetteer.impl();
    const ScannedText text = scan_text(article, tokens, impl);
    std::vector<NameSpan> spans = split_pairs(text, impl, scan_names(text, impl, endings));
    judge_spans(text, impl, article, spans);
    const PlacePtr home = home_place(impl, article.home);
    resolve_spans(text, spans, home);
    CandidateLists candidates(context_of(text, spans, home));

    std::vector<PlaceMention> mentions;
    std::vector<bool> taken(text.words.size());
    for (std::size_t s = 0; s < spans.size(); ++s) {
        const NameSpan& span = spans[s];
        if (span.evidence < accepted && !span.part_of_name) continue;
        if (taken[span.first] || taken[span.first - span.feature_before])
            continue;  // a word of the feature before: "Brown County [State Park]"
        if (!span.part_of_name &&
            (span.last - span.first == 1 ? text.demonyms[span.first] : impl.by_demonym(span.key)) &&
            strength_of(span.candidates[static_cast<std::size_t>(span.chosen)]) < 2.6)
            continue;
        for (std::uint32_t i = span.first - span.feature_before; i < span.last + span.feature_after; ++i)
            taken[i] = true;
        mentions.push_back(mention_of(article, text, span, candidates));
        if (span.container_words > 0 && !taken[span.last] && !covered(spans, s + 1, span.last)) {
            mentions.push_back(state_mention(article, text, span));
            for (std::uint32_t i = span.last; i < span.last + span.container_words; ++i) taken[i] = true;
        }
    }
    add_demonyms(article, text, impl, taken, mentions);
    add_fuzzy(article, text, impl, taken, mentions);
    for (const PlaceMention& mention : mentions) mark_taken(text, mention.range, taken);
    sort_by_text(mentions);
    add_unlisted(text, impl, taken, mentions);
    sort_by_text(mentions);
    add_anaphora(article, text, mentions);
    sort_by_text(mentions);
    return mentions;
}

}  // namespace chronomap
