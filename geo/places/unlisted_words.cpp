#include "geo/places/unlisted_words.hpp"

#include <initializer_list>

namespace chronomap::unlisted {

const StringSet& nouns() {
    static const StringSet set = set_of(
        {"village",   "villages",     "town",          "towns",         "city",           "cities",      "district",
         "districts", "neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "suburb",      "suburbs",
         "province",  "governorate",  "county",        "countryside",   "settlement",     "settlements", "municipality",
         "commune",   "hamlet",       "prefecture",    "valley",        "island",         "region",      "area",
         "areas",     "locality",     "township",      "islet",         "stronghold",     "strongholds", "bastion",
         "enclave",   "outskirts",    "troublespot",   "hilltop",       "borough",        "hub",         "islands",
         "capital",   "port",         "camp",          "residents",     "axis",           "corridor"});
    return set;
}

const StringSet& parts() {
    static const StringSet set =
        set_of({"vicinity",    "edge",      "edges",    "fringes",  "perimeter", "parts",       "streets",
                "center",      "centre",    "heart",    "flank",    "flanks",    "mountaintop", "mountains",
                "hills",       "north",     "south",    "east",     "west",      "northeast",   "northwest",
                "southeast",   "southwest", "quarter",  "quarters", "farm",      "farms",       "surroundings",
                "entrance",    "environs",  "banks",    "shores",   "coast",     "territory",   "territories",
                "communities", "hamlets",   "populace", "sector",   "sectors",   "ruins",       "plains",
                "plain",       "siege",     "defence",  "defense",  "capture",   "liberation",  "recapture",
                "bombardment", "shelling",  "seizure"});
    return set;
}

const StringSet& sites() {
    static const StringSet set = set_of(
        {"mountains",  "mountain", "hills",      "hill",       "river",   "lake",          "crossing", "airport",
         "airbase",    "base",     "checkpoint", "bridge",     "square",  "market",        "coast",    "border",
         "junction",   "road",     "street",     "streets",    "camp",    "oilfield",      "dam",      "farms",
         "forest",     "pass",     "gorge",      "peninsula",  "bay",     "port",          "hospital", "mosque",
         "university", "hotel",    "quarter",    "quarters",   "range",   "waterway",      "refugee",  "chain",
         "plain",      "plains",   "plateau",    "roundabout", "prison",  "station",       "local",    "frontline",
         "front",      "church",   "police",     "theater",    "theatre", "neighborhoods", "barracks", "theatre",
         "temple",     "shrine",   "highway",    "canal",      "heights", "valley",        "gate",     "railway",
         "college",    "school",   "tunnel",     "site",       "pumping", "water"});
    return set;
}

const StringSet& last_words() {
    static const StringSet set =
        set_of({"fields",       "springs",       "dike",      "embankment", "coastline", "waterway",   "headquarters",
                "hilltop",      "peak",          "harbour",   "academy",    "battalion", "checkpoint", "governorate",
                "district",     "province",      "mountains", "mountain",   "river",     "gorge",      "valley",
                "island",       "islands",       "village",   "lake",       "hills",     "hill",       "square",
                "airport",      "airbase",       "peninsula", "bay",        "gulf",      "sea",        "strait",
                "farms",        "desert",        "township",  "suburb",     "crossing",  "checkpoint", "bridge",
                "heights",      "plateau",       "canal",     "camp",       "dam",       "gap",        "oblast",
                "prefecture",   "canyon",        "forest",    "creek",      "beach",     "oasis",      "archipelago",
                "neighborhood", "neighbourhood", "county",    "university", "hospital",  "hotel",      "mosque",
                "church",       "park",          "street",    "streets",    "avenue",    "road",       "highway",
                "cemetery",     "prison",        "gate",      "palace",     "stadium",   "station",    "school",
                "college",      "roundabout",    "junction",  "market",     "building",  "complex",    "project",
                "plant",        "factory",       "quarter",   "forests",    "plains",    "orchards",   "axis",
                "theater",      "theatre",       "temple",    "shrine",     "tomb",      "embassy",    "consulate",
                "mall",         "plaza",         "tower",     "museum",     "barracks",  "base",       "zone",
                "trail",        "tunnel",        "field",     "center",     "centre",    "monastery",  "cathedral",
                "citadel",      "castle",        "fort",      "fortress",   "harbour",   "harbor",     "terminal",
                "monument",     "compound",      "ward",      "colony",     "nagar",     "chowk",      "city",
                "town",         "falls",         "pass",      "ridge",      "region",    "area",       "ocean",
                "house",        "row",           "depot",     "warehouse",  "range"});
    return set;
}

const StringSet& sure_last_words() {
    static const StringSet set =
        set_of({"governorate",  "district",      "province", "mountains", "river",      "gorge",     "valley",
                "islands",      "village",       "airport",  "airbase",   "peninsula",  "county",    "township",
                "neighborhood", "neighbourhood", "oblast",   "crossing",  "checkpoint", "prefecture"});
    return set;
}

const StringSet& describing() {
    static const StringSet set = set_of(
        {"the",           "eastern",   "western",  "northern",     "southern",     "central",      "north",
         "south",         "east",      "west",     "northeastern", "northwestern", "southeastern", "southwestern",
         "rural",         "downtown",  "nearby",   "neighboring",  "neighbouring", "strategic",    "remote",
         "mountainous",   "coastal",   "restive",  "small",        "key",          "main",         "upper",
         "lower",         "occupied",  "besieged", "historic",     "important",    "imperative",   "this",
         "flashpoint",    "mixed",     "shiite",   "sunni",        "kurdish",      "mainly",       "mostly",
         "predominantly", "contested", "busy",     "commercial",   "abandoned",    "nearby",       "crucial",
         "entire",        "whole",     "other",    "both",         "famous",       "ancient",      "old",
         "namely",        "vital",     "large",    "major",        "embattled",    "militant",     "poor"});
    return set;
}

bool is_locative(std::string_view key) {
    return key == "in" || key == "near" || key == "around" || key == "outside" || key == "inside" || key == "into";
}

bool takes_place(std::string_view key) {
    static const StringSet set =
        set_of({"entered",   "entering",   "stormed",    "storming",  "besieged",    "besieging",   "shelled",
                "shelling",  "liberated",  "retook",     "recapture", "recaptured",  "recapturing", "overran",
                "patrolled", "patrolling", "liberating", "retaking",  "overrunning", "bombarding",  "bombarded"});
    return contains(set, key);
}

const StringSet& hitting() {
    static const StringSet set =
        set_of({"captured", "capturing",  "capture",  "seized",   "seizing",  "seize",     "attacked",    "attacking",
                "attack",   "targeting",  "targeted", "struck",   "striking", "strike",    "bombed",      "bombing",
                "raided",   "raiding",    "reached",  "reaching", "enter",    "shell",     "retake",      "liberate",
                "occupied", "overrun",    "patrol",   "pounded",  "pounding", "encircled", "surrounding", "hit",
                "hitting",  "surrounded", "raid",     "storm",    "control",  "visited",   "visiting",    "evacuated"});
    return set;
}

const StringSet& assaults() {
    static const StringSet set =
        set_of({"attack",      "attacks",   "assault", "assaults", "offensive", "raid",     "raids",    "airstrikes",
                "airstrike",   "strikes",   "strike",  "advance",  "incursion", "shelling", "battle",   "fight",
                "bombardment", "siege",     "bombing", "bombings", "capture",   "fall",     "takeover", "liberation",
                "occupation",  "recapture", "seizure", "massacre", "invasion",  "clashes",  "march"});
    return set;
}

bool is_preposition(std::string_view key) {
    static const StringSet set =
        set_of({"in",   "at",      "near",       "around", "outside", "inside", "into",    "on",
                "over", "across",  "through",    "along",  "from",    "to",     "towards", "toward",
                "of",   "between", "throughout", "within", "and",     "above",  "off"});
    return contains(set, key);
}

const StringSet& other_words() {
    static const StringSet set =
        set_of({"the",      "a",        "an",        "at",         "on",       "in",        "from",       "after",
                "when",     "two",      "three",     "monday",     "tuesday",  "wednesday", "thursday",   "friday",
                "saturday", "sunday",   "january",   "february",   "march",    "april",     "may",        "june",
                "july",     "august",   "september", "october",    "november", "december",  "jan",        "feb",
                "mar",      "apr",      "jun",       "jul",        "aug",      "sept",      "sep",        "oct",
                "nov",      "dec",      "congress",  "parliament", "islam",    "english",   "french",     "spanish",
                "german",   "arabic",   "christmas", "easter",     "ramadan",  "god",       "allah",      "president",
                "prime",    "minister", "general",   "army",       "police",   "court",     "house",      "senate",
                "sunni",    "shiite",   "shia",      "muslim",     "muslims",  "christian", "christians", "jewish",
                "jews",     "catholic", "islamic",   "arab",       "arabs",    "kurdish",   "kurds",      "un",
                "nato",     "isis",     "internet",  "facebook",   "twitter",  "google",    "i",          "this",
                "these",    "those",    "his",       "her",        "their",    "our",       "my",         "its",
                "it",       "he",       "she",       "they",       "we",       "you",       "fact",       "addition",
                "today",    "spring",   "summer",    "autumn",     "winter",   "mr",        "mrs",        "ms",
                "dr",       "st",       "hebrew",    "latin",      "english",  "russian",   "chinese",    "japanese",
                "turkish",  "mandarin"});
    return set;
}

bool is_particle(std::string_view key) {
    return key == "al" || key == "el" || key == "ash" || key == "as" || key == "an" || key == "ad" || key == "ar" ||
           key == "az" || key == "at" || key == "bin" || key == "ez" || key == "es" || key == "ed" || key == "er" ||
           key == "et" || key == "ul" || key == "ud" || key == "ur" || key == "de" || key == "la";
}

const StringSet& first_words() {
    static const StringSet set = set_of(
        {"tal",    "tel",     "tell",    "tall",   "umm",   "khan",  "wadi", "jabal", "jebel", "jabel", "bustan",
         "rasm",   "kafr",    "kafar",   "kfar",   "hawsh", "housh", "bir",  "beer",  "ain",   "ayn",   "ein",
         "deir",   "dayr",    "beit",    "bayt",   "bab",   "abu",   "bani", "marj",  "qasr",  "talat", "ras",
         "shatt",  "khirbet", "khirbat", "hirbat", "ard",   "tariq", "souq", "mar",   "nahr",  "bala",  "jisr",
         "qalaat", "qalat",   "dahiya",  "dahret", "mount", "fort",  "port", "camp",  "balad", "baba",  "sabaa"});
    return set;
}

}  // namespace chronomap::unlisted
