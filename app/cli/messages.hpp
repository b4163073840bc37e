#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// Exit status of the program.
/// 130 is what shells give a program that Ctrl-C ended.
enum ExitStatus { exit_done = 0, exit_some_failed = 1, exit_wrong_usage = 2, exit_cancelled = 130 };

/// "chronomap: error: FILE:LINE: what (remedy)" on standard error.
void print_error(const Error& error);
/// "chronomap: warning: …" on standard error.
void print_warning(const std::string& message);

}  // namespace chronomap
