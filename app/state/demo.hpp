#pragma once

#include <string>

namespace chronomap {

/// The demo article, shown when no file is given; empty when it is not installed.
std::string demo_path();

}  // namespace chronomap
