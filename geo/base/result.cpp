#include "geo/base/result.hpp"

namespace chronomap {

std::string Error::text() const {
    std::string out;
    if (!file.empty()) {
        out += file;
        if (line > 0) out += ":" + std::to_string(line);
        out += ": ";
    }
    out += message;
    if (!remedy.empty()) out += " (" + remedy + ")";
    return out;
}

}  // namespace chronomap
