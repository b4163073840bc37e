#include "app/cli/messages.hpp"

#include <cstdio>

namespace chronomap {

void print_error(const Error& error) {
    std::fprintf(stderr, "chronomap: error: %s\n", error.text().c_str());
}

void print_warning(const std::string& message) {
    std::fprintf(stderr, "chronomap: warning: %s\n", message.c_str());
}

}  // namespace chronomap
