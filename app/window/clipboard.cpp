#include "app/window/clipboard.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <thread>
#include <vector>

extern char** environ;

namespace chronomap {

namespace {

bool is_installed(const char* program) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');)
        if (access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
    return false;
}

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != 0;
}

/// Runs a program with the file as its input, until it ends or leaves the rest to a child of its own. True: it did well.
bool run_with_input(std::vector<std::string> words, const std::string& input) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
    // The child that serves the clipboard outlives this program: it must not hold on to its output.
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments[0], &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0) return false;
    constexpr int most_looks = 500;
    for (int look = 0; look < most_looks; ++look) {
        int status = 0;
        if (waitpid(child, &status, WNOHANG) == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    return false;
}

}  // namespace

Result<void> copy_picture(const std::string& path) {
    const bool wayland = is_set("WAYLAND_DISPLAY");
    if (wayland && is_installed("wl-copy") && run_with_input({"wl-copy", "--type", "image/png"}, path)) return {};
    if (is_set("DISPLAY") && is_installed("xclip") &&
        run_with_input({"xclip", "-selection", "clipboard", "-t", "image/png", "-i"}, path))
        return {};
    return fail("pictures cannot be put onto this desktop's clipboard", {}, 0,
                wayland ? "install wl-clipboard" : "install xclip");
}

}  // namespace chronomap
