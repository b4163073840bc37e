#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "geo/base/ordered_work.hpp"
#include "geo/events/extractor.hpp"
#include "geo/layers/map_layer.hpp"

namespace chronomap {

/// Takes what an input gives, as it comes.
struct InputSink {
    /// Returns false to stop (the output can take no more). One at a time, in the order of the input.
    std::function<bool(Extraction)> extraction;
    /// Instead of `extraction` where it is set: what can be done to it on any thread, and what then is done in order.
    std::function<OrderedWork::Delivery(Extraction)> prepare{};
    /// One broken row or file; the rest goes on.
    std::function<void(const Error&)> error;
    std::function<void(const std::string&)> warning;
    /// Areas and lines over time; without it, such files are read as events like any other dataset.
    std::function<void(MapLayerPtr)> layer{};
};

/// What standard input is taken for.
enum class StandardInput : std::uint8_t {
    by_first_character,  ///< JSONL where it begins with "{", else an article
    rows                 ///< JSONL, also when its first row is broken or it has none
};

struct InputOptions {
    std::optional<Day> published;  ///< for articles that do not tell their day
    std::string home{};            ///< of the publishers of articles that do not tell it (Article::home)
    std::stop_token stop{};        ///< asked for between articles
    StandardInput standard_input = StandardInput::by_first_character;
    unsigned jobs = 1;  ///< threads that work on the rows of JSONL
    /// Told between the rows of JSONL: how many bytes were read, of how many (0: not known).
    std::function<void(std::uint64_t bytes, std::uint64_t of_bytes)> progress{};
};

/// Reads one input, whatever it is: an article (.txt, .md, .html), rows of articles (.jsonl, .ndjson), a project (what
/// was extracted, not what the user made of it), an event dataset, a layer (is_map_layer), or "-", standard input,
/// which is JSONL when its first character is "{" and an article otherwise, unless `standard_input` says. JSONL is read
/// a line at a time, in constant memory, by `jobs` threads; the sink is called by one thread at a time, not always the
/// same. Ctrl-C (InterruptWatch) ends the reading of JSONL. The extractor is asked for only when there is text to read.
/// Returns how many errors were told to the sink.
std::size_t read_input(const std::string& path, const std::function<Result<const Extractor*>()>& extractor,
                       const InputOptions& options, const InputSink& sink);

}  // namespace chronomap
