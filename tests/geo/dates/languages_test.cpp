#include "geo/dates/languages.hpp"

#include <doctest/doctest.h>
#include <unicode/dtfmtsym.h>

#include <filesystem>
#include <fstream>

#include "geo/base/asset_paths.hpp"
#include "geo/dates/extract_dates.hpp"
#include "geo/events/extractor.hpp"
#include "geo/text/article_reader.hpp"

using namespace chronomap;

namespace {

std::string path_of(const std::string& code) {
    return asset_path("languages/" + code + ".json");
}

const Languages& languages() {
    static const Languages loaded = [] {
        auto languages = Languages::load({path_of("en"), path_of("ru"), path_of("hy"), path_of("tr"), path_of("az")});
        REQUIRE_MESSAGE(languages.has_value(), (languages ? "" : languages.error().text()));
        return std::move(*languages);
    }();
    return loaded;
}

/// "phrase=edtf; …" of a text published on 4 September 2023, in the language that it is taken for.
std::string dates_of(const std::string& text) {
    Article article;
    article.text = text;
    article.published = EdtfDate::parse("2023-09-04")->span().begin;
    const TokenisedText tokens = tokenise(article);
    std::string out;
    for (const DateMention& mention : extract_dates(article, tokens, PeriodTable{}, languages().of(article, tokens)))
        out += (out.empty() ? "" : "; ") + std::string(mention.range.of(text)) + "=" + mention.date.text();
    return out;
}

/// The towns of the articles below, each under one name of each script.
std::string gazetteer() {
    const auto town = [](const std::string& id, const std::string& names, double lon, double lat) {
        return R"({"type":"Feature","@id":"test:)" + id + R"(","properties":{"title":")" + id +
               R"(","ccodes":["AZ"],"fclasses":["P"]},"names":[)" + names +
               R"(],"geometry":{"type":"Point","coordinates":[)" + std::to_string(lon) + "," + std::to_string(lat) +
               "]}}";
    };
    return R"({"type":"FeatureCollection","features":[)" +
           town("Shusha", R"({"toponym":"Şuşa"},{"toponym":"Шуша"},{"toponym":"Շուշի"})", 46.75, 39.76) + "," +
           town("Aghdam", R"({"toponym":"Ağdam"},{"toponym":"Агдам"},{"toponym":"Աղդամ"})", 46.93, 39.99) + "," +
           town("Baku", R"({"toponym":"Bakı"},{"toponym":"Bakü"},{"toponym":"Баку"},{"toponym":"Բաքու"})", 49.9, 40.4) +
           "]}";
}

/// "place date; place date" of an article's events.
std::string events_of(const std::string& text) {
    static const Extractor extractor = [] {
        const auto path = std::filesystem::temp_directory_path() / "chronomap-test-languages.lpf.json";
        std::ofstream(path) << gazetteer();
        Extractor::Files files = Extractor::default_files();
        files.gazetteer.world_index.clear();
        files.gazetteer.curated = {path.string()};
        auto loaded = Extractor::load(files);
        REQUIRE_MESSAGE(loaded.has_value(), (loaded ? "" : loaded.error().text()));
        return std::move(*loaded);
    }();
    auto article = article_from_bytes(text, "test.txt");
    REQUIRE(article);
    const Extraction extraction = extractor.extract(std::move(*article));
    std::string out;
    for (const Event& event : extraction.events)
        out += (out.empty() ? "" : "; ") + event.place->name + " " + event.date.text();
    return out;
}

}  // namespace

TEST_CASE("months have the names that CLDR gives them") {
    for (const char* code : {"en", "ru", "hy", "tr", "az"}) {
        const auto lexicon = DateLexicon::load(path_of(code));
        REQUIRE(lexicon);
        UErrorCode error = U_ZERO_ERROR;
        const icu::DateFormatSymbols symbols(icu::Locale(code), error);
        REQUIRE(U_SUCCESS(error));
        for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
            std::int32_t count = 0;
            const icu::UnicodeString* months = symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE);
            for (std::int32_t i = 0; i < 12; ++i) {
                std::string name;
                months[i].toUTF8String(name);
                CAPTURE(name);
                CHECK(lexicon->word(name).word == DateWord::month);
                CHECK(lexicon->word(name).value == i + 1);
            }
        }
    }
}

TEST_CASE("plain dates are read in Russian") {
    CHECK(dates_of("12 октября 2020 года они вошли в город.") == "12 октября 2020 года=2020-10-12");
    CHECK(dates_of("Он был взят в мае 1992 г. и сожжён.") == "мае 1992 г.=1992-05");
    CHECK(dates_of("С 1988 по 1994 год шла война.") == "С 1988 по 1994 год=1988/1994");
    CHECK(dates_of("В 1990-х годах из города ушли.") == "1990-х годах=199X");
    CHECK(dates_of("Вчера они вошли в город, а три дня назад из него ушли.") ==
          "Вчера=2023-09-03; три дня назад=2023-09-01");
    CHECK(dates_of("В понедельник и в конце 1993 года.") == "понедельник=2023-09-04; конце 1993 года=1993-12");
}

TEST_CASE("plain dates are read in Azerbaijani") {
    CHECK(dates_of("12 oktyabr 2020-ci ildə şəhər azad edildi.") == "12 oktyabr 2020-ci ildə=2020-10-12");
    CHECK(dates_of("1992-ci ilin mayında və 1993-cü ildə şəhər.") == "1992-ci ilin mayında=1992-05; 1993-cü ildə=1993");
    CHECK(dates_of("Oktyabrın 12-də və keçən həftə şəhərdə.") ==
          "Oktyabrın 12-də=2023-10-12; keçən həftə=2023-08-28/2023-09-03");
    CHECK(dates_of("1990-cı illərdə şəhər boş idi.") == "1990-cı illərdə=199X");
}

TEST_CASE("plain dates are read in Turkish") {
    CHECK(dates_of("12 Ekim 2020'de şehre girdiler.") == "12 Ekim 2020'de=2020-10-12");
    CHECK(dates_of("Mayıs 1992'de ve 1993 yılında şehir düştü.") == "Mayıs 1992'de=1992-05; 1993 yılında=1993");
    CHECK(dates_of("1990'larda şehir boştu, iki gün önce açıldı.") == "1990'larda=199X; iki gün önce=2023-09-02");
}

TEST_CASE("plain dates are read in Armenian") {
    CHECK(dates_of("2020 թվականի հոկտեմբերի 12-ին մտան քաղաք։") == "2020 թվականի հոկտեմբերի 12-ին=2020-10-12");
    CHECK(dates_of("1993 թ. և 1992-ի մայիսին։") == "1993 թ.=1993; 1992-ի մայիսին=1992-05");
    CHECK(dates_of("1990-ական թվականներին պատերազմ էր, իսկ երեկ՝ ոչ։") ==
          "1990-ական թվականներին=199X; երեկ=2023-09-03");
}

TEST_CASE("names of places are found in their inflected forms and dated") {
    CHECK(events_of("В мае 1992 года войска вошли в Шушу. 23 июля 1993 года бои шли в Агдаме и под Агдамом.") ==
          "Shusha 1992-05; Aghdam 1993-07-23");
    CHECK(events_of("1992-ci ilin mayında qoşunlar Şuşaya girdi. 1993-cü ildə Ağdamda döyüşlər gedirdi.") ==
          "Shusha 1992-05; Aghdam 1993");
    CHECK(events_of("8 Kasım 2020'de ordu Şuşa'ya girdi. 1993 yılında Ağdam'da çatışmalar oldu.") ==
          "Shusha 2020-11-08; Aghdam 1993");
    CHECK(events_of("1992 թվականի մայիսի 8-ին զորքերը մտան Շուշի։ 1993 թվականին Աղդամում մարտեր էին ընթանում։") ==
          "Shusha 1992-05-08; Aghdam 1993");
}

TEST_CASE("an article is read in the language of most of its words") {
    CHECK(dates_of("The town of Şuşa was taken in May 1992 and the Ağdam road was cut.") == "May 1992=1992-05");
}

TEST_CASE("a language file that says nothing known is refused") {
    const auto path = std::filesystem::temp_directory_path() / "chronomap-test-language.json";
    std::ofstream(path) << R"({"words":[{"is":"noise","words":["a"]}]})";
    const auto loaded = DateLexicon::load(path.string());
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().text().find("noise") != std::string::npos);
    CHECK_FALSE(DateLexicon::load("/nowhere/xx.json"));
    CHECK_FALSE(Languages::load({}));
}
