#include "geo/text/graphemes.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace chronomap;

namespace {

std::vector<std::string> clusters(std::string_view text) {
    std::vector<std::string> list;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : grapheme_ends(text)) {
        list.emplace_back(text.substr(begin, end - begin));
        begin = end;
    }
    return list;
}

using Clusters = std::vector<std::string>;

}  // namespace

TEST_CASE("plain text may be cut after each letter") {
    CHECK(clusters("abc") == Clusters{"a", "b", "c"});
    CHECK(clusters("").empty());
}

TEST_CASE("a letter is not cut from its marks, nor an emoji from what joins it") {
    CHECK(clusters("Şe\xCC\x81k") == Clusters{"Ş", "e\xCC\x81", "k"});
    CHECK(clusters("שָׁלוֹם").size() == 4);
    CHECK(clusters("👩‍🚒!") == Clusters{"👩‍🚒", "!"});
    CHECK(clusters("a\r\nb") == Clusters{"a", "\r\n", "b"});
}

TEST_CASE("bytes that are no UTF-8 are stepped over one by one") {
    const std::vector<std::uint32_t> ends = grapheme_ends("é\xFF\xFEz");
    REQUIRE_FALSE(ends.empty());
    CHECK(ends.back() == 5);
}
