#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/base/result.hpp"

namespace chronomap {

/// Known errors of the map's sources, with the reason and source of each correction
/// (third_party/recipes/corrections.json). A correction names the layer, the field values by which its feature is
/// known, and the values to set.
class Corrections {
  public:
    using Fields = std::map<std::string, std::string>;

    Corrections() = default;
    static Result<Corrections> load(const std::string& path);

    /// Sets the corrected values in `fields` of a feature of `layer`. A correction applies where all its "where" values
    /// are equal. Returns false when the feature is to be left out altogether.
    bool apply(const std::string& layer, Fields& fields) const;
    /// Corrections that met no feature so far: the source has changed and the file wants a look.
    std::vector<std::string> unused() const;

  private:
    struct Correction {
        std::string layer;
        Fields where;
        Fields set;
        bool drop = false;
        mutable bool used = false;
    };
    std::multimap<std::string, Correction> corrections_;
};

}  // namespace chronomap
