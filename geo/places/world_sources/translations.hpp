#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// What a country is called in the languages of CLDR, by way of ICU: {"ru", "Франция"}, in the order of the languages'
/// codes. In Latin letters only in the languages that the program reads: "Island" is Iceland in German, "Chili" is
/// Chile in French.
std::vector<PlaceName> country_names(const std::string& iso_code);

/// Is it in a language of the region that the program began with? Those are shown; all are found.
bool is_shown(const PlaceName& name);

/// Can it be taken for a word of another language? "Çili" is Chile in Azerbaijani, and "chili" in English spelling.
bool is_ambiguous(const PlaceName& name);

/// Is it in another script than the Latin one, or in a language that the program reads?
bool is_own_spelling(const PlaceName& name);

/// The provinces of Debian's iso-codes with their names in other languages.
class SubdivisionNames {
  public:
    /// `iso_3166_2` is iso_3166-2.json, `locales` a folder of LANGUAGE/LC_MESSAGES/iso_3166-2.mo. With an empty path
    /// there are no names. Error: a file that is no such list or catalogue.
    static Result<SubdivisionNames> load(const std::string& iso_3166_2, const std::string& locales);

    /// Names of the province of `country` that bears one of `names`; none where there is no such province.
    std::vector<PlaceName> of(const std::string& country, const std::vector<std::string>& names) const;

  private:
    std::vector<std::pair<std::string, std::string>> keys_;  ///< "AZ.name key" -> name in English, sorted
    std::vector<std::pair<std::string, PlaceName>> names_;   ///< name in English -> in a language, sorted
};

/// The messages of a GNU gettext catalogue (.mo), each with its translation.
/// https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html. Error: it is none, or damaged.
Result<std::vector<std::pair<std::string, std::string>>> read_catalogue(const std::string& path);

}  // namespace chronomap
