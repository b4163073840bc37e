#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "app/cli/commands.hpp"
#include "app/cli/messages.hpp"

namespace {

/// Ends the program when its files are closed. Taking OpenGL, GDAL and a hundred libraries apart takes longer than
/// reading an article did, and nobody is waiting for it; only leak checkers are.
int leave(int status) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    std::fflush(nullptr);
    std::_Exit(status);
#endif
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App program{"chronomap turns articles about a conflict into a map that moves through time.", "chronomap"};
    int exit_status = chronomap::exit_done;
    chronomap::add_commands(program, exit_status);
    try {
        program.parse(argc, argv);
        return leave(exit_status);
    } catch (const CLI::ParseError& error) {
        // CLI11's own exit codes are many; ours are 0 for --help and --version, 2 for wrong usage.
        return program.exit(error) == 0 ? chronomap::exit_done : chronomap::exit_wrong_usage;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "chronomap: error: %s\n", error.what());
        return chronomap::exit_some_failed;
    }
}
