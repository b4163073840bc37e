#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace chronomap {

/// What went wrong with something that belongs to the user or the system: a file, an argument, a device.
/// `file` and `remedy` may be empty; `line` is 1-based, 0 when unknown.
struct Error {
    std::string message;
    std::string file{};
    int line = 0;
    std::string remedy{};

    /// "FILE:LINE: message (remedy)", leaving out what is not known.
    std::string text() const;
};

template <class T>
using Result = tl::expected<T, Error>;

/// `return fail("cannot open", path)` from any function that returns a Result.
inline tl::unexpected<Error> fail(std::string message, std::string file = {}, int line = 0, std::string remedy = {}) {
    return tl::unexpected<Error>(Error{std::move(message), std::move(file), line, std::move(remedy)});
}

}  // namespace chronomap
