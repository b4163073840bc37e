#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// An error as the window tells it: "story.txt, line 3: has no text. Give each row a text." The file's folder is left
/// out; what libraries put before their own words is, too.
std::string plain_words(const Error& error);

}  // namespace chronomap
