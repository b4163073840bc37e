#include "geo/places/name_context_words.hpp"

namespace chronomap::around_names {

const StringSet& titles() {
    static const StringSet set = set_of(
        {"mr",        "mrs",        "ms",        "miss",      "dr",          "president",  "minister",  "general",
         "gen",       "colonel",    "col",       "sgt",       "sergeant",    "captain",    "capt",      "senator",
         "sen",       "rep",        "gov",       "governor",  "mayor",       "king",       "queen",     "prince",
         "princess",  "sir",        "lord",      "lady",      "pope",        "judge",      "justice",   "prof",
         "professor", "rev",        "reverend",  "father",    "commander",   "ambassador", "secretary", "chancellor",
         "sheikh",    "imam",       "ayatollah", "sheriff",   "officer",     "detective",  "coach",     "deputy",
         "lt",        "lieutenant", "maj",       "major",     "marshal",     "admiral",    "premier",   "emperor",
         "tsar",      "archbishop", "bishop",    "spokesman", "spokeswoman", "brigadier",  "dame"});
    return set;
}

const StringSet& heads_of_other_names() {
    static const StringSet set = set_of(
        {"war",         "wars",      "treaty",     "accord",     "accords",     "agreement", "agreements", "protocol",
         "conference",  "armistice", "truce",      "pact",       "convention",  "offensive", "campaign",   "summit",
         "declaration", "protocols", "process",    "times",      "post",        "herald",    "news",       "tribune",
         "journal",     "gazette",   "daily",      "chronicle",  "telegraph",   "observer",  "today",      "magazine",
         "airlines",    "airways",   "fc",         "united",     "cup",         "marathon",  "corp",       "inc",
         "ltd",         "company",   "foundation", "festival",   "olympics",    "games",     "examiner",   "register",
         "inquirer",    "dispatch",  "sentinel",   "courier",    "globe",       "mirror",    "bancorp",    "llc",
         "motors",      "records",   "syndrome",   "virus",      "ebolavirus",  "formula",   "peace",      "league",
         "rebellion",   "uprising",  "commission", "principles", "conventions", "watch",     "pogrom",     "pogroms",
         "front",       "group",     "army",       "corps"});
    return set;
}

const StringSet& heads_before_of() {
    static const StringSet set = set_of({"battle", "treaty", "armistice", "siege", "truce", "peace", "war", "protocol",
                                         "protocols", "agreement", "accord"});
    return set;
}

const StringSet& place_nouns() {
    static const StringSet set =
        set_of({"city",    "town",       "village",      "province",     "region",      "district",   "rayon",
                "oblast",  "county",     "state",        "river",        "lake",        "airport",    "street",
                "avenue",  "road",       "highway",      "corridor",     "valley",      "mountain",   "mountains",
                "hills",   "island",     "islands",      "peninsula",    "bay",         "coast",      "border",
                "port",    "harbor",     "harbour",      "square",       "governorate", "prefecture", "area",
                "suburb",  "township",   "parish",       "municipality", "republic",    "strip",      "bridge",
                "park",    "station",    "hospital",     "cathedral",    "mosque",      "church",     "castle",
                "fort",    "university", "college",      "police",       "resident",    "residents",  "hotel",
                "zoo",     "stadium",    "creek",        "beach",        "heights",     "canyon",     "forest",
                "streets", "suburbs",    "neighborhood", "neighbourhood"});
    return set;
}

bool is_time_word(std::string_view key) {
    static const StringSet set =
        set_of({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
                "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"});
    return set.contains(key);
}

bool is_province_noun(std::string_view key) {
    return key == "oblast" || key == "region" || key == "province" || key == "state" || key == "governorate" ||
           key == "district" || key == "rayon" || key == "raion" || key == "county" || key == "krai";
}

bool is_province_noun_plural(std::string_view key) {
    return key == "states" || key == "provinces" || key == "regions" || key == "oblasts" || key == "governorates" ||
           key == "counties" || key == "districts";
}

bool is_locative(std::string_view key) {
    static const StringSet set = set_of(
        {"in",         "near",       "from",        "to",        "at",        "outside",  "around",   "into",
         "through",    "toward",     "towards",     "between",   "via",       "across",   "within",   "leaving",
         "reached",    "captured",   "surrounding", "inside",    "took",      "seized",   "entered",  "besieged",
         "shelled",    "recaptured", "retook",      "liberated", "stormed",   "occupied", "bombed",   "bombarded",
         "throughout", "patrolling", "patrolled",   "entering",  "capturing", "storming", "shelling", "retaking",
         "besieging",  "invaded",    "reclaimed",   "overran",   "raided",    "visited",  "visiting"});
    return set.contains(key);
}

bool is_of_phrase_head(std::string_view key) {
    static const StringSet set = set_of(
        {"city",       "town",       "village",   "province",   "region",       "district",  "state",     "island",
         "port",       "suburb",     "outskirts", "settlement", "capital",      "republic",  "kingdom",   "county",
         "south",      "north",      "east",      "west",       "northeast",    "northwest", "southeast", "southwest",
         "people",     "streets",    "bank",      "banks",      "coast",        "part",      "parts",     "rest",
         "kilometres", "kilometers", "miles",     "km",         "municipality", "towns",     "villages",  "cities"});
    return set.contains(key);
}

bool governs(std::string_view key) {
    return key == "governor" || key == "gov" || key == "premier" || key == "legislature" || key == "lawmakers";
}

}  // namespace chronomap::around_names
