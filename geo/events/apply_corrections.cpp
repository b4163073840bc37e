#include "geo/events/apply_corrections.hpp"

#include <algorithm>
#include <deque>

#include "geo/events/match_anchors.hpp"
#include "geo/places/normalise.hpp"
#include "geo/text/folded_text.hpp"

namespace chronomap {

namespace {

/// An event on its way from what was read to what is shown.
struct Draft {
    const Event* read = nullptr;  ///< null for one that the user made
    Event event;
    UserMark mark;
    bool merged = false;
};

class Correcting {
  public:
    Correcting(std::span<const ExtractionPtr> articles, const EventCorrections& corrections)
        : corrections_(corrections) {
        for (const ExtractionPtr& each : articles) articles_.emplace(each->article.id, each.get());
    }

    AppliedCorrections run() {
        find_events();
        add_events();
        split_events();
        for (const auto& each : corrections_.events) correct(*each);
        for (const auto& each : corrections_.merges) merge(*each);
        for (const auto& each : corrections_.apart) tell_apart(*each);
        return finish();
    }

  private:
    bool is_open(const EventAnchor& at) const { return articles_.contains(at.article_id); }

    Draft* draft(const std::string& key) {
        const auto found = by_key_.find(key);
        return found == by_key_.end() ? nullptr : found->second;
    }

    Draft& begin_draft(const std::string& key, const Event& event, const Event* read, EventOrigin origin) {
        Draft& made = drafts_.emplace_back();
        made.read = read;
        made.event = event;
        made.event.user.reset();
        made.mark.key = key;
        made.mark.origin = origin;
        by_key_.insert_or_assign(key, &made);
        return made;
    }

    void lose(const EventAnchor& at, std::string what) {
        if (is_open(at)) applied_.lost.push_back({at.event_id, at.article_id, at.quote, std::move(what)});
    }

    /// Drafts of all that was read and is spoken of.
    void find_events() {
        std::unordered_set<std::string_view> made;
        for (const auto& each : corrections_.added) made.insert(each->at.event_id);
        for (const auto& each : corrections_.splits) made.insert(each->twins.begin(), each->twins.end());
        std::vector<const EventAnchor*> anchors;
        const auto want = [&](const EventAnchor& at) {
            if (is_open(at) && made.insert(at.event_id).second) anchors.push_back(&at);
        };
        for (const auto& each : corrections_.splits) want(each->at);
        for (const auto& each : corrections_.events) want(each->at);
        for (const auto& each : corrections_.merges) {
            want(each->kept);
            for (const EventAnchor& other : each->others) want(other);
        }
        for (const auto& each : corrections_.apart) {
            want(each->one);
            want(each->other);
        }
        const auto found = match_anchors(articles_, anchors);
        for (std::size_t i = 0; i < anchors.size(); ++i)
            if (found[i] != nullptr) begin_draft(anchors[i]->event_id, *found[i], found[i], EventOrigin::read);
    }

    void add_events() {
        for (const auto& each : corrections_.added) {
            if (!is_open(each->at)) continue;
            const Extraction& article = *articles_.at(each->at.article_id);
            const auto sentence = find_folded(article.article.text, each->at.quote, each->at.sentence.begin);
            if (!sentence) {
                lose(each->at, "an added event");
                continue;
            }
            Event event;
            event.id = each->at.event_id;
            event.article_id = each->at.article_id;
            event.quote = each->at.quote;
            event.sentence = *sentence;
            event.place = each->place.place;
            event.date = each->date;
            event.dated_by = DatedBy::user;
            event.confidence = 1;
            find_words(event, each->at.place_surface, article);
            begin_draft(event.id, event, nullptr, EventOrigin::added);
        }
    }

    /// Where in its sentence an added event's place and date stand, if they do.
    static void find_words(Event& event, const std::string& surface, const Extraction& article) {
        for (const PlaceMention& mention : article.places)
            if (!surface.empty() && event.sentence.contains(mention.range) &&
                mention.range.of(article.article.text) == surface) {
                event.place_range = mention.range;
                event.place_surface = surface;
                break;
            }
        for (const DateMention& mention : article.dates)
            if (event.sentence.contains(mention.range) && mention.date == event.date) {
                event.date_range = mention.range;
                event.dated_by = mention.dated_by;
                break;
            }
    }

    void split_events() {
        for (const auto& each : corrections_.splits) {
            const Draft* of = draft(each->at.event_id);
            if (of == nullptr) {
                lose(each->at, "a split");
                continue;
            }
            for (const std::string& twin : each->twins) {
                Draft& made = begin_draft(twin, of->event, nullptr, EventOrigin::split_off);
                made.event.id = twin;
            }
        }
    }

    /// The article's spelling stays with a place that bears the name; another place takes the mention that it has in
    /// the sentence, or goes by its own name.
    void place(Draft& draft, const PlacePtr& place) {
        Event& event = draft.event;
        draft.mark.read_place = event.place;
        draft.mark.read_place_surface = event.place_surface;
        event.place = place;
        const auto is_it = [&](const PlacePtr& other) { return other && other->id == place->id; };
        const auto means_it = [&](const PlaceMention& mention) {
            return is_it(mention.place) || std::ranges::any_of(mention.candidates, is_it, &PlaceCandidate::place);
        };
        const Extraction& article = *articles_.at(event.article_id);
        const auto own = std::ranges::find(article.places, event.place_range, &PlaceMention::range);
        if (own != article.places.end() && !event.place_range.empty() && means_it(*own)) return;
        for (const PlaceMention& mention : article.places)
            if (event.sentence.contains(mention.range) && means_it(mention)) {
                event.place_range = mention.range;
                event.place_surface = mention.range.of(article.article.text);
                return;
            }
        const std::string key = name_key(event.place_surface);
        const bool bears_it = name_key(place->name) == key || std::ranges::any_of(place->names, [&](const auto& name) {
                                  return name_key(name.text) == key;
                              });
        if (!bears_it) event.place_surface.clear();
    }

    static std::string words_of(const EventCorrection& correction) {
        std::string words;
        const auto add = [&](bool given, const char* what) {
            if (given) words += (words.empty() ? "" : ", ") + std::string(what);
        };
        add(correction.place.has_value(), "place");
        add(correction.date.has_value(), "date");
        add(correction.kind.has_value(), "kind");
        add(correction.modality.has_value(), "how it is told");
        add(correction.attribution.has_value(), "who says so");
        add(correction.verdict != Verdict::none, name_of(correction.verdict).data());
        add(!correction.note.empty(), "note");
        return words;
    }

    void correct(const EventCorrection& correction) {
        Draft* of = draft(correction.at.event_id);
        if (of == nullptr) {
            lose(correction.at, words_of(correction));
            return;
        }
        Event& event = of->event;
        UserMark& mark = of->mark;
        if (correction.place) place(*of, correction.place->place);
        if (correction.date) {
            mark.read_date = std::exchange(event.date, *correction.date);
            mark.read_dated_by = std::exchange(event.dated_by, DatedBy::user);
        }
        if (correction.kind) mark.read_kind = std::exchange(event.kind, *correction.kind);
        if (correction.modality) mark.read_modality = std::exchange(event.modality, *correction.modality);
        if (correction.attribution) mark.read_attribution = std::exchange(event.attribution, *correction.attribution);
        mark.verdict = correction.verdict;
        mark.note = correction.note;
    }

    /// What is told of an event whose article is closed.
    static Event event_from(const EventAnchor& at) {
        Event event;
        event.id = at.event_id;
        event.article_id = at.article_id;
        event.quote = at.quote;
        event.place_surface = at.place_surface;
        if (auto date = EdtfDate::parse(at.date)) event.date = *date;
        return event;
    }

    void merge(const EventMerge& merge) {
        Draft* kept = draft(merge.kept.event_id);
        if (kept == nullptr || kept->merged) {
            lose(merge.kept, "a merging");
            return;
        }
        for (const EventAnchor& at : merge.others) {
            Draft* other = draft(at.event_id);
            if (other != nullptr && (other == kept || other->merged)) continue;
            if (other == nullptr) {
                lose(at, "being told by another event");
                kept->mark.merged.push_back(event_from(at));
                continue;
            }
            other->merged = true;
            if (has_said(other->mark)) other->event.user = std::make_shared<const UserMark>(other->mark);
            kept->mark.merged.push_back(other->event);
        }
    }

    void tell_apart(const ReportsApart& pair) {
        Draft *one = draft(pair.one.event_id), *other = draft(pair.other.event_id);
        if (one == nullptr) lose(pair.one, "being told apart");
        if (other == nullptr) lose(pair.other, "being told apart");
        if (one == nullptr || other == nullptr) return;
        ++one->mark.apart;
        ++other->mark.apart;
        applied_.decisions.apart.emplace_back(one->event.id, other->event.id);
    }

    static bool has_said(const UserMark& mark) {
        return mark.verdict != Verdict::none || !mark.note.empty() || mark.corrects() ||
               mark.origin != EventOrigin::read;
    }

    AppliedCorrections finish() {
        for (Draft& each : drafts_) {
            if (each.merged && each.read != nullptr) applied_.merged.insert(each.read);
            applied_.made_merged += each.merged && each.read == nullptr;
            if (each.merged) continue;
            each.event.user = std::make_shared<const UserMark>(std::move(each.mark));
            if (each.read != nullptr)
                applied_.changed.emplace(each.read, std::move(each.event));
            else
                applied_.made.push_back(std::move(each.event));
        }
        return std::move(applied_);
    }

    const EventCorrections& corrections_;
    std::unordered_map<std::string_view, const Extraction*> articles_;
    std::deque<Draft> drafts_;  ///< stay where they are
    std::unordered_map<std::string, Draft*> by_key_;
    AppliedCorrections applied_;
};

}  // namespace

AppliedCorrections apply_corrections(std::span<const ExtractionPtr> articles, const EventCorrections& corrections) {
    if (corrections.empty()) return {};
    return Correcting(articles, corrections).run();
}

ExtractionPtr corrected(const ExtractionPtr& article, const AppliedCorrections& applied, RejectedEvents rejected) {
    const auto is_of_it = [&](const Event& event) { return event.article_id == article->article.id; };
    const bool made = std::ranges::any_of(applied.made, is_of_it);
    const bool concerned = made || std::ranges::any_of(article->events, [&](const Event& event) {
                               return applied.changed.contains(&event) || applied.merged.contains(&event);
                           });
    if (!concerned) return article;
    auto result = std::make_shared<Extraction>(*article);
    result->events.clear();
    const auto take = [&](const Event& event) {
        if (rejected == RejectedEvents::as_events || verdict_of(event) != Verdict::rejected) {
            result->events.push_back(event);
            return;
        }
        const std::string note(note_of(event));
        result->residue.push_back({ResidueReason::not_an_event, event.sentence,
                                   "rejected by the user" + (note.empty() ? "" : ": " + note)});
    };
    for (const Event& event : article->events) {
        if (applied.merged.contains(&event)) continue;
        const auto changed = applied.changed.find(&event);
        take(changed == applied.changed.end() ? event : changed->second);
    }
    for (const Event& event : applied.made)
        if (is_of_it(event)) take(event);
    return result;
}

}  // namespace chronomap
