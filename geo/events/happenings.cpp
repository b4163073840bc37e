#include "geo/events/happenings.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "geo/events/happening_words.hpp"
#include "geo/events/place_roles.hpp"

namespace chronomap {
namespace {

/// May the word tell what happened: a verb of the table, or any past tense or participle.
bool may_tell(const ReadWord& word) {
    if (word.punctuation || (word.entry && word.entry->says) || is_no_deed(word.lower)) return false;
    if (word.entry && (word.entry->verb || word.entry->kind != EventKind::other)) return true;
    if (word.capitalised || word.lower.size() < 5 || is_no_verb(word.lower)) return false;
    return (word.lower.ends_with("ed") || word.lower.ends_with("ing")) && !(word.entry && word.entry->stative);
}

bool is_possessive(std::string_view word) {
    return word == "'s" || word == "’s" || word == "'" || word == "’";
}

/// One place of the sentence and what stands around it. Word numbers; `lead` is the word that ties it, or -1.
struct Candidate {
    const PlaceMention* mention = nullptr;
    std::size_t first = 0, end = 0;
    std::ptrdiff_t lead = -1;
    double weight = 0;       ///< how surely the words make it a location; below 1: not at all
    bool container = false;  ///< a finer place stands before it: "… in Homs province"
    bool held = false;       ///< the place before it holds it: "the West Bank city of Hebron"
};

// What stands between a verb and its place, in words that would part them as much.
constexpr double farthest = 40;
constexpr double end_of_clause_cost = 12;
constexpr double other_verb_cost = 6;
constexpr double before_verb_cost = 2;
constexpr double way_cost = 8;
constexpr double large_place_cost = 4;    // a state, where something finer may be meant
constexpr double holds_another_cost = 6;  // and is named

class Reader {
  public:
    explicit Reader(const SentenceReading& sentence) : sentence_(sentence), words_(sentence.words) {
        name_at_.assign(words_.size(), -1);
        for (const PlaceMention* mention : sentence.named) {
            Candidate candidate;
            candidate.mention = mention;
            candidate.first = sentence.word_at(mention->range.begin);
            candidate.end = sentence.word_at(mention->range.end);
            if (candidate.first >= candidate.end) continue;
            for (std::size_t i = candidate.first; i < candidate.end; ++i)
                name_at_[i] = static_cast<std::ptrdiff_t>(candidates_.size());
            candidates_.push_back(candidate);
        }
        if (candidates_.empty()) return;
        add_costs();
        for (Candidate& candidate : candidates_) read_lead(candidate);
        for (std::size_t i = 1; i < candidates_.size(); ++i) find_holder(i);
        for (std::size_t i = 1; i < candidates_.size(); ++i) find_containers(i);
    }

    std::vector<Happening> run() {
        std::vector<Happening> out;
        if (candidates_.empty()) return out;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (!tells_[i] || in_date(words_[i].range)) continue;
            const bool capital_inside = words_[i].capitalised && i > 0 && !words_[i - 1].punctuation;
            if (capital_inside) continue;
            Happening happening;
            happening.places = places_of(i);
            if (happening.places.empty()) happening.places = places_of_verb_before(i, out);
            if (happening.places.empty()) continue;
            happening.trigger = words_[i].range;
            if (words_[i].entry) happening.kind = words_[i].entry->kind;
            happening.modality = modality_at(sentence_, words_[i].range);
            out.push_back(std::move(happening));
        }
        return out;
    }

  private:
    /// "… exploded in Hilla, killing two": a further verb of the clause happened where the one before it did.
    std::vector<const PlaceMention*> places_of_verb_before(std::size_t i, const std::vector<Happening>& before) const {
        if (before.empty()) return {};
        for (std::size_t w = sentence_.word_at(before.back().trigger.end); w < i; ++w)
            if (ends_clause(lower(w))) return {};
        return before.back().places;
    }

    std::string_view lower(std::size_t i) const {
        return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view{};
    }

    bool in_date(const TextRange& range) const {
        return std::any_of(sentence_.dates.begin(), sentence_.dates.end(),
                           [&](const DateMention* date) { return date->range.contains(range); });
    }

    bool is_filler(std::size_t i) const {
        const std::string_view word = lower(i);
        return describing().count(word) || directions().count(word) || word == "-" || word.ends_with("-held") ||
               word.ends_with("-controlled") || sentence_.is_demonym(words_[i].range);
    }

    /// Walks back over "the restive city of", "Iraq's northern" to the preposition or verb in front.
    void read_lead(Candidate& candidate) {
        auto at = static_cast<std::ptrdiff_t>(candidate.first) - 1;
        bool noun = false, settlement = false;
        int unknown = 0;
        while (at >= 0) {
            const auto i = static_cast<std::size_t>(at);
            const bool noun_here = place_nouns().count(lower(i)) > 0;
            const bool of_noun = lower(i) == "of" && at > 0 && place_nouns().count(lower(i - 1)) > 0;
            // "the West Bank city of Hebron", "Yemen's capital Sanaa": what stands before the noun holds it.
            const bool holder = settlement && (name_at_[i] >= 0 || is_possessive(lower(i)));
            // "through the front-line suburb of": any few words after the preposition.
            const bool describes = noun && !words_[i].punctuation && !words_[i].capitalised && ++unknown <= 2 &&
                                   !locatives().count(lower(i)) && !weak_prepositions().count(lower(i)) &&
                                   !takes_place(lower(i)) && !ends_clause(lower(i)) && lower(i) != "and" &&
                                   lower(i) != "of" && lower(i) != "for";
            const bool both_ways = lower(i) == "and" && at > 0 && directions().count(lower(i - 1)) &&
                                   directions().count(lower(i + 1));  // "northern and southern Iraq"
            if (both_ways) {
                --at;
                continue;
            }
            if (!noun_here && !of_noun && !holder && !is_filler(i) && !describes) break;
            if (holder && name_at_[i] >= 0) {
                candidates_[static_cast<std::size_t>(name_at_[i])].container = true;
                candidate.held = true;
            }
            noun = noun || noun_here;
            settlement = settlement || (noun_here && settlements().count(lower(i)));
            --at;
        }
        candidate.lead = at;
        const std::string_view lead = at >= 0 ? lower(static_cast<std::size_t>(at)) : std::string_view{};
        const std::string_view before = at >= 1 ? lower(static_cast<std::size_t>(at) - 1) : std::string_view{};
        const std::string_view next = lower(candidate.end), after_next = lower(candidate.end + 1);
        double weight = 0;
        if (locatives().count(lead))
            weight = 2;
        else if (weak_prepositions().count(lead))
            weight = 1;
        else if (takes_place(lead))
            weight = 2.5;
        // "the battle for Manbij", "attacks on Stepanakert"
        const ReadWord* noun_before = at >= 1 ? &words_[static_cast<std::size_t>(at) - 1] : nullptr;
        if ((lead == "for" || lead == "of" || lead == "on") && noun_before && noun_before->entry &&
            noun_before->entry->kind != EventKind::other && noun_before->entry->kind != EventKind::legal_act)
            weight = 2;
        // "Damascus's forces", but "Baghdad's northern district"
        if (is_possessive(next) && !place_nouns().count(after_next) && !directions().count(after_next)) weight -= 1;
        // "U.S. forces", "the Philippines embassy": a state as an adjective.
        if (candidate.mention->place && is_large(*candidate.mention->place) && acts(next)) weight -= 1.5;
        if (lead == "from" && (before == "far" || before == "away" || before == "miles" || before == "km" ||
                               before == "kilometers" || before == "kilometres"))
            weight = 0;
        if (lead == "of" && before_is_people(before)) weight = 0;
        // "X was captured": the subject of a passive verb.
        const bool opens = at < 0 || lead == "," || lead == "." || lead == "while" || lead == "when" || lead == "and" ||
                           lead == "that";
        if (weight < 1 && opens) {
            std::size_t i = candidate.end;
            if (is_possessive(lower(i))) ++i;  // "Harare's streets were patrolled"
            while (place_nouns().count(lower(i))) ++i;
            const std::string_view helper = lower(i);
            const bool passive = helper == "was" || helper == "were" || helper == "is" || helper == "are" ||
                                 helper == "has" || helper == "had" || helper == "have";
            for (std::size_t verb = i + 1; passive && verb < words_.size() && verb <= i + 3; ++verb)
                if (takes_place(lower(verb)) && lower(verb).ends_with("ed")) weight = 2.5;
        }
        candidate.weight = weight;
    }

    /// Nouns that a state's name describes.
    static bool acts(std::string_view noun) {
        static const WordSet set{
            "embassy",    "consulate", "forces",    "troops",   "army",      "soldiers",   "officials",   "police",
            "government", "military",  "warplanes", "planes",   "jets",      "aircraft",   "airstrike",   "airstrikes",
            "drilling",   "officer",   "officers",  "marines",  "navy",      "helicopter", "helicopters", "citizens",
            "nationals",  "flag",      "president", "policy",   "interests", "base",       "patrol",      "patrols",
            "embassies",  "convoy",    "vehicle",   "vehicles", "drone",     "drones"};
        return set.count(noun) > 0;
    }

    static bool before_is_people(std::string_view noun) {
        static const WordSet set{"people",     "residents", "president", "minister", "ministry", "government",
                                 "university", "bank",      "soldiers",  "army",     "king",     "leader",
                                 "chief",      "republic",  "mayor",     "governor", "forces",   "citizens"};
        return set.count(noun) > 0;
    }

    /// "Baghdad's western Amriya district", "Aceh's capital, Banda Aceh": what the first holds stands where it stands.
    void find_holder(std::size_t i) {
        Candidate& holder = candidates_[i - 1];
        Candidate& here = candidates_[i];
        if (!is_possessive(lower(holder.end)) || here.first <= holder.end || here.first - holder.end > 5) return;
        for (std::size_t w = holder.end + 1; w < here.first; ++w)
            if (!place_nouns().count(lower(w)) && !is_filler(w) && lower(w) != ",") return;
        holder.container = true;
        here.held = true;
        here.lead = holder.lead;
        here.weight = std::max(here.weight, holder.weight + 1);  // the possessive took one
    }

    /// Does the place hold the one before it: only words of place, distance and direction between them?
    void find_containers(std::size_t i) {
        static const WordSet between{"in",         "of",         "near", ",",     "from",   "outside", "about",
                                     "kilometers", "kilometres", "km",   "miles", "within", "on",      "at",
                                     "inside",     "around",     "(",    ")",     "some",   "capital"};
        const Candidate& before = candidates_[i - 1];
        Candidate& here = candidates_[i];
        if (before.end >= here.first || here.first - before.end > 12) return;
        if (here.held || (before.weight < 1 && !before.container)) return;
        bool only_commas = true;
        for (std::size_t w = before.end; w < here.first; ++w) {
            const std::string_view word = lower(w);
            const bool number = !word.empty() && word[0] >= '0' && word[0] <= '9';
            if (!between.count(word) && !place_nouns().count(word) && !directions().count(word) &&
                !describing().count(word) && !number && !is_possessive(word))
                return;
            only_commas = only_commas && word == ",";
        }
        const bool coarse = here.mention->place && is_coarse(*here.mention->place);
        if (only_commas && !coarse) return;
        here.container = true;
    }

    static bool is_coarse(const Place& place) {
        return is_large(place) || place.feature == FeatureClass::administrative ||
               place.feature == FeatureClass::region;
    }

    /// Is a place of the same country named, too?
    bool holds_another(const Candidate& large) const {
        return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
            const Place* place = other.mention->place.get();
            return &other != &large && other.weight >= 1 &&
                   (!place || (place->country == large.mention->place->country && !is_large(*place)));
        });
    }

    /// What each word parts a verb and a place by, summed up from the sentence's begin.
    void add_costs() {
        costs_.assign(words_.size() + 1, 0);
        tells_.assign(words_.size(), false);
        for (std::size_t i = 0; i < words_.size(); ++i) {
            double cost = 1;
            if (words_[i].lower == ",") cost += 3;
            if (ends_clause(words_[i].lower)) cost += end_of_clause_cost;
            tells_[i] = may_tell(words_[i]) && name_at_[i] < 0;
            if (tells_[i]) cost += other_verb_cost;
            costs_[i + 1] = costs_[i] + cost;
        }
    }

    /// "to" and "from" tell where only what moves happened.
    double cost_of_way(const Candidate& candidate, std::size_t trigger) const {
        const std::string_view lead = candidate.lead >= 0 ? lower(static_cast<std::size_t>(candidate.lead)) : "";
        const bool from = lead == "from" || lead == "off", to = lead == "to" || lead == "towards" || lead == "toward";
        if (!from && !to) return 0;
        const EventKind kind = words_[trigger].entry ? words_[trigger].entry->kind : EventKind::other;
        const bool moves = kind == EventKind::displacement || kind == EventKind::visit ||
                           lower(trigger).starts_with("march") || lower(trigger).starts_with("with");
        if (from) return moves ? 0 : 30;
        return moves ? 0 : way_cost;
    }

    double cost_of(const Candidate& candidate, std::size_t trigger) const {
        std::size_t begin = trigger + 1, end = 0;
        const bool behind = candidate.first > trigger;
        if (behind) {
            end =
                static_cast<std::size_t>(std::max<std::ptrdiff_t>(candidate.lead, static_cast<std::ptrdiff_t>(begin)));
        } else {
            begin = candidate.end;
            end = trigger;
        }
        double cost = behind ? 0 : before_verb_cost;
        if (end > begin) cost += costs_[end] - costs_[begin];
        if (!behind && candidate.lead <= 0) cost /= 3;
        return cost - 2 * candidate.weight + cost_of_way(candidate, trigger) +
               (candidate.mention->place && is_large(*candidate.mention->place)
                    ? large_place_cost + (holds_another(candidate) ? holds_another_cost : 0)
                    : 0);
    }

    std::vector<const PlaceMention*> places_of(std::size_t trigger) const {
        std::size_t best = candidates_.size();
        double best_cost = farthest;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate& candidate = candidates_[i];
            if (candidate.container || candidate.weight < 1) continue;
            if (const double cost = cost_of(candidate, trigger); cost < best_cost) {
                best = i;
                best_cost = cost;
            }
        }
        std::vector<const PlaceMention*> places;
        if (best == candidates_.size()) return places;
        places.push_back(candidates_[best].mention);
        for (std::size_t i = best + 1; i < candidates_.size() && are_joined(candidates_[i - 1], candidates_[i]); ++i)
            places.push_back(candidates_[i].mention);
        return places;
    }

    /// "Daba, Chambor and Majak", "the towns of A and the village of B".
    bool are_joined(const Candidate& a, const Candidate& b) const {
        if (b.container) return false;
        bool joined = false;
        for (std::size_t i = a.end; i < b.first; ++i) {
            const std::string_view word = lower(i);
            joined = joined || word == "," || word == "and" || word == "or";
            const bool filler = word == "," || word == "and" || word == "or" || word == "the" || word == "in" ||
                                word == "of" || word == "as" || word == "well" || word == "both" ||
                                place_nouns().count(word);
            if (!filler) return false;
        }
        return joined;
    }

    const SentenceReading& sentence_;
    const std::vector<ReadWord>& words_;
    std::vector<Candidate> candidates_;
    std::vector<double> costs_;            ///< of the words before each
    std::vector<bool> tells_;              ///< may the word tell what happened?
    std::vector<std::ptrdiff_t> name_at_;  ///< of each word: the candidate that it belongs to, or -1
};

}  // namespace

std::vector<Happening> happenings_of(const SentenceReading& sentence) {
    return Reader(sentence).run();
}

Modality modality_at(const SentenceReading& sentence, const TextRange& trigger) {
    static const WordSet denying{"not",     "never",   "n't",       "n’t", "without", "failed", "fails",
                                 "neither", "averted", "prevented", "no",  "nobody",  "none"};
    static const WordSet denials{"deny",    "denied",    "denies",  "denying", "rejected", "rejects",
                                 "refuted", "dismissed", "refused", "refuses", "false",    "untrue"};
    static const WordSet planning{
        "will",   "would", "plan",      "plans",      "planned",  "planning",  "intends",   "intend",
        "vowed",  "vows",  "threatens", "threatened", "prepare",  "preparing", "hopes",     "wants",
        "aims",   "urged", "urges",     "demand",     "demanded", "ordered",   "called",    "scheduled",
        "should", "must",  "shall",     "tried",      "trying",   "attempted", "attempting"};
    static const WordSet doubting{"could",    "may",     "might",  "if",       "allegedly", "reportedly",
                                  "possibly", "perhaps", "unless", "unlikely", "alleged",   "suspected"};
    constexpr std::size_t near = 5, far = 10;
    const std::size_t at = sentence.word_at(trigger.begin);
    Modality modality = Modality::fact;
    for (std::size_t back = 1; back <= far && back <= at; ++back) {
        const std::string_view word = sentence.words[at - back].lower;
        if (word == ";" || word == "," || word == "and" || word == "but") break;
        if (denials.count(word) || (back <= near && denying.count(word))) return Modality::denied;
        if (back <= near && planning.count(word)) modality = Modality::planned;
        if (doubting.count(word) && modality == Modality::fact && (back <= near || word == "unlikely"))
            modality = Modality::possible;
    }
    return modality;
}

}  // namespace chronomap
