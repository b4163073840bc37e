#include "geo/events/place_ties.hpp"

#include <algorithm>
#include <string_view>

#include "geo/events/happening_words.hpp"
#include "geo/events/place_roles.hpp"

namespace chronomap {
namespace {

class TieReader {
  public:
    explicit TieReader(const SentenceReading& sentence) : sentence_(sentence), words_(sentence.words) {}

    PlaceTies run() {
        name_at_.assign(words_.size(), -1);
        for (const PlaceMention* mention : sentence_.named) {
            PlaceTie tie;
            tie.mention = mention;
            tie.first = sentence_.word_at(mention->range.begin);
            tie.end = sentence_.word_at(mention->range.end);
            if (tie.first >= tie.end) continue;
            for (std::size_t i = tie.first; i < tie.end; ++i) name_at_[i] = static_cast<std::ptrdiff_t>(places_.size());
            places_.push_back(tie);
        }
        for (PlaceTie& tie : places_) {
            read_lead(tie);
            tie.weight = weight_of(tie);
            tie.may_locate = tie.weight < 1 && may_locate(tie);
        }
        for (std::size_t i = 1; i < places_.size(); ++i) find_holder(i);
        for (std::size_t i = 1; i < places_.size(); ++i) find_containers(i);
        return {std::move(places_), std::move(name_at_)};
    }

  private:
    std::string_view lower(std::size_t i) const {
        return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view{};
    }

    std::string_view lead_of(const PlaceTie& tie) const {
        return tie.lead >= 0 ? lower(static_cast<std::size_t>(tie.lead)) : std::string_view{};
    }

    bool is_filler(std::size_t i) const {
        const std::string_view word = lower(i);
        return describing().count(word) || directions().count(word) || word == "-" || word.ends_with("-held") ||
               word.ends_with("-controlled") || sentence_.is_demonym(words_[i].range);
    }

    /// Walks back over "the restive city of", "Iraq's northern" to the preposition or verb in front.
    void read_lead(PlaceTie& tie) {
        auto at = static_cast<std::ptrdiff_t>(tie.first) - 1;
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
                places_[static_cast<std::size_t>(name_at_[i])].container = true;
                tie.held = true;
            }
            noun = noun || noun_here;
            settlement = settlement || (noun_here && (settlements().count(lower(i)) || holds_by_size(tie, i)));
            --at;
        }
        tie.lead = at;
    }

    /// How surely the word in front makes it a location.
    double weight_of(const PlaceTie& tie) const {
        const std::ptrdiff_t at = tie.lead;
        const std::string_view lead = at >= 0 ? lower(static_cast<std::size_t>(at)) : std::string_view{};
        const std::string_view before = at >= 1 ? lower(static_cast<std::size_t>(at) - 1) : std::string_view{};
        const std::string_view next = lower(tie.end), after_next = lower(tie.end + 1);
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
        if (tie.mention->place && is_large(*tie.mention->place) && acts(next)) weight = 0;
        if (lead == "from" && (before == "far" || before == "away" || before == "miles" || before == "km" ||
                               before == "kilometers" || before == "kilometres"))
            weight = 0;
        if (lead == "of" && before_is_people(before)) weight = 0;
        // "Banda of Malawi", "Owen, from Puerto Rico": where somebody is from.
        if ((lead == "of" || lead == "from") && noun_before && noun_before->capitalised && at >= 2) weight = 0;
        if (is_speakers(tie)) weight = 0;
        return weight < 1 && is_taken(tie, lead) ? 2.5 : weight;
    }

    /// "Goma was captured": the subject of a passive verb that takes a place.
    bool is_taken(const PlaceTie& tie, std::string_view lead) const {
        const bool opens = tie.lead < 0 || lead == "," || lead == "." || lead == "while" || lead == "when" ||
                           lead == "and" || lead == "that";
        if (!opens) return false;
        std::size_t i = tie.end;
        if (is_possessive(lower(i))) ++i;  // "Harare's streets were patrolled"
        while (place_nouns().count(lower(i))) ++i;
        const std::string_view helper = lower(i);
        bool passive = helper == "was" || helper == "were" || helper == "is" || helper == "are";
        const bool perfect = helper == "has" || helper == "had" || helper == "have";
        for (std::size_t verb = i + 1; (passive || perfect) && verb < words_.size() && verb <= i + 3; ++verb) {
            passive = passive || lower(verb) == "been";
            if (passive && takes_place(lower(verb)) && (lower(verb).ends_with("ed") || lower(verb) == "hit"))
                return true;
        }
        return false;
    }

    /// A place that only describes: "the Mombasa shootout", "his Mombasa home"; no state, no actor, nobody's origin.
    bool may_locate(const PlaceTie& tie) const {
        const std::string_view lead = lead_of(tie);
        if (tie.mention->place && is_large(*tie.mention->place)) return false;
        return lead != "of" && lead != "from" && lead != "by" && lead != "with" && lead != "between" &&
               !is_possessive(lower(tie.end)) && !is_speakers(tie);
    }

    /// "the Sarajevo neighbourhood of Dobrinja": the larger place is before the noun; "the Shaab district of Baghdad".
    bool holds_by_size(const PlaceTie& tie, std::size_t noun) const {
        if (noun == 0 || name_at_[noun - 1] < 0) return false;
        const Place* before = places_[static_cast<std::size_t>(name_at_[noun - 1])].mention->place.get();
        const Place* here = tie.mention->place.get();
        return before && (!here || before->population > here->population);
    }

    /// "According to a doctor in Basra, …": where the speaker is.
    bool is_speakers(const PlaceTie& tie) const {
        constexpr std::size_t longest = 14;
        for (std::size_t back = 1; back <= longest && back <= tie.first; ++back) {
            const std::string_view word = lower(tie.first - back);
            if (word == "," || word == ";" || word == "that") return false;
            if (word == "according") return true;
        }
        return false;
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
        PlaceTie& holder = places_[i - 1];
        PlaceTie& here = places_[i];
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
        const PlaceTie& before = places_[i - 1];
        PlaceTie& here = places_[i];
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

    const SentenceReading& sentence_;
    const std::vector<ReadWord>& words_;
    std::vector<PlaceTie> places_;
    std::vector<std::ptrdiff_t> name_at_;
};

}  // namespace

PlaceTies place_ties_of(const SentenceReading& sentence) {
    return TieReader(sentence).run();
}

}  // namespace chronomap
