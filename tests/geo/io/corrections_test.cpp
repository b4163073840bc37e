#include "geo/io/corrections.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

using chronomap::Corrections;

namespace {

chronomap::Result<Corrections> corrections_from(const char* json) {
    const auto path = std::filesystem::temp_directory_path() / "chronomap-corrections-test.json";
    std::ofstream(path) << json;
    auto loaded = Corrections::load(path.string());
    std::filesystem::remove(path);
    return loaded;
}

}  // namespace

TEST_CASE("a correction changes the feature that it names and no other") {
    const auto corrections = corrections_from(R"({
        "corrections": [
            {"layer": "provinces", "where": {"name": "A", "label": "B"}, "set": {"name": "B"}, "because": "wrong"},
            {"layer": "provinces", "where": {"name": "Gone"}, "drop": true, "because": "not there"}],
        "names": {"rivers": {"Kr": "Kura"}}})");
    REQUIRE(corrections);
    Corrections::Fields met{{"name", "A"}, {"label", "B"}}, other{{"name", "A"}, {"label", "A"}};
    CHECK(corrections->apply("provinces", met));
    CHECK(met["name"] == "B");
    CHECK(corrections->apply("provinces", other));
    CHECK(other["name"] == "A");
    Corrections::Fields gone{{"name", "Gone"}};
    CHECK(!corrections->apply("provinces", gone));
    CHECK(corrections->unused().size() == 1);
    Corrections::Fields river{{"name", "Kr"}};
    CHECK(corrections->apply("rivers", river));
    CHECK(river["name"] == "Kura");
    CHECK(corrections->unused().empty());
}

TEST_CASE("a correction without a reason is refused") {
    CHECK(!corrections_from(R"({"corrections": [{"layer": "x", "where": {"a": "b"}, "set": {"a": "c"}}]})"));
    CHECK(!corrections_from("not json"));
}
