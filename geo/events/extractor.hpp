#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/dates/extract_dates.hpp"
#include "geo/events/event.hpp"
#include "geo/places/gazetteer.hpp"

namespace chronomap {

/// Words that tell the kind of an event, from assets/triggers, and verbs of saying.
class TriggerTable;

/// Article in, events out. Immutable after loading; `extract` is pure and may run on several threads at once.
class Extractor {
  public:
    struct Files {
        Gazetteer::Sources gazetteer;
        std::vector<std::string> periods;
        std::vector<std::string> languages;  ///< of words for dates; the first is that of articles in no other
        std::vector<std::string> triggers;   ///< one for each language; the first is that of articles in no other
    };
    /// The files of the installed or built program (see geo/base/asset_paths.hpp), plus `user_gazetteers`.
    static Files default_files(std::vector<std::string> user_gazetteers = {});

    static Result<Extractor> load(const Files& files);
    ~Extractor();
    Extractor(Extractor&&) noexcept;
    Extractor& operator=(Extractor&&) noexcept;

    Extraction extract(Article article) const;
    const Gazetteer& gazetteer() const;

  private:
    struct Impl;
    explicit Extractor(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
