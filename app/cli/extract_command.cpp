#include "app/cli/extract_command.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <thread>

#include "app/cli/map_options.hpp"
#include "app/cli/messages.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/project/corrected_project.hpp"
#include "geo/io/extraction_writer.hpp"
#include "geo/io/inputs.hpp"
#include "geo/io/project_file.hpp"

namespace chronomap {
namespace {

struct ExtractOptions {
    std::vector<std::string> inputs;
    std::string output;
    std::string format;
    std::vector<std::string> gazetteers;
    std::string published, home;
    bool explain = false;
    unsigned jobs = 1;
    bool rows = false;
    bool as_extracted = false;
    bool with_rejected = false;
};

std::string format_for(const ExtractOptions& options) {
    if (!options.format.empty()) return options.format;
    const auto dot = options.output.rfind('.');
    const std::string extension = dot == std::string::npos ? "" : options.output.substr(dot + 1);
    return output_format_from(extension) ? extension : "jsonl";
}

std::string check_format(const std::string& text) {
    return output_format_from(text) ? "" : "'" + text + "' is none of jsonl, geojson, csv, gpkg, annotations";
}

std::string check_day(const std::string& text) {
    const auto date = parse_date_as_typed(text);
    return date && date->precision() == DatePrecision::day ? "" : "'" + text + "' is not a day; write it as 2023-09-01";
}

bool is_project_input(const std::string& input) {
    return input != "-" && is_project_file(input);
}

/// A new project holds what was extracted; corrections are kept beside it, in the project that they were made in.
bool writes_corrected(const ExtractOptions& options) {
    return !options.as_extracted && !options.output.ends_with(project_extension) &&
           std::ranges::any_of(options.inputs, is_project_input);
}

/// Gives the articles of a project as its user corrected them. Returns how many errors were told.
std::size_t read_corrected(const std::string& path, const ExtractOptions& options, const InputSink& sink) {
    const auto project =
        read_corrected_project(path, options.with_rejected ? RejectedEvents::as_events : RejectedEvents::as_residue);
    if (!project) {
        sink.error(project.error());
        return 1;
    }
    if (!project->lost.empty()) sink.warning(path + ": " + describe(project->lost));
    for (const ExtractionPtr& article : project->articles)
        if (!sink.extraction(*article)) break;
    return 0;
}

int run_extract(const ExtractOptions& options) {
    // Ctrl-C ends the run between two articles, so that what was written stays whole lines.
    TerminalProgress progress("Reading");
    const auto interrupted = [] { return InterruptWatch::interrupted(); };
    const bool corrected = writes_corrected(options);
    auto writer = ExtractionWriter::create(*output_format_from(format_for(options)), options.output,
                                           options.explain ? Explain::yes : Explain::no,
                                           corrected ? UserColumns::yes : UserColumns::no);
    if (!writer) {
        print_error(writer.error());
        return exit_some_failed;
    }
    std::unique_ptr<Extractor> extractor;
    const auto get_extractor = [&]() -> Result<const Extractor*> {
        if (!extractor) {
            auto loaded = Extractor::load(Extractor::default_files(options.gazetteers));
            if (!loaded) return tl::unexpected(loaded.error());
            extractor = std::make_unique<Extractor>(std::move(*loaded));
            for (const std::string& line : extractor->gazetteer().warnings()) print_warning(line);
        }
        return extractor.get();
    };
    InputOptions input_options;
    if (!options.published.empty()) input_options.published = parse_date_as_typed(options.published)->span().begin;
    input_options.home = options.home;
    if (options.rows) input_options.standard_input = StandardInput::rows;
    input_options.jobs = options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
    // Where the results come to the terminal, they are the progress.
    if (!options.output.empty() || !isatty(STDOUT_FILENO))
        input_options.progress = [share = progress.progress(), &progress](std::uint64_t bytes, std::uint64_t of_bytes) {
            if (of_bytes > 0)
                share(static_cast<double>(bytes) / static_cast<double>(of_bytes));
            else
                progress.tell(fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6));
        };
    bool written = true;
    std::size_t delivered = 0;
    InputSink sink;
    sink.error = print_error;
    sink.warning = print_warning;
    sink.prepare = [&](Extraction extraction) -> OrderedWork::Delivery {
        return [&, add = (*writer)->prepare(std::move(extraction))] {
            const auto result = add();
            if (!result) print_error(result.error());
            written = result.has_value();
            delivered += written ? 1 : 0;
            return written && !interrupted();
        };
    };
    sink.extraction = [&](Extraction extraction) { return sink.prepare(std::move(extraction))(); };
    std::size_t errors = 0;
    for (const std::string& input : options.inputs) {
        if (!written || interrupted()) break;
        errors += corrected && is_project_input(input) ? read_corrected(input, options, sink)
                                                       : read_input(input, get_extractor, input_options, sink);
    }
    if (interrupted()) {
        print_error({"interrupted; what was read before is whole"});
        if (options.output.empty()) return 130;
    }
    if (!written) return exit_some_failed;
    // Nothing was read: the file that OUT may be stays as it was.
    if (errors && !delivered && !options.output.empty()) return exit_some_failed;
    if (const auto finished = (*writer)->finish(); !finished) {
        print_error(finished.error());
        return exit_some_failed;
    }
    return errors || interrupted() ? exit_some_failed : exit_done;
}

}  // namespace

void add_extract_command(CLI::App& program, int& exit_status) {
    CLI::App* command =
        program.add_subcommand("extract", "read articles and write what they tell: places, dates, events, residue");
    auto options = std::make_shared<ExtractOptions>();
    command
        ->add_option("input", options->inputs,
                     "articles (.txt .md .html .jsonl), projects, event datasets, or - for standard input")
        ->type_name("INPUT")
        ->required();
    command->add_option("-o,--output", options->output, "the file to write; without it, standard output")
        ->type_name("OUT");
    command
        ->add_option("--format", options->format,
                     "jsonl, geojson, csv, gpkg or annotations; by OUT's extension, else jsonl")
        ->check(check_format);
    add_gazetteer_option(*command, options->gazetteers);
    command->add_option("--published", options->published, "the day of articles that do not tell theirs")
        ->type_name("DATE")
        ->check(check_day);
    command
        ->add_option(
            "--home", options->home,
            "where the publisher is at home, for articles that do not tell: \"Lancaster, Pennsylvania\", or an id. "
            "Of places of one name it prefers those near it")
        ->type_name("PLACE");
    command
        ->add_option("--jobs", options->jobs,
                     "threads that work on the rows of JSONL; 0: as many as there are cores. The output is the same")
        ->type_name("N")
        ->check(CLI::Range(0u, 256u))
        ->default_str("1");
    command->add_flag("--rows", options->rows,
                      "standard input is JSONL, also when its first row is broken or there is none");
    command->add_flag("--as-extracted", options->as_extracted,
                      "of a project, what the program read; without it, events as its user corrected them");
    command->add_flag("--with-rejected", options->with_rejected,
                      "of a project, the events that its user rejected too, with that verdict; else they are residue");
    command->add_flag("--explain", options->explain, "list each place's candidates with scores and rules");
    command->callback([options, &exit_status] { exit_status = run_extract(*options); });
}

}  // namespace chronomap
