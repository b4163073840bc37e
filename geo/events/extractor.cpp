#include "geo/events/extractor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "geo/base/asset_paths.hpp"
#include "geo/dates/languages.hpp"
#include "geo/events/attribution.hpp"
#include "geo/events/happenings.hpp"
#include "geo/events/pairing.hpp"
#include "geo/places/extract_places.hpp"
#include "geo/text/article_reader.hpp"
#include "geo/text/folded_text.hpp"

namespace chronomap {
namespace {

/// FNV-1a, 64 bits: ids must be the same on every machine and in every run.
/// Source: http://www.isthe.com/chongo/tech/comp/fnv/
std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325ull) {
    for (unsigned char c : text) seed = (seed ^ c) * 0x100000001b3ull;
    return seed;
}

Event make_event(const Article& article, const SentenceReading& sentence, const Pair& pair,
                 const Attribution& attribution) {
    Event event;
    event.article_id = article.id;
    event.place = pair.place->place;
    // "the city" is no name to write on a map.
    if (pair.place->kind != PlaceMentionKind::anaphor)
        event.place_surface = std::string(pair.place->range.of(article.text));
    event.date = pair.date;
    event.dated_by = pair.dated_by;
    event.kind = sentence.kind;
    event.sentence = sentence.sentence.range;
    event.place_range = pair.place->range;
    event.date_range = pair.date_range;
    event.trigger = sentence.trigger;
    event.modality = sentence.trigger.empty() ? Modality::fact : modality_at(sentence, sentence.trigger);
    event.attribution_range = attribution.range;
    event.attribution = attribution.speaker;
    event.quote = white_space_folded(event.sentence.of(article.text));
    event.confidence = pair.place->confidence * pair.date_confidence * (pair.place_inferred ? 0.7 : 1) *
                       (sentence.has_event_verb() ? 1 : 0.7) * (sentence.planned ? 0.8 : 1);
    // From the words, not from offsets: an edit elsewhere in the article leaves the id as it is.
    const std::string_view where = event.place ? std::string_view(event.place->id) : event.place_surface;
    const std::uint64_t id = hash_of(event.date.text(), hash_of(where, hash_of(event.quote, hash_of(article.id))));
    event.id = fmt::format("{}-{:016x}", article.id, id);
    return event;
}

/// The verb that the sentence ties to the event's place, rather than the sentence's first.
void take_trigger(Event& event, const Happening& happening) {
    event.trigger = happening.trigger;
    event.modality = happening.modality;
    if (happening.kind != EventKind::other) event.kind = happening.kind;
}

/// What is told as a fact and has a kind tells an event best: "no one was killed when a shell hit Barda".
int rank_of(const Happening& happening) {
    return (happening.kind != EventKind::other ? 2 : 0) + (happening.modality == Modality::fact ? 1 : 0);
}

/// The verb that has the event's place: the sentence's own where it has it and it is told as a fact, else the first of
/// the best rank. A verb that has another place tells nothing of this one.
void choose_trigger(Event& event, const Pair& pair, const std::vector<Happening>& happenings) {
    const Happening* best = nullptr;
    bool elsewhere = false;
    for (const Happening& happening : happenings) {
        const bool has_it =
            std::find(happening.places.begin(), happening.places.end(), pair.place) != happening.places.end();
        const bool own = happening.trigger == event.trigger;
        if (own && has_it && happening.modality == Modality::fact) return;
        elsewhere = elsewhere || (own && !has_it);
        if (has_it && (!best || rank_of(happening) > rank_of(*best))) best = &happening;
    }
    if (best)
        take_trigger(event, *best);
    else if (elsewhere)
        event.trigger = {};
}

/// What the sentence's verbs tell beside the events that it gave, [first, events.size()).
void add_asides(const Article& article, const SentenceReading& sentence, const Attribution& attribution,
                const std::vector<Happening>& happenings, std::size_t first, bool without_context, Extraction& out) {
    for (const Happening& happening : happenings)
        for (const PlaceMention* place : happening.places) {
            const auto own = std::find_if(out.events.begin() + static_cast<std::ptrdiff_t>(first), out.events.end(),
                                          [&](const Event& event) { return place->range == event.place_range; });
            Event aside;
            if (own != out.events.end()) {
                if (own->trigger == happening.trigger || (happening.loose && !without_context)) continue;
                aside = *own;
            } else if (without_context) {
                Pair pair;
                pair.place = place;
                aside = make_event(article, sentence, pair, attribution);
                aside.dated_by = DatedBy::undated;
            } else {
                continue;
            }
            take_trigger(aside, happening);
            aside.id += fmt::format("@{}", happening.trigger.begin - sentence.sentence.range.begin);
            out.asides.push_back(std::move(aside));
        }
}

/// A text of so few sentences has no context that could date or place what it tells.
constexpr std::size_t snippet_sentences = 3;

constexpr std::uint32_t longest_sentence = 1500;  // tokens

/// The first sentence begins behind the dateline.
Sentence without_dateline(Sentence sentence, const TokenisedText& tokens, std::uint32_t body_begin) {
    if (sentence.range.begin >= body_begin || sentence.range.end <= body_begin) return sentence;
    while (sentence.first_token + 1 < sentence.last_token &&
           tokens.tokens[sentence.first_token].range.begin < body_begin)
        ++sentence.first_token;
    sentence.range.begin = tokens.tokens[sentence.first_token].range.begin;
    return sentence;
}

}  // namespace

struct Extractor::Impl {
    Gazetteer gazetteer;
    PeriodTable periods;
    Languages languages;
    std::vector<TriggerTable> triggers;

    const TriggerTable& triggers_of(const DateLexicon& language) const {
        for (const TriggerTable& table : triggers)
            if (table.language() == language.code()) return table;
        return triggers.front();
    }
};

Extractor::Extractor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Extractor::Files Extractor::default_files(std::vector<std::string> user_gazetteers) {
    Files files;
    files.gazetteer.world_index = asset_path("world.gaz");
    files.gazetteer.curated = {asset_path("gazetteer/physical_features.lpf.json"),
                               asset_path("gazetteer/former_states.lpf.json"),
                               asset_path("gazetteer/south_caucasus.lpf.json")};
    files.gazetteer.user = std::move(user_gazetteers);
    files.periods = {asset_path("periods.json"), asset_path("holidays.json")};
    for (const char* code : {"en", "ru", "hy", "tr", "az"}) {
        files.languages.push_back(asset_path(std::string("languages/") + code + ".json"));
        files.triggers.push_back(asset_path(std::string("triggers/") + code + ".json"));
    }
    return files;
}

Result<Extractor> Extractor::load(const Files& files) {
    auto gazetteer = Gazetteer::load(files.gazetteer);
    if (!gazetteer) return tl::unexpected(gazetteer.error());
    auto periods = PeriodTable::load(files.periods);
    if (!periods) return tl::unexpected(periods.error());
    std::vector<TriggerTable> triggers;
    for (const std::string& path : files.triggers) {
        auto table = TriggerTable::load(path);
        if (!table) return tl::unexpected(table.error());
        triggers.push_back(std::move(*table));
    }
    if (triggers.empty()) return fail("no trigger words are given");
    auto languages = Languages::load(files.languages);
    if (!languages) return tl::unexpected(languages.error());
    return Extractor(std::unique_ptr<Impl>(
        new Impl{std::move(*gazetteer), std::move(*periods), std::move(*languages), std::move(triggers)}));
}

const Gazetteer& Extractor::gazetteer() const {
    return impl_->gazetteer;
}

Extraction Extractor::extract(Article article) const {
    Extraction out;
    out.article = std::move(article);
    const TokenisedText tokens = tokenise(out.article);
    const DateLexicon& language = impl_->languages.of(out.article, tokens);
    const TriggerTable& triggers = impl_->triggers_of(language);
    out.places = extract_places(out.article, tokens, impl_->gazetteer, language.name_endings());
    out.dates = extract_dates(out.article, tokens, impl_->periods, language);

    std::unordered_map<std::string, int> ids;
    NarrativeState state;
    state.published = out.article.published;
    state.published_range = out.article.published_range;
    state.has_dateline = !out.article.dateline.empty();
    const bool snippet = tokens.sentences.size() <= snippet_sentences;
    for (const Sentence& whole : tokens.sentences) {
        const Sentence sentence = without_dateline(whole, tokens, out.article.body_begin);
        // Pairing compares all words with all dates; no sentence that a person wrote is this long.
        if (sentence.last_token - sentence.first_token > longest_sentence) {
            out.residue.push_back({ResidueReason::not_an_event, sentence.range, "too long to be one sentence"});
            continue;
        }
        SentenceReading reading = read_sentence(out.article.text, tokens, sentence, out.places, out.dates, triggers);
        // Where verbs are not known, a sentence with a place and a date is taken to tell an event.
        if (!language.knows_verbs()) reading.past = true;
        const Pairing pairing = pair_sentence(reading, state);
        carry_on(reading, pairing, state);
        const bool told_something =
            !reading.places.empty() || !reading.dates.empty() || reading.unresolved_place || reading.unread_date;
        const std::vector<Happening> happenings = happenings_of(reading);
        const Attribution attribution =
            happenings.empty() && pairing.pairs.empty() ? Attribution{} : find_attribution(reading);
        const std::size_t first = out.events.size();
        if (pairing.pairs.empty()) {
            add_asides(out.article, reading, attribution, happenings, first, snippet, out);
            if (told_something) out.residue.push_back({pairing.reason, sentence.range, pairing.detail});
            continue;
        }
        for (const Pair& pair : pairing.pairs) {
            Event event = make_event(out.article, reading, pair, attribution);
            // The same words twice in an article are two events.
            if (const int again = ids[event.id]++; again > 0) event.id += "-" + std::to_string(again + 1);
            choose_trigger(event, pair, happenings);
            out.events.push_back(std::move(event));
        }
        add_asides(out.article, reading, attribution, happenings, first, snippet, out);
    }
    return out;
}

}  // namespace chronomap
