#include "geo/events/happening_words.hpp"

#include <algorithm>
#include <iterator>

namespace chronomap {

const WordSet& locatives() {
    static const WordSet set{"in",     "at",     "near", "inside", "outside",    "on",     "over",       "through",
                             "around", "across", "into", "along",  "throughout", "within", "surrounding"};
    return set;
}

const WordSet& weak_prepositions() {
    static const WordSet set{"to", "from", "towards", "toward", "of", "onto", "off"};
    return set;
}

const WordSet& place_nouns() {
    static const WordSet set{
        "town",        "towns",      "city",         "cities",       "village",       "villages",      "region",
        "capital",     "district",   "districts",    "province",     "provinces",     "port",          "settlement",
        "settlements", "area",       "areas",        "neighborhood", "neighborhoods", "neighbourhood", "suburb",
        "suburbs",     "camp",       "county",       "state",        "island",        "islands",       "valley",
        "commune",     "locality",   "municipality", "part",         "parts",         "outskirts",     "countryside",
        "center",      "centre",     "streets",      "street",       "heart",         "border",        "borders",
        "coast",       "fields",     "hills",        "hill",         "mountain",      "mountains",     "base",
        "airport",     "checkpoint", "stronghold",   "hub",          "front",         "fronts",        "governorate",
        "republic",    "territory",  "enclave",      "strip",        "peninsula",     "foothills",     "bridge",
        "farms"};
    return set;
}

const WordSet& settlements() {
    static const WordSet set{"town",    "towns",      "city", "cities",      "village", "villages",
                             "capital", "settlement", "port", "settlements", "suburb",  "island"};
    return set;
}

const WordSet& directions() {
    static const WordSet set{"north",      "south",        "east",         "west",         "northeast",   "northwest",
                             "southeast",  "southwest",    "north-east",   "south-east",   "north-west",  "south-west",
                             "northern",   "southern",     "eastern",      "western",      "central",     "regional",
                             "provincial", "northeastern", "northwestern", "southeastern", "southwestern"};
    return set;
}

const WordSet& describing() {
    static const WordSet set{
        "the",          "a",        "an",      "all",       "this",       "nearby",     "rural",       "downtown",
        "strategic",    "main",     "remote",  "coastal",   "mainly",     "mostly",     "key",         "occupied",
        "suburban",     "upper",    "lower",   "restive",   "volatile",   "holy",       "historic",    "contested",
        "ancient",      "besieged", "largest", "important", "imperative", "their",      "its",         "another",
        "several",      "two",      "three",   "some",      "many",       "other",      "small",       "disputed",
        "troubled",     "crowded",  "busy",    "affluent",  "divided",    "flashpoint", "neighboring", "neighbouring",
        "both",         "shiite",   "sunni",   "kurdish",   "muslim",     "christian",  "jewish",      "arab",
        "predominantly"};
    return set;
}

bool takes_place(std::string_view verb) {
    static constexpr std::string_view stems[] = {
        "captur",  "enter",   "seiz",   "storm",     "shell", "bomb",      "strik",   "struck",   "target",  "patrol",
        "raid",    "liberat", "attack", "hit",       "invad", "occup",     "besieg",  "recaptur", "retak",   "retook",
        "destroy", "pound",   "rock",   "reach",     "overr", "encircl",   "conquer", "cross",    "evacuat", "left",
        "leav",    "visit",   "burn",   "ransack",   "loot",  "control",   "secur",   "surround", "clear",   "annex",
        "ceded",   "hold",    "held",   "infiltrat", "tour",  "demonstrat"};
    return std::any_of(std::begin(stems), std::end(stems), [&](std::string_view s) { return verb.starts_with(s); });
}

bool is_no_verb(std::string_view word) {
    static const WordSet set{"during",     "following", "including",  "according", "united",    "hundred",
                             "morning",    "evening",   "building",   "nothing",   "something", "anything",
                             "everything", "regarding", "concerning", "armed",     "wing",      "king",
                             "ceiling",    "indeed",    "need",       "wedding",   "being",     "rebel-held",
                             "red",        "sacred",    "hatred",     "given"};
    return set.count(word) > 0;
}

bool is_no_deed(std::string_view word) {
    static const WordSet set{"denied",   "rejected", "threatened", "planned", "tried",     "attempted", "intended",
                             "believed", "alleged",  "suspected",  "refused", "dismissed", "refuted",   "televised"};
    return set.count(word) > 0;
}

bool is_possessive(std::string_view word) {
    return word == "'s" || word == "’s" || word == "'" || word == "’";
}

bool ends_clause(std::string_view word) {
    static const WordSet set{";",    ":",         "—",        "–",     "\"",        "“",       "”",       "which",
                             "who",  "that",      "where",    "when",  "while",     "after",   "before",  "but",
                             "as",   "because",   "although", "since", "following", "amid",    "said",    "says",
                             "told", "according", "during",   "if",    "whose",     "whereas", "although"};
    return set.count(word) > 0;
}

}  // namespace chronomap
