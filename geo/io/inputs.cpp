#include "geo/io/inputs.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

#include "geo/io/event_dataset.hpp"
#include "geo/io/map_layer_file.hpp"
#include "geo/io/project_file.hpp"
#include "geo/text/article_reader.hpp"

namespace chronomap {
namespace {

/// One line of JSONL may hold a long article, never a whole corpus.
constexpr std::size_t longest_line = 64u << 20;

class InputReader {
  public:
    InputReader(const std::string& path, const std::function<Result<const Extractor*>()>& extractor,
                const InputOptions& options, const InputSink& sink)
        : path_(path), load_extractor_(extractor), options_(options), sink_(sink) {}

    std::size_t run() {
        if (path_ == "-")
            standard_input();
        else if (path_.ends_with(".jsonl") || path_.ends_with(".ndjson"))
            rows_of_file();
        else if (is_project_file(path_))
            project();
        else if (sink_.layer && is_map_layer(path_))
            layer();
        else if (is_event_dataset(path_))
            dataset();
        else
            article(read_article(path_));
        return errors_;
    }

  private:
    void error(const Error& error) {
        ++errors_;
        sink_.error(error);
    }

    const Extractor* extractor() {
        if (extractor_) return extractor_;
        const auto loaded = load_extractor_();
        if (!loaded) {
            error(loaded.error());
            return nullptr;
        }
        return extractor_ = *loaded;
    }

    /// False when reading must stop.
    bool article(Result<Article> article) {
        if (!article) {
            error(article.error());
            return true;
        }
        const Extractor* with = extractor();
        if (!with) return false;
        if (!article->published) article->published = options_.published;
        return sink_.extraction(with->extract(std::move(*article)));
    }

    void project() {
        auto read = read_project(path_);
        if (!read) return error(read.error());
        for (const ExtractionPtr& extraction : read->extractions)
            if (options_.stop.stop_requested() || !sink_.extraction(*extraction)) return;
    }

    void layer() {
        std::vector<std::string> warnings;
        auto read = read_map_layer(path_, warnings);
        for (const std::string& warning : warnings) sink_.warning(warning);
        if (read)
            sink_.layer(std::move(*read));
        else
            error(read.error());
    }

    void dataset() {
        std::vector<std::string> warnings;
        auto extraction = read_event_dataset(path_, warnings);
        for (const std::string& warning : warnings) sink_.warning(warning);
        if (extraction)
            sink_.extraction(std::move(*extraction));
        else
            error(extraction.error());
    }

    void rows_of_file() {
        std::ifstream file(path_, std::ios::binary);
        if (!file) return error({"no such file, or it may not be read", path_, 0, "check the path"});
        rows(file);
    }

    void rows(std::istream& in) {
        std::string line;
        for (int number = 1; !options_.stop.stop_requested() && std::getline(in, line); ++number) {
            if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
            if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
            if (line.size() > longest_line) {
                error({"is longer than 64 MiB", path_, number, "split the article"});
                continue;
            }
            if (!article(article_from_json_line(line, path_, number))) return;
        }
        if (in.bad()) error({"cannot be read to its end", path_});
    }

    void standard_input() {
        if (std::cin.peek() == '{') return rows(std::cin);
        const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
        article(article_from_bytes(bytes, path_));
    }

    const std::string& path_;
    const std::function<Result<const Extractor*>()>& load_extractor_;
    const InputOptions& options_;
    const InputSink& sink_;
    const Extractor* extractor_ = nullptr;
    std::size_t errors_ = 0;
};

}  // namespace

std::size_t read_input(const std::string& path, const std::function<Result<const Extractor*>()>& extractor,
                       const InputOptions& options, const InputSink& sink) {
    return InputReader(path, extractor, options, sink).run();
}

}  // namespace chronomap
