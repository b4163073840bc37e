#include "geo/events/happenings.hpp"

#include <algorithm>
#include <string>

#include "geo/events/happening_words.hpp"
#include "geo/events/place_roles.hpp"
#include "geo/events/place_ties.hpp"
#include "geo/events/telling_words.hpp"

namespace chronomap {
namespace {

// What stands between a verb and its place, in words that would part them as much; tuned by coordinate descent on the
// training part of the event-location sentences (newswire on conflicts).
constexpr double farthest = 50;
constexpr double farthest_untied = 40;  // of a place that no word ties
constexpr double comma_cost = 5;
constexpr double end_of_clause_cost = 16;
constexpr double other_verb_cost = 2;
constexpr double before_verb_cost = 9;
constexpr double way_cost = 20;
constexpr double topic_cost = 14;
constexpr double unlisted_place_cost = 2;
constexpr double coarse_place_cost = 9;   // a province or a region, where something finer may be meant
constexpr double large_place_cost = 12;   // a state
constexpr double holds_another_cost = 6;  // and a place in it is named

class Reader {
  public:
    explicit Reader(const SentenceReading& sentence)
        : sentence_(sentence), words_(sentence.words), ties_(place_ties_of(sentence)) {
        if (!ties_.places.empty()) add_costs();
    }

    std::vector<Happening> run() {
        std::vector<Happening> out;
        if (ties_.places.empty()) return out;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (!tells_[i] || in_date(words_[i].range)) continue;
            const bool capital_inside = words_[i].capitalised && i > 0 && !words_[i - 1].punctuation;
            if (capital_inside) continue;
            Happening happening;
            if (!find_places(i, out, happening)) continue;
            happening.trigger = words_[i].range;
            if (words_[i].entry) happening.kind = words_[i].entry->kind;
            happening.modality = modality_at(sentence_, words_[i].range);
            out.push_back(std::move(happening));
        }
        return out;
    }

  private:
    bool find_places(std::size_t trigger, const std::vector<Happening>& before, Happening& happening) const {
        if (const std::size_t tied = nearest(trigger, Tied::by_words); tied < ties_.places.size()) {
            happening.places = listed_from(tied);
        } else if (const std::size_t loose = nearest(trigger, Tied::by_nothing_else); loose < ties_.places.size()) {
            happening.places = {ties_.places[loose].mention};
            happening.loose = true;
        } else if (goes_on_from(trigger, before)) {
            happening.places = before.back().places;
            happening.loose = before.back().loose;
        }
        return !happening.places.empty();
    }

    /// "… exploded in Hilla, killing two": a further verb of the clause happened where the one before it did.
    bool goes_on_from(std::size_t trigger, const std::vector<Happening>& before) const {
        if (before.empty()) return false;
        for (std::size_t w = sentence_.word_at(before.back().trigger.end); w < trigger; ++w)
            if (ends_clause(lower(w))) return false;
        return true;
    }

    std::string_view lower(std::size_t i) const {
        return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view{};
    }

    bool in_date(const TextRange& range) const {
        return std::any_of(sentence_.dates.begin(), sentence_.dates.end(),
                           [&](const DateMention* date) { return date->range.contains(range); });
    }

    std::string_view lead_of(const PlaceTie& tie) const {
        return tie.lead >= 0 ? lower(static_cast<std::size_t>(tie.lead)) : std::string_view{};
    }

    /// Is a place of the same country named, too?
    bool holds_another(const PlaceTie& large) const {
        return std::any_of(ties_.places.begin(), ties_.places.end(), [&](const PlaceTie& other) {
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
            if (words_[i].lower == ",") cost += comma_cost;
            if (ends_clause(words_[i].lower)) cost += end_of_clause_cost;
            tells_[i] = may_tell(words_[i]) && ties_.name_at[i] < 0;
            if (tells_[i]) cost += other_verb_cost;
            costs_[i + 1] = costs_[i] + cost;
        }
    }

    /// "to" and "from" tell where only what moves happened.
    double cost_of_way(const PlaceTie& tie, std::size_t trigger) const {
        const std::string_view lead = lead_of(tie);
        const bool from = lead == "from" || lead == "off", to = lead == "to" || lead == "towards" || lead == "toward";
        if (!from && !to) return 0;
        const EventKind kind = words_[trigger].entry ? words_[trigger].entry->kind : EventKind::other;
        const bool moves = kind == EventKind::displacement || kind == EventKind::visit ||
                           lower(trigger).starts_with("march") || lower(trigger).starts_with("with");
        if (from) return moves ? 0 : 30;
        return moves ? 0 : way_cost;
    }

    /// "protested against a war on Iraq": what a protest is about is not where it is.
    double cost_of_topic(const PlaceTie& tie, std::size_t trigger) const {
        const TriggerEntry* entry = words_[trigger].entry;
        if (!entry || entry->kind != EventKind::protest || tie.first < trigger) return 0;
        static const WordSet topics{"against", "over", "demanding", "support", "for", "about", "protest", "denounce"};
        constexpr std::size_t longest = 14;
        for (std::size_t i = trigger + 1; i < tie.first && i < trigger + longest; ++i) {
            const bool object = i == trigger + 1 && (lower(i) == "the" || lower(i) == "what");
            if (!object && !topics.count(lower(i))) continue;
            const std::string_view lead = lead_of(tie);
            return lead == "in" || lead == "at" || lead == "outside" ? topic_cost : 3 * topic_cost;
        }
        return 0;
    }

    double cost_of_size(const PlaceTie& tie) const {
        const Place* place = tie.mention->place.get();
        if (!place) return unlisted_place_cost;
        if (is_large(*place))
            return coarse_place_cost + large_place_cost + (holds_another(tie) ? holds_another_cost : 0);
        return is_coarse(*place) ? coarse_place_cost : 0;
    }

    double cost_of(const PlaceTie& tie, std::size_t trigger) const {
        std::size_t begin = trigger + 1, end = 0;
        const bool behind = tie.first > trigger;
        if (behind) {
            end = static_cast<std::size_t>(std::max<std::ptrdiff_t>(tie.lead, static_cast<std::ptrdiff_t>(begin)));
        } else {
            begin = tie.end;
            end = trigger;
        }
        double cost = behind ? 0 : before_verb_cost;
        if (end > begin) cost += costs_[end] - costs_[begin];
        if (!behind && tie.lead <= 0) cost /= 3;  // what opens the sentence governs it
        return cost - tie.weight + cost_of_size(tie) + cost_of_way(tie, trigger) + cost_of_topic(tie, trigger);
    }

    enum class Tied { by_words, by_nothing_else };

    /// The nearest place, or the number of all.
    std::size_t nearest(std::size_t trigger, Tied tied) const {
        std::size_t best = ties_.places.size();
        double best_cost = tied == Tied::by_words ? farthest : farthest_untied;
        for (std::size_t i = 0; i < ties_.places.size(); ++i) {
            const PlaceTie& tie = ties_.places[i];
            if (tie.container || (tied == Tied::by_words ? tie.weight < 1 : !tie.may_locate)) continue;
            if (const double cost = cost_of(tie, trigger); cost < best_cost) {
                best = i;
                best_cost = cost;
            }
        }
        return best;
    }

    std::vector<const PlaceMention*> listed_from(std::size_t first) const {
        const auto& all = ties_.places;
        std::vector<const PlaceMention*> places{all[first].mention};
        for (std::size_t i = first + 1; i < all.size() && are_joined(all[i - 1], all[i]); ++i)
            places.push_back(all[i].mention);
        return places;
    }

    /// "Daba, Chambor and Majak", "the towns of A and the village of B".
    bool are_joined(const PlaceTie& a, const PlaceTie& b) const {
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
    PlaceTies ties_;
    std::vector<double> costs_;  ///< of the words before each
    std::vector<bool> tells_;    ///< may the word tell what happened?
};

}  // namespace

std::vector<Happening> happenings_of(const SentenceReading& sentence) {
    return Reader(sentence).run();
}

}  // namespace chronomap
