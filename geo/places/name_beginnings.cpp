#include "geo/places/name_beginnings.hpp"

#include <algorithm>

#include "geo/places/unlisted_words.hpp"

namespace chronomap {
using namespace unlisted;

namespace {

class NameBeginnings {
  public:
    NameBeginnings(const ScannedText& text, std::vector<bool>& taken, std::vector<PlaceMention>& mentions)
        : words_(text.words), text_(text), taken_(taken), mentions_(mentions) {}

    void run() {
        for (std::size_t m = 0; m < mentions_.size(); ++m) {
            PlaceMention& mention = mentions_[m];
            if (mention.kind == PlaceMentionKind::part_of_name) {
                free_generic(mention);
                continue;
            }
            if (mention.kind != PlaceMentionKind::toponym && mention.kind != PlaceMentionKind::fuzzy) continue;
            const std::uint32_t first = word_at(mention.range.begin);
            const std::uint32_t end = end_of(mention, first);
            if (end == first) continue;
            if (end == first + 1 && is_particle(words_[first].key) && touches(end)) {
                dropped_.push_back(m);
                taken_[first] = false;
                continue;
            }
            read(m, first, end);
        }
        for (auto m = dropped_.rbegin(); m != dropped_.rend(); ++m)
            mentions_.erase(mentions_.begin() + static_cast<std::ptrdiff_t>(*m));
        mentions_.insert(mentions_.end(), whole_.begin(), whole_.end());
    }

  private:
    std::uint32_t word_at(std::uint32_t byte) const {
        const auto word =
            std::partition_point(words_.begin(), words_.end(), [&](const NameWord& w) { return w.end <= byte; });
        return static_cast<std::uint32_t>(word - words_.begin());
    }

    /// Behind the last word of a mention that begins at `first`.
    std::uint32_t end_of(const PlaceMention& mention, std::uint32_t first) const {
        while (first < words_.size() && words_[first].begin < mention.range.end) ++first;
        return first;
    }

    /// Does a hyphen, an apostrophe or the like, and no space, stand before the word?
    bool touches(std::uint32_t i) const {
        return i > 0 && i < words_.size() && words_[i].gap != WordGap::space && words_[i].gap != WordGap::line &&
               words_[i].gap != WordGap::comma && words_[i].gap != WordGap::period &&
               words_[i].begin - words_[i - 1].end <= 4;
    }

    /// "Rifa'at", but not "Rifa's"
    bool goes_on_at(std::uint32_t i) const {
        const bool joined =
            i < words_.size() && (words_[i].gap == WordGap::hyphen || words_[i].gap == WordGap::apostrophe);
        return joined && touches(i) && !taken_[i] && words_[i].key != "s" && !text_.sentence_start[i];
    }

    /// "Al-Zara Power Plant": a word for a site ends the name that the mention is part of.
    bool ends_as_site(const PlaceMention& mention, std::uint32_t first) const {
        constexpr std::uint32_t longest = 3;
        const std::uint32_t end = end_of(mention, first);
        for (std::uint32_t i = end - 1; i < words_.size() && i < end + longest; ++i) {
            if (i >= end && (!words_[i].capitalised || words_[i].gap != WordGap::space)) return false;
            if (i > first && contains(last_words(), words_[i].key)) return true;
        }
        return false;
    }

    /// "Khan Touman", taken for a person: the words around it may still call it a place.
    void free_generic(const PlaceMention& mention) {
        const std::uint32_t first = word_at(mention.range.begin);
        const auto is_generic = [&](std::uint32_t i) {
            return words_[i].capitalised && contains(first_words(), words_[i].key) && words_[i].key != "abu";
        };
        const bool before = first > 0 && words_[first].gap == WordGap::space && is_generic(first - 1);
        if (first >= words_.size() || !(is_generic(first) || before || ends_as_site(mention, first))) return;
        for (std::uint32_t i = first; i < words_.size() && words_[i].begin < mention.range.end; ++i) taken_[i] = false;
    }

    void read(std::size_t m, std::uint32_t first, std::uint32_t end) {
        PlaceMention& mention = mentions_[m];
        std::uint32_t begin = first;
        if (begin > 0 && touches(begin) && is_particle(words_[begin - 1].key) && !taken_[begin - 1]) --begin;
        const bool generic = begin > 0 && words_[begin].gap == WordGap::space && words_[begin - 1].capitalised &&
                             contains(first_words(), words_[begin - 1].key);
        const bool single = end == first + 1;
        const bool goes_on = single && contains(first_words(), words_[first].key) && end < words_.size() &&
                             !text_.sentence_start[end] && !taken_[end] && words_[end].gap == WordGap::space &&
                             (words_[end].capitalised || is_particle(words_[end].key)) &&
                             !contains(other_words(), words_[end].key);
        const bool state = mention.place && mention.place->feature_code.starts_with("PCL");
        if (generic && !state) {
            --begin;
            while (goes_on_at(end)) ++end;
        } else if (goes_on) {
            ++end;
            while (goes_on_at(end)) ++end;
        } else {
            if (begin == first) return;
            mention.range.begin = words_[begin].begin;
            taken_[begin] = true;
            return;
        }
        PlaceMention whole;
        whole.range = {words_[begin].begin, std::max(words_[end - 1].end, mention.range.end)};
        whole.kind = PlaceMentionKind::unlisted;
        whole.reason = "in no gazetteer; read by its first word";
        whole.confidence = 0.5;
        for (std::uint32_t i = begin; i < end; ++i) taken_[i] = true;
        dropped_.push_back(m);
        if (generic && m > 0 && mentions_[m - 1].range.begin == words_[begin].begin &&
            (dropped_.size() < 2 || dropped_[dropped_.size() - 2] != m - 1) &&
            mentions_[m - 1].range.end <= mention.range.begin)
            dropped_.insert(dropped_.end() - 1, m - 1);
        whole_.push_back(std::move(whole));
    }

    const std::vector<NameWord>& words_;
    const ScannedText& text_;
    std::vector<bool>& taken_;
    std::vector<PlaceMention>& mentions_;
    std::vector<std::size_t> dropped_;  ///< numbers of mentions, ascending
    std::vector<PlaceMention> whole_;
};

}  // namespace

void join_name_beginnings(const ScannedText& text, std::vector<bool>& taken, std::vector<PlaceMention>& mentions) {
    NameBeginnings(text, taken, mentions).run();
}

}  // namespace chronomap
