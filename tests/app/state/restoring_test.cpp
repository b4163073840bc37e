#include "app/state/restoring.hpp"

#include <doctest/doctest.h>

#include "app/state/map_layers.hpp"
#include "app/state/map_style.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

ViewDocument document_of_1993() {
    ViewDocument document;
    document.time = {TimeMode::until, span_of_year(1993)};
    document.naming = NamingPolicy::dual;
    document.style = "dark";
    document.title = "A title of its own";
    document.selected_event = "story-1993";
    document.relief = {"heights.tif", ""};
    document.relief_style = ReliefStyle::hillshade;
    document.view = *fit_view({46, 39, 48, 40.5}, 1000, 500, 2);
    return document;
}

}  // namespace

TEST_CASE("a picture's view is shown again, all of it, in a window of any size") {
    AppState state = state_with_story();
    state.view.width_px = 400;
    state.view.height_px = 400;
    state.view.pixel_ratio = 1;
    const ViewDocument document = document_of_1993();
    restore_view(state, document);
    CHECK(state.time == document.time);
    CHECK(state.naming == NamingPolicy::dual);
    CHECK(map_style(state).name == "dark");
    CHECK(scene_of(state).furniture.title == "A title of its own");
    CHECK(state.selected_event == "story-1993");
    CHECK(scene_of(state).relief == ReliefChoice{"heights.tif", ReliefStyle::hillshade});
    CHECK(made_from(state).relief.path == "heights.tif");
    CHECK(state.view.crs == document.view.crs);
    CHECK(state.view.centre_x == document.view.centre_x);
    CHECK(state.view.width_px == 400);
    CHECK(state.view.metres_per_px * 400 == doctest::Approx(document.view.metres_per_px * 1000));
    CHECK(!state.view_is_fitted);
}

TEST_CASE("what a picture names and is not there leaves the state as it was, and a lost style is told") {
    AppState state = state_with_story();
    ViewDocument document = document_of_1993();
    document.style = "no/such/style.json";
    document.selected_event = "nobody";
    document.title = "Three towns";  // the article's own
    restore_view(state, document);
    CHECK(state.selected_event.empty());
    CHECK(state.title.empty());
    REQUIRE(!state.messages.empty());
    CHECK(state.messages.back().text.find("style.json") != std::string::npos);
}

TEST_CASE("the layers of the program are shown or hidden as the picture has them, the user's are closed") {
    AppState state = state_with_story();
    state.layers = {{std::make_shared<MapLayer>(), true, true}, {std::make_shared<MapLayer>(), true, false}};
    CHECK(made_from(state).own_layers);
    close_all(state);
    CHECK(state.layers.size() == 1);
    CHECK(state.store.current()->events.empty());
    ViewDocument document = document_of_1993();
    document.own_layers = false;
    restore_view(state, document);
    CHECK(!state.layers.front().shown);
    CHECK(!made_from(state).own_layers);
}

TEST_CASE("a picture is made from the files whose articles are open, each once") {
    AppState state = state_with_story();
    add_file(state, {{"a.txt", "1"}, {"story"}, {}});
    add_file(state, {{"b.txt", "2"}, {"other"}, {}});
    add_extraction(state, small_story("other"));
    add_file(state, {{"b.txt", "3"}, {"other"}, {}});
    CHECK(made_from(state).inputs == std::vector<DocumentFile>{{"a.txt", "1"}, {"b.txt", "3"}});
    auto layer = std::make_shared<MapLayer>();
    layer->id = "areas.gpkg";
    add_layer(state, layer);
    add_file(state, {{"areas.gpkg", "4"}, {}, {"areas.gpkg"}});
    CHECK(made_from(state).inputs.size() == 3);
    state.layers.back().shown = false;
    CHECK(made_from(state).inputs.size() == 2);
    state.store.remove_article("story");
    events_changed(state);
    CHECK(made_from(state).inputs == std::vector<DocumentFile>{{"b.txt", "3"}});
}
