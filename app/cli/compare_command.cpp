#include "app/cli/compare_command.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/cli/map_options.hpp"
#include "app/cli/messages.hpp"
#include "app/project/edits_document.hpp"
#include "geo/base/atomic_file.hpp"
#include "geo/io/comparison_writer.hpp"
#include "geo/io/inputs.hpp"
#include "geo/io/project_file.hpp"

namespace chronomap {
namespace {

struct CompareOptions {
    std::vector<std::string> inputs;
    std::string output, format, rows = "all";
    std::vector<std::string> gazetteers;
};

std::string format_for(const CompareOptions& options) {
    if (!options.format.empty()) return options.format;
    const auto dot = options.output.rfind('.');
    const std::string extension = dot == std::string::npos ? "" : options.output.substr(dot + 1);
    return comparison_format_from(extension) ? extension : "csv";
}

int run_compare(const CompareOptions& options) {
    auto extractor = Extractor::load(Extractor::default_files(options.gazetteers));
    if (!extractor) {
        print_error(extractor.error());
        return exit_some_failed;
    }
    EventStore store;
    std::vector<ExtractionPtr> extractions;
    InputSink sink;
    sink.error = print_error;
    sink.warning = print_warning;
    sink.extraction = [&](Extraction extraction) {
        extractions.push_back(std::make_shared<const Extraction>(std::move(extraction)));
        return true;
    };
    std::size_t errors = 0;
    EventCorrections corrections;
    const auto get = [&]() -> Result<const Extractor*> { return &*extractor; };
    for (const std::string& input : options.inputs) {
        if (input == "-" || !is_project_file(input)) {
            errors += read_input(input, get, {}, sink);
            continue;
        }
        // As its user corrected it; which reports were told apart counts here more than anywhere.
        const auto project = read_project(input);
        const auto edits = project ? edits_from(project->documents) : tl::unexpected(project.error());
        if (!edits) {
            print_error(edits.error());
            ++errors;
            continue;
        }
        add_corrections(corrections, edits->corrections);
        extractions.insert(extractions.end(), project->extractions.begin(), project->extractions.end());
    }
    store.set_corrections(std::move(corrections));
    store.add(std::move(extractions));
    const EventSetPtr events = store.current();
    const ArticleComparison comparison = compare_articles(*events);
    if (comparison.articles.size() < 2) {
        print_error({"there are fewer than two articles to compare"});
        return exit_some_failed;
    }
    const std::string text = comparison_text(comparison, *events, *compared_rows_from(options.rows),
                                             *comparison_format_from(format_for(options)));
    if (options.output.empty()) {
        std::fwrite(text.data(), 1, text.size(), stdout);
    } else if (const auto written = write_file_atomically(options.output, text); !written) {
        print_error(written.error());
        return exit_some_failed;
    }
    std::fprintf(stderr, "%zu events from %zu reports: %zu told by several articles, %zu in different ways\n",
                 events->told(), events->events.size(), comparison.rows(ComparedRows::shared).size(),
                 comparison.rows(ComparedRows::disagree).size());
    return errors > 0 ? exit_some_failed : exit_done;
}

}  // namespace

void add_compare_command(CLI::App& program, int& exit_status) {
    CLI::App* command = program.add_subcommand(
        "compare", "put what several articles tell beside each other: shared events, and where they differ");
    auto options = std::make_shared<CompareOptions>();
    command->add_option("input", options->inputs, "two or more articles (.txt .md .html .jsonl), or projects")
        ->type_name("INPUT")
        ->required();
    command->add_option("-o,--output", options->output, "the file to write; without it, standard output")
        ->type_name("OUT");
    command->add_option("--format", options->format, "csv, html or json; by OUT's extension, else csv")
        ->check([](const std::string& text) {
            return comparison_format_from(text) ? std::string{} : "'" + text + "' is none of csv, html, json";
        });
    command->add_option("--rows", options->rows, "all, shared, one or disagree")->check([](const std::string& text) {
        return compared_rows_from(text) ? std::string{} : "'" + text + "' is none of all, shared, one, disagree";
    });
    add_gazetteer_option(*command, options->gazetteers);
    command->callback([options, &exit_status] { exit_status = run_compare(*options); });
}

}  // namespace chronomap
