#include "app/state/pasting.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "app/project/unsaved.hpp"
#include "app/state/citing.hpp"
#include "tests/app/small_story.hpp"
#include "tests/render/temporary_folder.hpp"

namespace chronomap {

TEST_CASE("paths and addresses of files on the clipboard are opened, in any script") {
    const TemporaryFolder folder;
    for (const char* name : {"Şuşa qəzeti.txt", "Արցախ.txt", "50% of it.txt"})
        std::ofstream(folder.file(name)) << "In 1993 people met in Lachin.";
    AppState state = test::state_with_story();
    const std::string lines = folder.file("Şuşa qəzeti.txt") + "\r\nfile://" + folder.path.string() +
                              "/%D4%B1%D6%80%D6%81%D5%A1%D5%AD.txt\nfile://" + folder.file("50% of it.txt") + "\n";
    REQUIRE(paste_article(state, lines));
    CHECK(state.requests.open == std::vector<std::string>{folder.file("Şuşa qəzeti.txt"), folder.file("Արցախ.txt"),
                                                          folder.file("50% of it.txt")});
    CHECK_FALSE(state.requests.clipboard.pasted);
}

TEST_CASE("text that only looks like paths is an article") {
    for (const char* text : {"/no/such/file", "file://", "Read file:///etc/hostname", "/etc/hostname\nand more"}) {
        AppState state = test::state_with_story();
        REQUIRE(paste_article(state, text));
        CHECK(state.requests.open.empty());
        CHECK(state.requests.clipboard.pasted == text);
    }
}

TEST_CASE("what was pasted gets an id of its own and is unsaved work, for it is in no file") {
    AppState state = test::state_with_story();
    CHECK(id_for_pasted(state) == "pasted-1");
    CHECK_FALSE(has_unsaved_work(state));
    auto pasted = std::make_shared<Extraction>(*test::small_story("pasted-1"));
    pasted->article.path = "-";
    add_extraction(state, pasted);
    CHECK(id_for_pasted(state) == "pasted-2");
    CHECK(has_unsaved_work(state));
    // Nor is there a file to cite.
    CHECK(citation_of(pasted->events[0], &pasted->article).ends_with("Three towns"));
}

}  // namespace chronomap
