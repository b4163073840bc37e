#include "app/window/open_job.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <future>

#include "tests/app/small_story.hpp"

using namespace chronomap;

namespace {

std::vector<OpenJob::Delivery> wait_for(OpenJob& job) {
    std::vector<OpenJob::Delivery> all;
    for (int i = 0; i < 1000 && job.running(); ++i) {
        for (auto& delivery : job.take()) all.push_back(std::move(delivery));
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return all;
}

}  // namespace

TEST_CASE("files are read on another thread; one that fails does not void the rest") {
    std::atomic<int> woken = 0;
    const auto main_thread = std::this_thread::get_id();
    OpenJob job(
        [&](const OpenPath& open, std::stop_token) -> LoadedFile {
            const std::string& path = open.path;
            CHECK(std::this_thread::get_id() != main_thread);
            if (path == "bad") return fail("cannot be read", path);
            return FileContents{{test::small_story(path)}, {}, {}};
        },
        [&] { ++woken; });
    job.start({{"one"}, {"bad"}, {"two"}}, {});
    const auto delivered = wait_for(job);
    REQUIRE(delivered.size() == 3);
    CHECK(delivered[0].loaded);
    CHECK_FALSE(delivered[1].loaded);
    CHECK(delivered[2].loaded.value().extractions.front()->article.id == "two");
    CHECK(woken >= 4);
    CHECK_FALSE(job.running());
}

TEST_CASE("reading can be cancelled, and what was read before is kept") {
    std::promise<void> first_read;
    OpenJob job(
        [&](const OpenPath& open, std::stop_token stop) -> LoadedFile {
            const std::string& path = open.path;
            if (path == "slow") {
                first_read.set_value();
                while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return fail("cancelled", path);
            }
            return FileContents{{test::small_story(path)}, {}, {}};
        },
        [] {});
    job.start({{"one"}, {"slow"}, {"never"}}, {});
    first_read.get_future().wait();
    CHECK(job.status().running);
    job.cancel();
    const auto delivered = wait_for(job);
    REQUIRE(delivered.size() == 2);
    CHECK(delivered[0].loaded);
}

TEST_CASE("what was read is made ready for the window; what changed meanwhile is added to instead") {
    OpenJob job(
        [](const OpenPath& open, std::stop_token) -> LoadedFile {
            return FileContents{{test::small_story(open.path)}, {}, {}};
        },
        [] {});
    AppState taken, changed;
    job.start({{"one"}, {"two"}}, taken.store);
    for (OpenJob::Delivery& delivery : wait_for(job)) {
        const EventSetPtr ready = delivery.prepared.after.current();
        PreparedEvents late = delivery.prepared;
        add_extractions(taken, delivery.loaded->extractions, std::move(delivery.prepared));
        CHECK(taken.store.current() == ready);
        CHECK(taken.framed.events == ready);
        if (delivery.opened.path == "one") add_extraction(changed, test::small_story("other"));
        add_extractions(changed, delivery.loaded->extractions, std::move(late));
        CHECK(changed.store.current() != ready);
    }
    CHECK(taken.store.current()->articles.size() == 2);
    CHECK(changed.store.current()->articles.size() == 3);
}
