#include "geo/base/line_reader.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

using namespace chronomap;

namespace {

/// A pipe that a thread fills with `bytes`.
class FilledPipe {
  public:
    explicit FilledPipe(std::string bytes) {
        REQUIRE(pipe(ends_) == 0);
        writer_ = std::jthread([bytes = std::move(bytes), end = ends_[1]] {
            for (std::size_t done = 0; done < bytes.size();) {
                const ssize_t wrote = write(end, bytes.data() + done, bytes.size() - done);
                if (wrote <= 0) break;
                done += static_cast<std::size_t>(wrote);
            }
            close(end);
        });
    }
    ~FilledPipe() {
        writer_.join();
        close(ends_[0]);
    }
    int end() const { return ends_[0]; }

  private:
    int ends_[2] = {-1, -1};
    std::jthread writer_;
};

std::vector<std::string> lines_of(const std::string& bytes, std::size_t longest = 1 << 20) {
    const FilledPipe input(bytes);
    LineReader reader(input.end(), longest);
    std::vector<std::string> lines;
    std::string line;
    while (true) {
        const auto got = reader.next(line);
        if (got == LineReader::Got::end) break;
        REQUIRE(got != LineReader::Got::error);
        lines.push_back(got == LineReader::Got::too_long ? "<too long>" : line);
    }
    CHECK(reader.bytes_read() == bytes.size());
    return lines;
}

}  // namespace

TEST_CASE("lines are read whole, also across pieces, and the last one without its line feed") {
    CHECK(lines_of("").empty());
    CHECK(lines_of("\n") == std::vector<std::string>{""});
    CHECK(lines_of("a\n\nb") == std::vector<std::string>{"a", "", "b"});
    const std::string long_line(700'000, 'x');
    CHECK(lines_of("a\n" + long_line + "\nb\n") == std::vector<std::string>{"a", long_line, "b"});
}

TEST_CASE("a line that is too long is skipped, and those after it are read") {
    CHECK(lines_of("a\n" + std::string(900'000, 'x') + "\nb\n", 1000) ==
          std::vector<std::string>{"a", "<too long>", "b"});
    CHECK(lines_of(std::string(900'000, 'x'), 1000) == std::vector<std::string>{"<too long>"});
    CHECK(lines_of("1234\n12345\n", 4) == std::vector<std::string>{"1234", "<too long>"});
}

TEST_CASE("the first byte can be looked at before everything is read") {
    const FilledPipe input("{\"a\":1}\nrest");
    LineReader reader(input.end(), 100);
    CHECK(reader.peek() == '{');
    CHECK(reader.rest() == "{\"a\":1}\nrest");
    CHECK(reader.peek() == '\0');
}

TEST_CASE("a reader that is told to stop gives no more") {
    const FilledPipe input("a\nb\n");
    bool stop = false;
    LineReader reader(input.end(), 100, [&] { return stop; });
    std::string line;
    stop = true;
    CHECK(reader.next(line) == LineReader::Got::end);
}
