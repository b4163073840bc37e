#include "app/window/load_file.hpp"

#include <memory>
#include <optional>
#include <utility>

#include "geo/events/extractor.hpp"
#include "geo/io/inputs.hpp"
#include "geo/places/gazetteer.hpp"

namespace chronomap {

namespace {

/// The extractor, loaded when the first file asks for it. Used by one worker thread at a time.
class LazyExtractor {
  public:
    explicit LazyExtractor(std::vector<std::string> user_gazetteers) : user_gazetteers_(std::move(user_gazetteers)) {}

    Result<const Extractor*> get() {
        if (!extractor_) {
            auto loaded = Extractor::load(Extractor::default_files(user_gazetteers_));
            if (!loaded) return tl::unexpected(loaded.error());
            extractor_ = std::make_shared<const Extractor>(std::move(*loaded));
        }
        return extractor_.get();
    }

    /// The extractor's gazetteer, kept alive with it; null when it cannot be loaded.
    std::shared_ptr<const Gazetteer> gazetteer() {
        if (!get()) return nullptr;
        return {extractor_, &extractor_->gazetteer()};
    }

  private:
    std::vector<std::string> user_gazetteers_;
    std::shared_ptr<const Extractor> extractor_;
};

LoadedFile read_file(const std::string& path, LazyExtractor& lazy, std::stop_token stop) {
    FileContents contents;
    std::optional<Error> first_error;
    std::size_t more_errors = 0;
    InputSink sink;
    sink.extraction = [&](Extraction extraction) {
        contents.extractions.push_back(std::make_shared<const Extraction>(std::move(extraction)));
        return !stop.stop_requested();
    };
    sink.warning = [&](const std::string& warning) { contents.warnings.push_back(warning); };
    sink.error = [&](const Error& error) {
        if (first_error)
            ++more_errors;
        else
            first_error = error;
    };
    InputOptions options;
    options.stop = stop;
    read_input(
        path, [&] { return lazy.get(); }, options, sink);
    if (first_error && contents.extractions.empty()) return tl::unexpected(*first_error);
    if (first_error) {
        const std::string others = more_errors == 0 ? "" : " (and " + std::to_string(more_errors) + " more like it)";
        contents.warnings.push_back(first_error->text() + others);
    }
    // Datasets are read without it, but the map takes the names of its towns from it.
    contents.gazetteer = lazy.gazetteer();
    if (contents.gazetteer) contents.sources = contents.gazetteer->sources();
    return contents;
}

}  // namespace

LoadFile file_loader(std::vector<std::string> user_gazetteers) {
    auto lazy = std::make_shared<LazyExtractor>(std::move(user_gazetteers));
    return [lazy](const std::string& path, std::stop_token stop) { return read_file(path, *lazy, std::move(stop)); };
}

}  // namespace chronomap
