#include <doctest/doctest.h>

#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "geo/base/asset_paths.hpp"
#include "geo/events/extractor.hpp"
#include "geo/text/article_reader.hpp"

using namespace chronomap;

namespace {

const Extractor& extractor() {
    static const Extractor loaded = [] {
        auto made = Extractor::load(Extractor::default_files());
        REQUIRE_MESSAGE(made.has_value(), (made ? "" : made.error().text()));
        return std::move(*made);
    }();
    return loaded;
}

/// "date kind place, speaker" of each event, "~" before those that are no fact.
std::vector<std::string> events_of(const std::string& text) {
    auto article = article_from_bytes(text, "test.txt");
    REQUIRE(article);
    std::vector<std::string> out;
    for (const Event& event : extractor().extract(std::move(*article)).events) {
        std::string row = (event.modality == Modality::fact ? "" : "~") + event.date.text() + " " +
                          std::string(name_of(event.kind)) + " " + (event.place ? event.place->name : "?");
        if (!event.attribution.empty()) row += ", " + event.attribution;
        out.push_back(std::move(row));
    }
    return out;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("events of a plain Russian article have kind, date, place and speaker") {
    const std::string text =
        "12 мая 2021 года в Тбилиси прошли переговоры двух делегаций, сообщил "
        "представитель министерства Антон Орлов. 14 мая колонна с гуманитарной помощью "
        "прибыла в Горис, заявил мэр города. По словам жителей, 15 мая артиллерия "
        "обстреляла село Чартар. 16 мая войска не атаковали Шушу, сообщило министерство "
        "обороны. 17 мая сотни людей протестовали в Ереване. 20 мая стороны планируют "
        "обменять пленных в Баку. 22 мая 2021 года жители покинули Лачин.";
    CHECK(events_of(text) == Rows{"2021-05-12 negotiation Tbilisi, представитель министерства Антон Орлов",
                                  "2021-05-14 humanitarian Goris, мэр", "2021-05-15 attack Chartar, жителей",
                                  "~2021-05-16 attack Shusha, министерство", "2021-05-17 protest Yerevan",
                                  "~2021-05-20 negotiation Baku", "2021-05-22 displacement Lachin"});
}

TEST_CASE("events of a plain Turkish article have kind, date, place and speaker") {
    const std::string text =
        "12 Mayıs 2021'de Tiflis'te iki heyet arasında görüşmeler yapıldı, bunu Dışişleri "
        "Bakanlığı açıkladı. 14 Mayıs 2021'de Gorus'a insani yardım ulaştırıldı. Vali "
        "Ahmet Kaya, 15 Mayıs 2021'de Ağdam'ın bombalandığını söyledi. Bakanlığa göre "
        "ordu 16 Mayıs 2021'de Şuşa'ya saldırmadı. 17 Mayıs 2021'de yüzlerce kişi "
        "Erivan'da protesto gösterisi düzenledi. 20 Mayıs 2021'de taraflar Bakü'de "
        "görüşecek. 22 Mayıs 2021'de siviller Laçın'dan tahliye edildi.";
    CHECK(events_of(text) == Rows{"2021-05-12 negotiation Tbilisi, Dışişleri Bakanlığı",
                                  "2021-05-14 humanitarian Goris", "2021-05-15 attack Aghdam, Vali Ahmet Kaya",
                                  "~2021-05-16 attack Shusha, Bakanlığa", "2021-05-17 protest Yerevan",
                                  "~2021-05-20 negotiation Baku", "2021-05-22 displacement Lachin"});
}

TEST_CASE("events of a plain Azerbaijani article have kind, date, place and speaker") {
    const std::string text =
        "2021-ci il mayın 12-də Tbilisidə iki nümayəndə heyəti arasında danışıqlar "
        "keçirilib, bunu nazirliyin sözçüsü Anar Əliyev bildirib. 2021-ci il mayın 14-də "
        "Gorusa humanitar yardım çatdırıldı. Sakinlərin sözlərinə görə, 2021-ci il mayın "
        "15-də Ağdam bombalandı. Nazirlik bildirib ki, 2021-ci il mayın 16-da ordu Şuşaya "
        "hücum etmədi. 2021-ci il mayın 17-də yüzlərlə insan İrəvanda etiraz aksiyası "
        "keçirdi. 2021-ci il mayın 20-də tərəflər Bakıda görüşəcək. 2021-ci il mayın "
        "22-də sakinlər Laçını tərk etdi.";
    CHECK(events_of(text) == Rows{"2021-05-12 negotiation Tbilisi, nazirliyin sözçüsü Anar Əliyev",
                                  "2021-05-14 humanitarian Goris", "2021-05-15 attack Aghdam, Sakinlərin",
                                  "~2021-05-16 attack Shusha, Nazirlik", "2021-05-17 protest Yerevan",
                                  "~2021-05-20 negotiation Baku", "2021-05-22 displacement Lachin"});
}

TEST_CASE("events of a plain Armenian article have kind, date, place and speaker") {
    const std::string text =
        "2021 թվականի մայիսի 12-ին Թբիլիսիում տեղի ունեցան բանակցություններ, հայտնել է "
        "նախարարության խոսնակ Արամ Պետրոսյանը։ 2021 թվականի մայիսի 14-ին Գորիսում հասցվեց "
        "մարդասիրական օգնություն։ Բնակիչների խոսքով՝ 2021 թվականի մայիսի 15-ին "
        "հրետակոծվեց Ստեփանակերտը։ Ըստ նախարարության՝ 2021 թվականի մայիսի 16-ին բանակը "
        "չհարձակվեց Շուշիի վրա։ 2021 թվականի մայիսի 17-ին հարյուրավոր մարդիկ բողոքեցին "
        "Երևանում։ 2021 թվականի մայիսի 20-ին կողմերը պատրաստվում են հանդիպել Բաքվում։ "
        "2021 թվականի մայիսի 22-ին բնակիչները լքեցին Լաչինը։";
    CHECK(events_of(text) == Rows{"2021-05-12 negotiation Tbilisi, նախարարության խոսնակ Արամ Պետրոսյանը",
                                  "2021-05-14 humanitarian Goris", "2021-05-15 attack Khankendi, Բնակիչների",
                                  "~2021-05-16 attack Shusha, նախարարության", "2021-05-17 protest Yerevan",
                                  "~2021-05-20 negotiation Baku", "2021-05-22 displacement Lachin"});
}

TEST_CASE("what a speaker denies behind a comma, and what stands before the verb that denies it, is denied") {
    CHECK(events_of("Представитель армии опроверг, что 20 сентября 2023 года солдаты захватили Мартакерт.") ==
          Rows{"~2023-09-20 control-change Aghdara, Представитель армии"});
    CHECK(events_of("Խոսնակ Անի Սարգսյանը հերքել է, որ 2023 թվականի սեպտեմբերի 20-ին Մարտակերտը գնդակոծվել է։") ==
          Rows{"~2023-09-20 attack Aghdara, Խոսնակ Անի Սարգսյանը"});
    CHECK(events_of("Sözcü Ayşe Demir, 19 Eylül 2023'te Hankendi'nin bombalandığı iddiasını yalanladı.") ==
          Rows{"~2023-09-19 attack Khankendi, Sözcü Ayşe Demir"});
    CHECK(events_of("Sözçü Leyla Məmmədova 2023-cü il sentyabrın 20-də Ağdərənin bombalandığını təkzib etdi.") ==
          Rows{"~2023-09-20 attack Aghdara, Sözçü Leyla Məmmədova"});
}

TEST_CASE("a sentence that names a place which is not read takes none from the sentence before") {
    CHECK(events_of("8 Kasım 2020'de ordu Şuşa'yı ele geçirdi. 14 Ağustos 2023'te Zzyrqan'da 35 kişi öldü.") ==
          Rows{"2020-11-08 control-change Shusha"});
}

TEST_CASE("an Armenian sentence ends at its own full stop and at a colon written for it") {
    const std::string text =
        "2021 թվականի մայիսի 14-ին Գորիսում հասցվեց օգնություն: 2021 թվականի մայիսի 17-ին նրանք "
        "բողոքեցին Երևանում:";
    CHECK(events_of(text) == Rows{"2021-05-14 humanitarian Goris", "2021-05-17 protest Yerevan"});
}

TEST_CASE("the kinds of every language are those of English, whose codes are event types of CAMEO, PLOVER and ACLED") {
    const std::set<std::string> plover{"AGREE",   "CONSULT",     "SUPPORT",  "CONCEDE",    "COOPERATE", "AID",
                                       "RETREAT", "INVESTIGATE", "DEMAND",   "DISAPPROVE", "REJECT",    "THREATEN",
                                       "PROTEST", "CRIME",       "SANCTION", "MOBILIZE",   "COERCE",    "ASSAULT"};
    std::set<std::string> english;
    for (const char* code : {"en", "ru", "hy", "tr", "az"}) {
        std::ifstream file(asset_path(std::string("triggers/") + code + ".json"));
        const auto json = nlohmann::json::parse(file);
        std::set<std::string> kinds;
        for (const auto& row : json["kinds"]) {
            kinds.insert(row["kind"].get<std::string>());
            if (std::string(code) != "en") continue;
            CHECK_FALSE(row["cameo"].empty());
            for (const std::string cameo : row["cameo"]) {
                CHECK(cameo.size() >= 2);
                CHECK(std::stoi(cameo.substr(0, 2)) >= 1);
                CHECK(std::stoi(cameo.substr(0, 2)) <= 20);
            }
            for (const std::string type : row["plover"]) CHECK(plover.count(type) == 1);
        }
        if (english.empty()) english = kinds;
        CHECK(kinds == english);
    }
}
