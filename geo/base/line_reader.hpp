#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace chronomap {

/// Reads lines from a file descriptor in large pieces, in memory bounded by `longest`. Waiting for a pipe or a terminal
/// ends when a signal comes and `stopped` says so.
class LineReader {
  public:
    enum class Got : std::uint8_t {
        line,
        too_long,  ///< the line was longer than `longest` and was skipped
        end,       ///< of the input, or `stopped`
        error      ///< the input cannot be read; errno tells why
    };

    /// The descriptor stays the caller's. `stopped` may be empty: never.
    LineReader(int descriptor, std::size_t longest, std::function<bool()> stopped = {});

    /// The next line without its line feed; the last one may lack it.
    Got next(std::string& line);
    /// The first byte of what is left, which stays unread; 0 when nothing is left.
    char peek();
    /// All that is left, however long.
    std::string rest();
    /// Bytes of the lines that were given out.
    std::uint64_t bytes_read() const { return bytes_read_; }

  private:
    /// Replaces the buffer, which is used up, by the next piece; false at the end and on errors.
    bool fill();

    int descriptor_;
    std::size_t longest_;
    std::function<bool()> stopped_;
    std::string buffer_;
    std::size_t at_ = 0;  ///< of the buffer: before it all is given out
    std::uint64_t bytes_read_ = 0;
    bool failed_ = false;
};

}  // namespace chronomap
