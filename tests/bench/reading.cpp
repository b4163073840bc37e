// Times how articles are read, on one core, without starting and writing: whole articles, and each part alone. Prints
// JSON. usage: chronomap_reading ARTICLES.jsonl [NAMES]
// NAMES: a file to write all names of the world gazetteer to, one a line, for programs that search for the same.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <set>

#include "geo/base/asset_paths.hpp"
#include "geo/dates/languages.hpp"
#include "geo/events/extractor.hpp"
#include "geo/places/extract_places.hpp"
#include "geo/places/gazetteer_impl.hpp"
#include "geo/places/name_scan.hpp"
#include "geo/text/article_reader.hpp"

using namespace chronomap;

namespace {

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// The best of several runs: what else the machine does only makes it slower.
double megabytes_per_second(double bytes, const std::function<void()>& work) {
    constexpr int runs = 3;
    double best = 1e9;
    for (int run = 0; run < runs; ++run) {
        const double begin = cpu_seconds();
        work();
        best = std::min(best, cpu_seconds() - begin);
    }
    return bytes / 1e6 / best;
}

template <class T>
T loaded(Result<T> result) {
    if (result) return std::move(*result);
    std::fprintf(stderr, "chronomap_reading: error: %s\n", result.error().text().c_str());
    std::exit(1);
}

void write_names(const WorldIndex& world, const char* path) {
    std::set<std::string> names;
    for (std::uint32_t i = 0; i < world.size(); ++i)
        for (const PlaceName& name : world.place(i).names)
            if (name.text.size() > 2) names.insert(name.text);
    std::ofstream out(path);
    for (const std::string& name : names) out << name << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: chronomap_reading ARTICLES.jsonl [NAMES]\n");
        return 2;
    }
    const Extractor::Files files = Extractor::default_files();
    const Extractor extractor = loaded(Extractor::load(files));
    const PeriodTable periods = loaded(PeriodTable::load(files.periods));
    const Languages languages = loaded(Languages::load(files.languages));
    const Gazetteer& gazetteer = extractor.gazetteer();
    std::vector<Article> articles;
    std::vector<TokenisedText> tokens;
    double bytes = 0;
    std::ifstream in(argv[1]);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        articles.push_back(loaded(article_from_json_line(line, argv[1], ++number)));
        tokens.push_back(tokenise(articles.back()));
        bytes += static_cast<double>(articles.back().text.size());
    }
    std::vector<ScannedText> scanned;
    for (std::size_t i = 0; i < articles.size(); ++i)
        scanned.push_back(scan_text(articles[i], tokens[i], gazetteer.impl()));
    std::size_t found = 0;
    const auto each = [&](const auto& work) {
        return megabytes_per_second(bytes, [&] {
            for (std::size_t i = 0; i < articles.size(); ++i) found += work(i);
        });
    };
    const double scan = each([&](std::size_t i) { return scan_names(scanned[i], gazetteer.impl()).size(); });
    const double places =
        each([&](std::size_t i) { return extract_places(articles[i], tokenise(articles[i]), gazetteer).size(); });
    const double dates = each([&](std::size_t i) {
        const TokenisedText own = tokenise(articles[i]);
        return extract_dates(articles[i], own, periods, languages.of(articles[i], own)).size();
    });
    const double whole = each([&](std::size_t i) { return extractor.extract(articles[i]).events.size(); });
    std::printf(
        "{\"megabytes\": %.1f, \"name_scan\": %.2f, \"places\": %.2f, \"dates\": %.2f, \"whole\": %.2f, "
        "\"found\": %zu, \"names\": %u}\n",
        bytes / 1e6, scan, places, dates, whole, found,
        gazetteer.impl().world ? gazetteer.impl().world->names() : 0U);
    if (argc > 2 && gazetteer.impl().world) write_names(*gazetteer.impl().world, argv[2]);
    return 0;
}
