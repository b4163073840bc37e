#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "app/commands/command.hpp"
#include "app/state/camera_moves.hpp"
#include "app/state/dump.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;

namespace {

/// Lines that a command takes (several joined by " ; "), and lines that it must refuse in words, in a window with the
/// small story. FOLDER becomes a temporary folder with a file text.txt.
struct Examples {
    std::vector<std::string> good;
    std::vector<std::string> wrong;
};

const std::map<std::string, Examples> examples{
    {"article.show",
     {{"article.show story", "article.show story 3"}, {"article.show nothing", "article.show story x"}}},
    {"article.paste", {{"article.paste", "article.paste \"In 1993 people met in Lachin.\""}, {"article.paste \" \""}}},
    {"event.copy",
     {{"event.copy story-1993", "event.select story-1993 ; event.copy"}, {"event.copy", "event.copy nobody"}}},
    {"map.copy", {{"map.copy", "map.copy 800x600"}, {"map.copy largest"}}},
    {"dialog.show", {{"dialog.show help", "dialog.show none"}, {"dialog.show door"}}},
    {"dialog.toggle", {{"dialog.toggle about"}, {"dialog.toggle door"}}},
    {"correction.drop", {{"event.note story-1993 so ; correction.drop story-1993"}, {"correction.drop story-1993"}}},
    {"event.add",
     {{"event.add story 0 20 when 1994 at 46.5 39.5 There"},
      {"event.add story 0 20 when 1994", "event.add story 0 20 1994", "event.add story 0 90000 when 1994 at 46 39"}}},
    {"event.as-read",
     {{"event.as-read story-1993", "event.date story-1993 1994 ; event.as-read story-1993 date"},
      {"event.as-read story-1993 all-of-it", "event.as-read nobody"}}},
    {"event.date", {{"event.date story-1993 Nov 1994"}, {"event.date story-1993 once", "event.date nobody 1993"}}},
    {"event.kind", {{"event.kind story-1993 battle"}, {"event.kind story-1993 picnic"}}},
    {"event.merge",
     {{"event.merge story-1993 story-2020"}, {"event.merge story-1993 story-1993", "event.merge story-1993 nobody"}}},
    {"event.modality",
     {{"event.modality story-1993 denied", "event.modality story-1993 planned ; event.as-read story-1993 modality"},
      {"event.modality story-1993 sung", "event.modality nobody fact"}}},
    {"event.note", {{"event.note story-1993 as they say"}, {"event.note nobody so"}}},
    {"event.place",
     {{"event.place story-1993 46.5 39.5 The bridge", "event.place story-1993 test:Aghdam"},
      {"event.place story-1993 246 39", "event.place story-1993 46", "event.place story-1993 test:Nowhere"}}},
    {"event.remove",
     {{"event.select story-1993 ; event.split selected ; event.remove selected"}, {"event.remove story-1993"}}},
    {"event.said-by", {{"event.said-by story-1993 a witness"}, {"event.said-by nobody itself"}}},
    {"event.split", {{"event.split story-1993"}, {"event.split nobody"}}},
    {"event.join-again", {{}, {"event.join-again story-1993", "event.join-again nobody"}}},
    {"event.tell-apart",
     {{"event.merge story-1993 story-2020 ; event.tell-apart story-1993"},
      {"event.tell-apart story-1993", "event.tell-apart story-1993 story-2020"}}},
    {"event.verdict", {{"event.verdict story-1993 disputed"}, {"event.verdict story-1993 sure"}}},
    {"mention.place",
     {{"mention.place story 22 46.5 39.5"}, {"mention.place story 0 46 39", "mention.place no 22 46 39"}}},
    {"event.hover", {{"event.hover story-1993", "event.hover none"}, {"event.hover"}}},
    {"event.select", {{"event.select story-1993", "event.select next"}, {"event.select nobody"}}},
    {"export.caption", {{"export.caption \"some words\""}, {"export.caption"}}},
    {"export.snapshot", {{"export.snapshot FOLDER/out.png"}, {"export.snapshot"}}},
    {"export.subtitle", {{"export.subtitle words"}, {"export.subtitle"}}},
    {"export.title", {{"export.title words"}, {"export.title"}}},
    {"file.cancel", {{"file.cancel"}, {"file.cancel now"}}},
    {"file.open", {{"file.open FOLDER/text.txt"}, {"file.open"}}},
    {"file.answer", {{}, {"file.answer perhaps"}}},
    {"file.close", {{"file.close", "file.close story"}, {"file.close nothing"}}},
    {"file.recover", {{}, {"file.recover perhaps"}}},
    {"file.save", {{"file.save FOLDER/work.gpkg"}, {}}},
    {"file.open-recent", {{}, {"file.open-recent 99", "file.open-recent first"}}},
    {"file.save-as", {{"file.save-as FOLDER/other.gpkg"}, {}}},
    {"filter.box", {{"filter.box 46,39,47,40", "filter.box 46 39 47 40"}, {"filter.box 1,2,3", "filter.box a,b,c,d"}}},
    {"filter.clear", {{"filter.clear", "filter.clear kind"}, {"filter.clear colour"}}},
    {"filter.lasso",
     {{"filter.lasso 46,39 47,39 46.5,41"}, {"filter.lasso 46,39 47,39", "filter.lasso 200,0 1,2 3,4"}}},
    {"filter.set", {{"filter.set confidence 0.5", "filter.set verdict verified rejected", "filter.set modality denied"}, {"filter.set colour red", "filter.set confidence 7"}}},
    {"filter.toggle", {{"filter.toggle kind battle"}, {"filter.toggle kind picnic"}}},
    {"furniture.set", {{"furniture.set legend bottom-left"}, {"furniture.set sofa left"}}},
    {"layer.add", {{"layer.add FOLDER/text.txt"}, {"layer.add"}}},
    {"layer.opacity", {{}, {"layer.opacity nothing 0.5"}}},
    {"layer.remove", {{}, {"layer.remove nothing"}}},
    {"layer.show", {{}, {"layer.show nothing on"}}},
    {"map.fan", {{"map.fan none"}, {"map.fan nobody"}}},
    {"map.open", {{"map.open story-1993"}, {"map.open nobody"}}},
    {"map.pick",
     {{"map.pick event.place story-1993", "map.pick event.add story 0 20 when 1994 at", "map.pick none"},
      {"map.pick time.set 1993", "map.pick event.place"}}},
    {"map.tool", {{"map.tool box", "map.tool lasso", "map.tool none"}, {"map.tool hammer"}}},
    {"names.set", {{"names.set en"}, {"names.set klingon"}}},
    {"panel.hide", {{"panel.hide source"}, {"panel.hide cellar"}}},
    {"article.mention", {{}, {"article.mention story 9000", "article.mention no 3"}}},
    {"article.scroll", {{"article.scroll 1", "article.scroll top"}, {"article.scroll down"}}},
    {"compare.rows", {{"compare.rows shared"}, {"compare.rows some"}}},
    {"compare.show", {{"compare.show", "compare.show story"}, {"compare.show nothing"}}},
    {"find.set", {{"find.set people", "find.set"}, {}}},
    {"play.dwell", {{"play.dwell 1.5"}, {"play.dwell long"}}},
    {"play.fade",
     {{"play.fade 5 years", "play.fade 90", "play.fade off"}, {"play.fade long", "play.fade 2 moons", "play.fade 0"}}},
    {"play.gaps", {{"play.gaps skip"}, {"play.gaps jump"}}},
    {"play.loop", {{"play.loop all", "play.loop 1920/1990"}, {"play.loop sometimes"}}},
    {"play.speed", {{"play.speed 2", "play.speed faster"}, {"play.speed quick"}}},
    {"reports.group", {{"reports.group off", "reports.group on"}, {"reports.group maybe"}}},
    {"time.unit", {{"time.unit year", "time.unit next"}, {"time.unit fortnight"}}},
    {"timeline.play", {{"timeline.play", "timeline.play backward"}, {"timeline.play sideways"}}},
    {"timeline.toggle", {{"timeline.toggle"}, {"timeline.toggle sideways"}}},
    {"panel.show", {{"panel.show residue"}, {"panel.show cellar"}}},
    {"panel.size", {{"panel.size left 320", "panel.size table 200", "panel.size timeline 160"}, {"panel.size top 3", "panel.size left wide"}}},
    {"panel.toggle", {{"panel.toggle article"}, {"panel.toggle cellar"}}},
    {"relief.set", {{"relief.set off"}, {"relief.set"}}},
    {"relief.style", {{"relief.style tint"}, {"relief.style flat"}}},
    {"search.set", {{"search.set lachin", "search.set"}, {}}},
    {"state.dump", {{"state.dump FOLDER/state.json"}, {"state.dump FOLDER/no/such/folder.json"}}},
    {"stop.add", {{"time.set 1950 ; stop.add Quiet"}, {}}},
    {"stop.name", {{"stop.name 1 First"}, {"stop.name 99 Last"}}},
    {"stop.note", {{"stop.note 1 \"a note\""}, {"stop.note 99 x"}}},
    {"stop.remove", {{"stop.remove 1"}, {"stop.remove 99"}}},
    {"story.add", {{"story.add Begin"}, {}}},
    {"story.black", {{"story.add ; story.play ; story.black on"}, {"story.black grey"}}},
    {"story.export", {{"story.add ; story.export FOLDER/h.pdf"}, {"story.export FOLDER/h.png"}}},
    {"story.go", {{"story.add ; story.go 1"}, {"story.go 99"}}},
    {"story.highlight", {{"story.add ; story.highlight 1 story-1993"}, {"story.highlight 1 nobody"}}},
    {"story.move", {{"story.add A ; story.add B ; story.move 2 1"}, {"story.move 2 1"}}},
    {"story.name", {{"story.name \"Three towns\""}, {}}},
    {"story.notes", {{"story.add ; story.notes 1 \"say this\""}, {"story.notes 9 x"}}},
    {"story.play", {{"story.add ; story.play"}, {"story.play"}}},
    {"story.remove", {{"story.add ; story.remove 1"}, {"story.remove 1"}}},
    {"story.save", {{"story.add ; story.save FOLDER/story.json"}, {"story.save FOLDER/no/such/story.json"}}},
    {"story.show-notes", {{"story.show-notes on"}, {"story.show-notes perhaps"}}},
    {"story.text", {{"story.add ; story.text 1 \"some words\""}, {"story.text 9 x"}}},
    {"story.title", {{"story.add ; story.title 1 Begin"}, {"story.title 9 x"}}},
    {"story.update", {{"story.add ; story.update 1"}, {"story.update 1"}}},
    {"style.set", {{"style.set dark"}, {"style.set FOLDER/none.json"}}},
    {"table.columns", {{"table.columns date quote", "table.columns all"}, {"table.columns colour"}}},
    {"table.move", {{"table.move 1", "table.move -1", "table.move last"}, {"table.move far"}}},
    {"table.pick",
     {{"table.pick story-1993 story-2020", "table.pick toggle story-1993", "table.pick to story-1993",
       "table.pick none"},
      {"table.pick nobody", "table.pick toggle nobody", "table.pick to", "table.pick to nobody"}}},
    {"table.rows", {{"table.rows all", "table.rows shown"}, {"table.rows few"}}},
    {"table.show", {{"table.show", "table.show off", "table.show toggle"}, {"table.show maybe"}}},
    {"table.sort", {{"table.sort place", "table.sort quote desc"}, {"table.sort colour", "table.sort place up"}}},
    {"time.mode", {{"time.mode until"}, {"time.mode sideways"}}},
    {"time.set", {{"time.set 1993", "time.set \"Nov 2020\""}, {"time.set yesteryear"}}},
    {"time.step", {{"time.step 1"}, {"time.step far"}}},
    {"timeline.scale", {{"timeline.scale even"}, {"timeline.scale odd"}}},
    {"timeline.show", {{"timeline.show 1990/2000", "timeline.show all"}, {"timeline.show sometime"}}},
    {"timeline.stack", {{"timeline.stack article", "timeline.stack kind"}, {"timeline.stack height"}}},
    {"timeline.speed", {{"timeline.speed 2"}, {"timeline.speed fast"}}},
    {"timeline.stop", {{"timeline.stop 1"}, {"timeline.stop 99", "timeline.stop first"}}},
    {"view.centre", {{"view.centre 46 40"}, {"view.centre 46 100"}}},
    {"view.fit", {{"view.fit", "view.fit shown"}, {"view.fit mountains"}}},
    {"view.pan", {{"view.pan 3 4"}, {"view.pan 3 up"}}},
    {"view.zoom", {{"view.zoom 1.5", "view.zoom 2 100 100"}, {"view.zoom 0", "view.zoom 2 100"}}},
    {"wait.frames", {{"wait.frames 2"}, {"wait.frames -1"}}},
    {"wait.file", {{"wait.file FOLDER/text.txt"}, {"wait.file"}}},
    {"window.animate", {{"window.animate off"}, {"window.animate perhaps"}}},
    {"window.frames", {{"window.frames FOLDER/frames.json"}, {"window.frames"}}},
    {"window.furniture", {{"window.furniture full"}, {"window.furniture oak"}}},
    {"window.map", {{"window.map FOLDER/map.png"}, {"window.map"}}},
    {"window.resize", {{"window.resize 800x600"}, {"window.resize large"}}},
    {"window.scale",
     {{"window.scale 1.5", "window.scale larger", "window.scale smaller"}, {"window.scale huge", "window.scale 9"}}},
    {"window.screenshot", {{"window.screenshot FOLDER/window.png"}, {"window.screenshot"}}},
};

struct Window {
    AppState state = test::state_with_story();
    CommandRegistry registry = all_commands();
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("chronomap-commands-" + std::to_string(getpid()));

    Window() {
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "text.txt") << "In 1993 people met in Lachin.";
        set_map_size(state, 800, 600, 1);
        (void)registry.run_line(state, "time.set all");
    }
    ~Window() { std::filesystem::remove_all(folder); }

    Result<void> run(std::string line) {
        if (const std::size_t next = line.find(" ; "); next != line.npos) {
            if (const auto first = run(line.substr(0, next)); !first) return first;
            return run(line.substr(next + 3));
        }
        for (std::size_t at = line.find("FOLDER"); at != line.npos; at = line.find("FOLDER"))
            line.replace(at, 6, folder.string());
        return registry.run_line(state, line);
    }
};

}  // namespace

TEST_CASE("every command does what its examples ask, and refuses in words what it cannot do") {
    for (const auto& [name, example] : examples) {
        CAPTURE(name);
        for (const std::string& line : example.good) {
            Window window;
            const auto done = window.run(line);
            CHECK_MESSAGE(done, (line + ": " + (done ? "" : done.error().text())));
        }
        for (const std::string& line : example.wrong) {
            Window window;
            const std::string before = state_as_json(window.state);
            const auto done = window.run(line);
            REQUIRE_MESSAGE(!done, line);
            CHECK_MESSAGE(done.error().message.size() > 8, line);
            CHECK_MESSAGE(state_as_json(window.state) == before, (line + " changed something"));
        }
    }
}

TEST_CASE("every command can be called with any number of words without harm") {
    const CommandRegistry registry = all_commands();
    for (const CommandSpec& spec : registry.specs()) {
        CAPTURE(spec.name);
        CHECK_FALSE(spec.help.empty());
        CHECK(spec.help.back() != '.');
        CHECK(spec.min_arguments <= spec.max_arguments);
        // What takes arguments says which.
        CHECK((spec.max_arguments == 0) == spec.arguments.empty());
        Window window;
        if (spec.max_arguments < 4096) {
            std::string many = spec.name;
            for (std::size_t i = 0; i <= spec.max_arguments; ++i) many += " x";
            CHECK_FALSE(window.run(many));
        }
        if (spec.min_arguments > 0) CHECK_FALSE(window.run(spec.name));
    }
}

TEST_CASE("a command that takes words has an example here, or none of them is known to work") {
    const CommandRegistry registry = all_commands();
    for (const auto& [name, example] : examples) CHECK_MESSAGE(registry.find(name) != nullptr, name);
    std::string without;
    for (const CommandSpec& spec : registry.specs())
        if (spec.max_arguments == 0) {
            Window window;
            // Nothing to undo, no file to close: an answer in words will do.
            const auto done = window.run(spec.name);
            CHECK_MESSAGE((done || done.error().message.size() > 8), spec.name);
        } else if (!examples.contains(spec.name)) {
            without += (without.empty() ? "" : ", ") + spec.name;
        }
    CHECK_MESSAGE(without.empty(), ("without an example: " + without));
}
