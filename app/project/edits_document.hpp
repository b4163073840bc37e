#pragma once

#include <map>
#include <string>

#include "app/state/edits.hpp"
#include "geo/base/result.hpp"

namespace chronomap {

/// Adds what the user made of the material to a project's documents, one for each kind: "stops", "story",
/// "corrections". What there is none of has no document.
void add_documents(const Edits& edits, std::map<std::string, std::string>& documents);

/// Reads what add_documents wrote; documents of other names are left alone. Error: names the document that cannot be
/// read.
Result<Edits> edits_from(const std::map<std::string, std::string>& documents);

}  // namespace chronomap
