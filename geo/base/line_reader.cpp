#include "geo/base/line_reader.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace chronomap {
namespace {

constexpr std::size_t piece_bytes = 256 << 10;

}  // namespace

LineReader::LineReader(int descriptor, std::size_t longest, std::function<bool()> stopped)
    : descriptor_(descriptor), longest_(longest), stopped_(std::move(stopped)) {}

bool LineReader::fill() {
    buffer_.resize(piece_bytes);
    at_ = 0;
    ssize_t got = -1;
    while (!(stopped_ && stopped_())) {
        // Unlike read, poll returns after any signal, so that a quiet pipe does not keep Ctrl-C waiting.
        pollfd wanted{descriptor_, POLLIN, 0};
        if (poll(&wanted, 1, -1) < 0) {
            if (errno == EINTR) continue;
            break;
        }
        got = read(descriptor_, buffer_.data(), buffer_.size());
        if (got < 0 && errno == EINTR) continue;
        failed_ = got < 0;
        break;
    }
    buffer_.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return got > 0;
}

LineReader::Got LineReader::next(std::string& line) {
    line.clear();
    bool too_long = false;
    bool anything = false;
    while (true) {
        if (at_ == buffer_.size() && !fill()) {
            if (failed_) return Got::error;
            if (!anything || (stopped_ && stopped_())) return Got::end;
            return too_long ? Got::too_long : Got::line;
        }
        anything = true;
        const std::size_t feed = buffer_.find('\n', at_);
        const std::size_t end = feed == std::string::npos ? buffer_.size() : feed;
        too_long = too_long || line.size() + (end - at_) > longest_;
        if (too_long)
            std::string().swap(line);
        else
            line.append(buffer_, at_, end - at_);
        bytes_read_ += end - at_ + (feed == std::string::npos ? 0 : 1);
        at_ = feed == std::string::npos ? end : feed + 1;
        if (feed != std::string::npos) return too_long ? Got::too_long : Got::line;
    }
}

char LineReader::peek() {
    return at_ < buffer_.size() || fill() ? buffer_[at_] : '\0';
}

std::string LineReader::rest() {
    std::string all;
    do {
        all.append(buffer_, at_);
        at_ = buffer_.size();
    } while (fill());
    return all;
}

}  // namespace chronomap
