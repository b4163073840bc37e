#include "geo/io/inputs.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "geo/base/interrupt.hpp"
#include "geo/base/line_reader.hpp"
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

    bool stopped() const { return options_.stop.stop_requested() || InterruptWatch::interrupted(); }

    /// What an article gives, to be delivered in its turn. Runs on any thread.
    OrderedWork::Delivery work_on(Result<Article> article, const Extractor& with) {
        if (!article)
            return [this, why = std::move(article.error())] {
                error(why);
                return true;
            };
        if (!article->published) article->published = options_.published;
        if (article->home.empty()) article->home = options_.home;
        Extraction extraction = with.extract(std::move(*article));
        if (sink_.prepare) return sink_.prepare(std::move(extraction));
        return [this, shared = std::make_shared<Extraction>(std::move(extraction))] {
            return sink_.extraction(std::move(*shared));
        };
    }

    void article(Result<Article> article) {
        if (!article) return error(article.error());
        if (const Extractor* with = extractor()) work_on(std::move(article), *with)();
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
        const int descriptor = open(path_.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) return error({"no such file, or it may not be read", path_, 0, "check the path"});
        struct stat status = {};
        const bool known = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
        LineReader lines(descriptor, longest_line, [this] { return stopped(); });
        rows(lines, known ? static_cast<std::uint64_t>(status.st_size) : 0);
        close(descriptor);
    }

    void rows(LineReader& lines, std::uint64_t of_bytes) {
        OrderedWork work(options_.jobs);
        std::string line;
        for (int number = 1; !stopped(); ++number) {
            const LineReader::Got got = lines.next(line);
            if (got == LineReader::Got::end) break;
            if (got == LineReader::Got::error) {
                give_error(work, {std::string("cannot be read to its end: ") + std::strerror(errno), path_, number});
                break;
            }
            if (options_.progress) options_.progress(lines.bytes_read(), of_bytes);
            if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
            if (got == LineReader::Got::too_long) {
                if (!give_error(work, {"is longer than 64 MiB", path_, number, "split the article"})) break;
                continue;
            }
            if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
            const Extractor* with = extractor();
            if (!with) break;
            if (!work.give([this, with, number, row = std::move(line)] {
                    return work_on(article_from_json_line(row, path_, number), *with);
                }))
                break;
        }
        work.finish();
    }

    bool give_error(OrderedWork& work, const Error& why) {
        return work.give([this, why]() -> OrderedWork::Delivery {
            return [this, why] {
                error(why);
                return true;
            };
        });
    }

    void standard_input() {
        LineReader input(STDIN_FILENO, longest_line, [this] { return stopped(); });
        if (options_.standard_input == StandardInput::rows || input.peek() == '{') return rows(input, 0);
        article(article_from_bytes(input.rest(), path_));
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
