#include "geo/text/article_reader.hpp"

#include <doctest/doctest.h>

using namespace chronomap;
using namespace std::string_view_literals;

namespace {

/// "published | dateline | publisher | first words of the body" of a text.
std::string dateline_of(const std::string& text) {
    Article article;
    article.text = text;
    read_dateline(article);
    return (article.published ? iso_date(*article.published) : "-") + " | " + std::string(article.dateline.of(text)) +
           " | " + article.publisher + " | " + text.substr(article.body_begin, 8);
}

const std::string body = "The convoy left the town before dawn, officials said.";

std::vector<std::string> sentences_of(const std::string& text) {
    Article article;
    article.text = text;
    std::vector<std::string> out;
    for (const Sentence& sentence : tokenise(article).sentences) out.emplace_back(sentence.range.of(text));
    return out;
}

std::vector<std::string> tokens_of(const std::string& text) {
    Article article;
    article.text = text;
    std::vector<std::string> out;
    for (const Token& token : tokenise(article).tokens) out.emplace_back(token.range.of(text));
    return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("byte offsets turn into code points and back") {
    const std::string text = "Ağdam — Ստեփանակերտ, " + std::string(200, 'x') + "ə!";
    const CodePointIndex index(text);
    CHECK(index.code_point_at(0) == 0);
    CHECK(index.code_point_at(3) == 2);  // after A and ğ
    CHECK(index.code_point_at(static_cast<std::uint32_t>(text.size())) == 21 + 200 + 2);
    CHECK(index.byte_at(2) == 3);
    for (std::uint32_t i = 0; i < 223; ++i) CHECK(index.code_point_at(index.byte_at(i)) == i);
    CHECK(index.code_point_at(9999) == 223);
}

TEST_CASE("encodings are recognised") {
    CHECK(*decode_to_utf8("\xEF\xBB\xBF"
                          "Aghdam") == "Aghdam");
    CHECK(*decode_to_utf8("Ağdam") == "Ağdam");
    CHECK(*decode_to_utf8("\xFF\xFE"
                          "A\0g\0"sv) == "Ag");
    CHECK(*decode_to_utf8("\0A\0g\0d\0a\0m\0 \0i\0s\0 \0a"sv) == "Agdam is a");
    CHECK(*decode_to_utf8("A\0g\0d\0a\0m\0 \0i\0s\0 \0a\0"sv) == "Agdam is a");
    CHECK(*decode_to_utf8("\xD1\xF2\xE5\xEF\xE0\xED\xE0\xEA\xE5\xF0\xF2 \xE8 \xC0\xE3\xE4\xE0\xEC") ==
          "Степанакерт и Агдам");
    CHECK(*decode_to_utf8("Caf\xE9 in Z\xFCrich") == "Café in Zürich");
    CHECK(*decode_to_utf8("I\xF0"
                          "d\xFDr'da ya\xFEl\xFD bir adam") == "Iğdır'da yaşlı bir adam");
    CHECK(*decode_to_utf8("a\xFF"
                          "Ağdamçş — ö") ==
          "a\xEF\xBF\xBD"
          "Ağdamçş — ö");
    CHECK_FALSE(
        decode_to_utf8("\x7F"
                       "ELF\0\0\0\x01\x02\x03\x04\0\0"sv));
}

TEST_CASE("a dateline gives place, day and agency in the forms that news use") {
    CHECK(dateline_of(" date 2023-09-01 AGHDAM, Azerbaijan — " + body) ==
          "2023-09-01 | AGHDAM, Azerbaijan |  | The conv");
    CHECK(dateline_of("AGHDAM, Azerbaijan (Reuters) - " + body) == "- | AGHDAM, Azerbaijan | Reuters | The conv");
    CHECK(dateline_of("MOSCOW (AP) -- " + body) == "- | MOSCOW | AP | The conv");
    CHECK(dateline_of("BAKU, Sept 1, 2023 (Reuters) - " + body) == "2023-09-01 | BAKU | Reuters | The conv");
    CHECK(dateline_of("Stepanakert, 12 March 1993 — " + body) == "1993-03-12 | Stepanakert |  | The conv");
    // A line of its own; a title with a date is none, nor is a place in a line with a month alone.
    CHECK(dateline_of("Brest-Litovsk, 14 May 2023\n\n" + body) == "2023-05-14 | Brest-Litovsk |  | The conv");
    CHECK(dateline_of("A headline here\nGORIS, Armenia, May 14, 2023\n" + body) ==
          "2023-05-14 | GORIS, Armenia |  | The conv");
    CHECK(dateline_of("The Siege of Goris, 14 May 1023\n\n" + body).starts_with("- |  |"));
    CHECK(dateline_of("Siege of Goris, 14 May 1023\n\n" + body).starts_with("- |  |"));
    CHECK(dateline_of("Goris, May 2023\n\n" + body).starts_with("- |  |"));
    CHECK(dateline_of("June 3, 2014 | SLOVIANSK, Ukraine — " + body) ==
          "2014-06-03 | SLOVIANSK, Ukraine |  | The conv");
    CHECK(dateline_of("A headline here\n\nBy Some One\n\nPublished: 1 September 2023\n\nGORIS, Armenia – " + body) ==
          "2023-09-01 | GORIS, Armenia |  | The conv");
}

TEST_CASE("a dash in an ordinary first sentence is no dateline") {
    CHECK(dateline_of("The road - the only one - was closed on Monday by soldiers of the army.") ==
          "- |  |  | The road");
    CHECK(dateline_of("Baku-based officials said the road was closed on Monday by soldiers.") == "- |  |  | Baku-bas");
    CHECK(dateline_of("Aghdam, once a town of gardens — and of vines — lies in ruins today.") == "- |  |  | Aghdam, ");
}

TEST_CASE("words, numbers and possessives are cut as later passes need them") {
    CHECK(tokens_of("Baku’s U.S. ally") == Strings{"Baku", "’s", "U", ".", "S", ".", "ally"});
    CHECK(tokens_of("Aghdam-Khankendi, 1,000 men; 3.5 km in the 1990s") ==
          Strings{"Aghdam", "-", "Khankendi", ",", "1,000", "men", ";", "3.5", "km", "in", "the", "1990s"});
    CHECK(tokens_of("O'Brien in 1993, 1994.") == Strings{"O'Brien", "in", "1993", ",", "1994", "."});
}

TEST_CASE("sentences end where a reader ends them") {
    CHECK(sentences_of("Gen. A. Ter-Tatevosian met Mr. Smith. They left.").size() == 2);
    CHECK(sentences_of("The U.S. Senate voted. It was 3.5 per cent.").size() == 2);
    CHECK(sentences_of("He lived in the U.S. The war came later.").size() == 2);
    CHECK(sentences_of("“We left,” he said. “It was late.” Then night fell.").size() == 3);
    CHECK(sentences_of("Background\n\nIn February 1988 it began.") ==
          Strings{"Background", "In February 1988 it began."});
    CHECK(sentences_of("Did it? Yes! Nobody… knows").size() == 3);
    CHECK(sentences_of("a line that was wrapped by an editor after some\nforty characters and goes on.").size() == 1);
    CHECK(sentences_of("").empty());
}

TEST_CASE("HTML gives the article and not its menus") {
    const auto article = article_from_bytes(
        "<html><head><title>Site - Road opens</title><meta property='og:title' content='Road opens'>"
        "<meta property='article:published_time' content='2023-09-01T08:00:00Z'><meta property='og:site_name' "
        "content='The Paper'>"
        "<script>var Baku = 1;</script></head><body><nav>Home Tehran Contact</nav><div class='cookie-banner'>We use "
        "cookies</div>"
        "<article><h1>Road opens</h1><p>The road to <b>Lachin</b>&nbsp;opened on Friday.</p><p>Lorries left Goris at "
        "dawn, "
        "and reached the bridge before noon, the ministry said in a note that was sent to the paper on the day before "
        "it "
        "opened to all.</p></article><footer>Moscow office</footer></body></html>",
        "page.html");
    REQUIRE(article);
    CHECK(article->title == "Road opens");
    CHECK(article->publisher == "The Paper");
    CHECK(iso_date(*article->published) == "2023-09-01");
    CHECK(article->text.find("The road to Lachin opened on Friday.\n\nLorries") != std::string::npos);
    for (const char* word : {"Tehran", "Moscow", "cookies", "Baku"})
        CHECK_MESSAGE(article->text.find(word) == std::string::npos, word);
}

TEST_CASE("Markdown gives readable text") {
    const auto article = article_from_bytes(
        "---\ntitle: \"The road\"\ndate: 2023-09-01\n---\n# The *road*\n\nFrom [Aghdam](http://x.org/a_(b)) to "
        "**Khankendi**.\n\n"
        "- one_two\n\n```\ncode Baku\n```\n",
        "a.md");
    REQUIRE(article);
    CHECK(article->title == "The road");
    CHECK(iso_date(*article->published) == "2023-09-01");
    CHECK(article->text.find("From Aghdam to Khankendi.") != std::string::npos);
    CHECK(article->text.find("one_two") != std::string::npos);
    CHECK(article->text.find("Baku") == std::string::npos);
}

TEST_CASE("a JSONL row is an article; a bad one is an error with its line") {
    const auto article =
        article_from_json_line(R"({"id":"a","title":"T","published":"2023-09-01","text":"Körper"})", "x.jsonl", 3);
    REQUIRE(article);
    CHECK(article->id == "a");
    CHECK(iso_date(*article->published) == "2023-09-01");
    CHECK(article_from_json_line(R"({"text":"x","published":null})", "x.jsonl", 7)->id == "x-7");
    for (const char* bad : {"{", "[]", "{\"id\":1}", R"({"text":"x","published":"soon"})"})
        CHECK(article_from_json_line(bad, "x.jsonl", 7).error().text().find("x.jsonl:7") == 0);
}

TEST_CASE("an apostrophe that is a letter to Unicode ends no word that never began") {
    for (const char* text : {"One \u02BC two.", "\u02BC", "\u02BCs", "Shu\u02BCsha \u02BCa"}) {
        const auto article = article_from_bytes(text, "a.txt");
        REQUIRE(article);
        const auto tokens = tokenise(*article).tokens;
        CHECK(tokens.size() <= 5);
        for (const Token& token : tokens) CHECK_FALSE(token.range.empty());
    }
}

TEST_CASE("files that hold no article are errors with a remedy") {
    CHECK(read_article("/nowhere/a.txt").error().text().find("no such file") != std::string::npos);
    CHECK_FALSE(read_article("/tmp"));
    CHECK_FALSE(article_from_bytes(" \n\n", "empty.txt"));
    CHECK_FALSE(article_from_bytes("", "empty.txt"));
}
