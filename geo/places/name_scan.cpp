#include "geo/places/name_scan.hpp"

#include "geo/places/name_evidence.hpp"

#include <algorithm>
#include <array>

namespace chronomap {
namespace {

constexpr int longest_name_words = 8;

/// Lower-case words inside names: "Rostov on Don", "Stoke-on-Trent", "Ho Chi Minh City of …".
bool is_particle(std::string_view key) {
    constexpr std::array<std::string_view, 37> particles{
        "of",  "the", "de", "la", "le", "les",  "du",  "del", "da", "do", "dos", "di",  "der",
        "den", "an",  "am", "im", "on", "upon", "and", "sur", "al", "el", "y",   "und", "i",
        "ez",  "es",  "ed", "er", "et", "ul",   "ur",  "ash", "ar", "az", "ad"};
    return std::find(particles.begin(), particles.end(), key) != particles.end();
}

bool is_article_particle(std::string_view key) {
    return key == "al" || key == "el" || key == "ad" || key == "ash" || key == "as" || key == "ar" || key == "an";
}

/// May a name begin with this word?
bool may_begin(const std::vector<NameWord>& words, std::uint32_t i) {
    const NameWord& word = words[i];
    if (word.number || word.gap == WordGap::apostrophe) {
        // "Côte d'Ivoire" goes on after an apostrophe, "the 'Aghdam' road" begins after one.
        if (word.number || (i > 0 && words[i - 1].end + 4 > word.begin && words[i - 1].end + 1 >= word.begin - 2 &&
                            word.begin - words[i - 1].end <= 3 && !word.capitalised))
            return false;
    }
    if (word.capitalised) return true;
    return is_article_particle(word.key) && i + 1 < words.size() && words[i + 1].capitalised &&
           words[i + 1].gap == WordGap::hyphen;
}

}  // namespace

std::string key_of(const std::vector<NameWord>& words, std::uint32_t first, std::uint32_t last) {
    std::string key;
    for (std::uint32_t i = first; i < last; ++i) {
        if (i > first) key += ' ';
        key += words[i].key;
    }
    return key;
}

bool is_joined(const std::vector<NameWord>& words, std::uint32_t i) {
    switch (words[i].gap) {
        case WordGap::space:
        case WordGap::line:
        case WordGap::hyphen:
        case WordGap::apostrophe:
            return true;
        case WordGap::period:
            return i > 0 && words[i - 1].key.size() <= 3 && words[i - 1].capitalised;
        default:
            return false;
    }
}

ScannedText scan_text(const Article& article, const TokenisedText& tokens, const Gazetteer::Impl& gazetteer) {
    ScannedText text;
    text.words = split_words(article.text);
    const auto& words = text.words;
    text.lower_case = WordHashes(words.size());
    text.sentence_start.resize(words.size());
    text.sentence.resize(words.size());
    std::size_t next = 0;
    std::uint32_t sentence = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        bool start = i == 0;
        while (next < tokens.sentences.size() && tokens.sentences[next].range.begin <= words[i].begin) {
            start = true;
            ++next;
        }
        if (tokens.sentences.empty() && words[i].gap == WordGap::period &&
            !is_joined(words, static_cast<std::uint32_t>(i)))
            start = true;
        // An opening quotation mark starts a sentence of its own.
        if (i > 0 && words[i].gap == WordGap::other) {
            const std::string_view between =
                std::string_view(article.text).substr(words[i - 1].end, words[i].begin - words[i - 1].end);
            start = start || between.find("\xE2\x80\x9C") != std::string_view::npos ||
                    between.find('"') != std::string_view::npos || between.find('\n') != std::string_view::npos ||
                    between.find(':') != std::string_view::npos;
        }
        if (start && i > 0) ++sentence;
        text.sentence_start[i] = start;
        text.sentence[i] = sentence;
        if (!words[i].capitalised && !words[i].number) text.lower_case.insert(words[i].key);
    }
    text.demonyms.resize(words.size());
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].capitalised && !words[i].number) text.demonyms[i] = gazetteer.by_demonym(words[i].key);
    return text;
}

namespace {

/// The places that an inflected name may mean: "Агдаме", "Երևանում", "Bakıda". Of several endings the one whose place
/// is the most prominent.
NameSpan inflected_name(const std::vector<NameWord>& words, std::uint32_t i, const Gazetteer::Impl& gazetteer,
                        const NameEndings& endings) {
    constexpr std::size_t shortest_stem = 3;  // bytes
    const NameWord& word = words[i];
    NameSpan best;
    double most = -1e9;
    for (const auto& [ending, instead] : endings) {
        if (word.key.size() < ending.size() + shortest_stem || !word.key.ends_with(ending)) continue;
        const std::string key = word.key.substr(0, word.key.size() - ending.size()) + instead;
        auto candidates = gazetteer.find(key, most_candidates);
        std::erase_if(candidates, [](const NamedPlace& c) { return c.abbreviation; });
        for (const NamedPlace& candidate : candidates)
            if (const double strength = strength_of(candidate); strength > most) {
                most = strength;
                best.key = key;
            }
        if (best.key == key) best.candidates = std::move(candidates);
    }
    best.first = i;
    best.last = i + 1;
    return best;
}

}  // namespace

std::vector<NameSpan> scan_names(const ScannedText& text, const Gazetteer::Impl& gazetteer,
                                 const NameEndings& endings) {
    std::vector<NameSpan> spans;
    const auto& words = text.words;
    const auto count = static_cast<std::uint32_t>(words.size());
    std::array<std::size_t, longest_name_words + 1> ends{};
    for (std::uint32_t i = 0; i < count;) {
        if (!may_begin(words, i)) {
            ++i;
            continue;
        }
        const int longest = std::min(gazetteer.longest_name(words[i].key), longest_name_words);
        std::string key;
        int length = 0;
        while (length < longest && i + static_cast<std::uint32_t>(length) < count) {
            const std::uint32_t at = i + static_cast<std::uint32_t>(length);
            if (length > 0) {
                if (!is_joined(words, at)) break;
                key += ' ';
            }
            key += words[at].key;
            ends[static_cast<std::size_t>(++length)] = key.size();
        }
        NameSpan span;
        for (; length > 0; --length) {
            const std::uint32_t last = i + static_cast<std::uint32_t>(length);
            key.resize(ends[static_cast<std::size_t>(length)]);
            int lower = 0;
            for (std::uint32_t at = i + 1; at < last; ++at)
                if (!words[at].capitalised && !is_particle(words[at].key) && words[at].gap != WordGap::hyphen &&
                    words[at].gap != WordGap::apostrophe)
                    ++lower;
            if (length > 1 && !words[last - 1].capitalised && is_particle(words[last - 1].key)) continue;
            if (lower > 0 && gazetteer.layer.find(key) == nullptr) continue;
            const bool capitals = std::all_of(words.begin() + i, words.begin() + last, [](const NameWord& w) {
                return w.all_upper || (w.key.size() == 1 && w.capitalised);
            });
            SharedList<NamedPlace> candidates = gazetteer.find(key, NameSpelling{lower > 0, capitals});
            if (candidates.empty()) continue;
            span.first = i;
            span.last = last;
            span.key = key;
            span.candidates = std::move(candidates);
            break;
        }
        if (length == 0 && !endings.empty() && words[i].capitalised && !words[i].all_upper)
            if (NameSpan inflected = inflected_name(words, i, gazetteer, endings); !inflected.candidates.empty()) {
                ++i;
                spans.push_back(std::move(inflected));
                continue;
            }
        if (length == 0) {
            ++i;
            continue;
        }
        i = span.last;
        spans.push_back(std::move(span));
    }
    return spans;
}

std::vector<NameSpan> split_pairs(const ScannedText& text, const Gazetteer::Impl& gazetteer,
                                  std::vector<NameSpan> spans) {
    std::vector<NameSpan> out;
    out.reserve(spans.size());
    for (NameSpan& span : spans) {
        const bool line = std::any_of(span.candidates.begin(), span.candidates.end(),
                                      [](const NamedPlace& c) { return c.place->extent == ExtentClass::line; });
        std::uint32_t hyphen = 0;
        for (std::uint32_t i = span.first + 1; i < span.last && hyphen == 0; ++i)
            if (text.words[i].gap == WordGap::hyphen) hyphen = i;
        std::vector<NameSpan> ends;
        if (line && hyphen > 0)
            for (const auto& [first, last] : {std::pair{span.first, hyphen}, std::pair{hyphen, hyphen + 1}}) {
                NameSpan end;
                end.first = first;
                end.last = last;
                end.key = key_of(text.words, first, last);
                end.candidates = gazetteer.find(end.key, most_candidates);
                if (!end.candidates.empty()) ends.push_back(std::move(end));
            }
        if (ends.size() == 2)
            for (NameSpan& end : ends) out.push_back(std::move(end));
        else
            out.push_back(std::move(span));
    }
    return out;
}

}  // namespace chronomap
