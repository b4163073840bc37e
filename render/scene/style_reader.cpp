#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/scene/built_in_style.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

using nlohmann::json;

/// A style file merged over those that it extends.
struct StyleSheet {
    json whole;
};

namespace {

/// The zoom of values that are given by zoom in a style that was read for none: some 3,000 km in a window.
constexpr double usual_zoom = 6;

constexpr std::array<std::string_view, 10> shape_names{"circle",   "square",  "triangle", "diamond", "triangle-down",
                                                       "pentagon", "hexagon", "cross",    "star",    "ring"};
constexpr std::array<std::string_view, 5> font_names{"regular", "bold", "italic", "serif", "serif-bold"};
constexpr std::array<std::string_view, text_class_count> text_class_names{
    "country",  "province",    "sea",         "water",          "river",      "capital",    "large_town",
    "town",     "small_town",  "event_place", "selected_place", "event_area", "event_line", "symbol_count",
    "fan_date", "graticule",   "layer_name",  "layer_note",     "title",      "subtitle",   "date",
    "legend",   "legend_note", "scale_bar",   "sources"};
constexpr std::array<std::string_view, 2> theme_names{"light", "dark"};

/// What is wrong with the value of a key.
struct Wrong {
    std::string key, message, remedy;
};

std::string joined(const auto& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
}

enum class Take { all, what_depends_on_zoom };

/// Values are read for one zoom; whether any depended on it is told back.
struct Reading {
    double zoom = usual_zoom;
    Take take = Take::all;
    bool depends_on_zoom = false;
};

/// A JSON value, where it stands ("text.country.size"), and the reading that it is part of.
struct Value {
    const json& node;
    std::string key;
    Reading& reading;

    [[noreturn]] void wrong(std::string message, std::string remedy = {}) const {
        throw Wrong{key, std::move(message), std::move(remedy)};
    }
    Value at(const std::string& name) const { return {node.at(name), key.empty() ? name : key + "." + name, reading}; }
    Value at(std::size_t index) const { return {node.at(index), fmt::format("{}[{}]", key, index), reading}; }
};

/// What a number may be.
struct Within {
    float least = 0, most = 1000;
};
constexpr Within share{0, 1};

void take_within(Within range, const Value& value, float& member);

/// The members of an object; those that begin with "_" are comments. A member that is read by nobody is an error.
class Members {
  public:
    explicit Members(const Value& object) : object_(object) {
        if (!object.node.is_object()) object.wrong("must be an object {…}");
    }
    template <class Member>
    Members& read(const std::string& name, Member& member) {
        known_.insert(name);
        if (object_.node.contains(name)) take(object_.at(name), member);
        return *this;
    }
    /// A number that is within `range` at every zoom.
    Members& read_within(Within range, const std::string& name, float& member) {
        known_.insert(name);
        if (object_.node.contains(name)) take_within(range, object_.at(name), member);
        return *this;
    }
    /// One member for each name, in the order of `names`.
    template <class Names, class List>
    Members& read_each(const Names& names, List& list) {
        for (std::size_t i = 0; i < names.size(); ++i) read(std::string(names[i]), list[i]);
        return *this;
    }
    void no_others() const {
        for (const auto& [name, node] : object_.node.items()) {
            if (name.starts_with("_") || known_.contains(name)) continue;
            object_.at(name).wrong("is no key of a style", "known here: " + joined(known_));
        }
    }

  private:
    const Value& object_;
    std::set<std::string> known_;
};

float number_within(Within range, const Value& value) {
    if (!value.node.is_number()) value.wrong("must be a number, or {\"zoom\": [[4, 1], [8, 2]]}");
    const auto number = value.node.get<float>();
    if (!(number >= range.least) || number > range.most)
        value.wrong(fmt::format("must be from {} to {}", range.least, range.most));
    return number;
}

Colour colour_in(const Value& value) {
    if (!value.node.is_string()) value.wrong("must be a colour \"#rrggbb\" or \"#rrggbbaa\"");
    const auto colour = colour_from(value.node.get<std::string>());
    if (!colour) value.wrong(colour.error().message);
    return *colour;
}

float between(float a, float b, float share) {
    return std::lerp(a, b, share);
}
Colour between(Colour a, Colour b, float share) {
    return mixed(a, b, share);
}

/// The value between the stops of {"zoom": [[zoom, value], …]}: linear in zoom, the ends' values beyond them. Two stops
/// at one zoom are a step; its second value holds from there.
template <class Read>
auto by_zoom(const Value& value, const Read& read) {
    const Value list = value.at("zoom");
    if (value.node.size() != 1 || !list.node.is_array() || list.node.empty())
        value.wrong("must be {\"zoom\": [[zoom, value], …]}");
    std::vector<std::pair<double, decltype(read(value))>> stops;
    for (std::size_t i = 0; i < list.node.size(); ++i) {
        const Value stop = list.at(i);
        if (!stop.node.is_array() || stop.node.size() != 2 || !stop.node[0].is_number())
            stop.wrong("must be [zoom, value]");
        const double zoom = stop.node[0].get<double>();
        if (!stops.empty() && zoom < stops.back().first) stop.wrong("zooms must ascend");
        stops.emplace_back(zoom, read(stop.at(1)));
    }
    const double zoom = value.reading.zoom;
    const auto above = std::ranges::find_if(stops, [zoom](const auto& stop) { return stop.first > zoom; });
    if (above == stops.begin()) return above->second;
    const auto below = std::prev(above);
    if (above == stops.end()) return below->second;
    return between(below->second, above->second,
                   static_cast<float>((zoom - below->first) / (above->first - below->first)));
}

template <class Member, class Read>
void take_by_zoom(const Value& value, Member& member, const Read& read) {
    if (value.node.is_object() && value.node.contains("zoom")) {
        value.reading.depends_on_zoom = true;
        member = by_zoom(value, read);
    } else if (value.reading.take == Take::all) {
        member = read(value);
    }
}

void take_within(Within range, const Value& value, float& member) {
    take_by_zoom(value, member, [range](const Value& number) { return number_within(range, number); });
}
void take(const Value& value, float& member) {
    take_within({}, value, member);
}
void take(const Value& value, Colour& member) {
    take_by_zoom(value, member, colour_in);
}
void take(const Value& value, bool& member) {
    if (!value.node.is_boolean()) value.wrong("must be true or false");
    member = value.node.get<bool>();
}

/// One of `names`, in the order of the enum.
template <class Enum, class Names>
void take_name(const Value& value, Enum& member, const Names& names) {
    const auto found = value.node.is_string() ? std::ranges::find(names, value.node.get<std::string>()) : names.end();
    if (found == names.end()) value.wrong("must be one of " + joined(names));
    member = static_cast<Enum>(found - names.begin());
}
void take(const Value& value, SymbolShape& member) {
    take_name(value, member, shape_names);
}
void take(const Value& value, FontRole& member) {
    take_name(value, member, font_names);
}
void take(const Value& value, InterfaceTheme& member) {
    take_name(value, member, theme_names);
}

void take(const Value& value, std::array<float, 4>& dash) {
    if (!value.node.is_array() || value.node.size() > dash.size() || value.node.size() % 2 != 0)
        value.wrong("must be [], [on, off] or [on, off, on, off]");
    std::array<float, 4> lengths{};
    for (std::size_t i = 0; i < value.node.size(); ++i) lengths[i] = number_within({}, value.at(i));
    dash = lengths;
}

void take(const Value& value, LineStyle& line) {
    Members(value).read("colour", line.colour).read("width", line.width).read("dash", line.dash).no_others();
}

void take(const Value& value, KindStyle& kind) {
    Members(value).read("colour", kind.colour).read("shape", kind.shape).no_others();
}

void take(const Value& value, TextStyle& text) {
    Members(value)
        .read("colour", text.colour)
        .read_within(share, "kind_share", text.kind_share)
        .read("halo", text.halo)
        .read("halo_width", text.halo_width)
        .read_within({1, 1000}, "size", text.size)
        .read("size_most", text.size_most)
        .read("font", text.font)
        .read("spacing", text.spacing)
        .read("spacing_most", text.spacing_most)
        .read("dot", text.dot)
        .read("capitals", text.capitals)
        .read("least_zoom", text.least_zoom)
        .no_others();
}

void take(const Value& value, PanelStyle& panel) {
    Members(value)
        .read("fill", panel.fill)
        .read("edge", panel.edge)
        .read("edge_width", panel.edge_width)
        .read("radius", panel.radius)
        .read("sources", panel.sources)
        .read("scale_light", panel.scale_light)
        .read("scale_dark", panel.scale_dark)
        .no_others();
}

void take(const Value& value, std::array<LineStyle, 3>& bands) {
    if (!value.node.is_array() || value.node.size() > bands.size())
        value.wrong("must be a list of at most three lines");
    if (value.reading.take == Take::all) bands = {LineStyle{{}, 0, {}}, LineStyle{{}, 0, {}}, LineStyle{{}, 0, {}}};
    for (std::size_t i = 0; i < value.node.size(); ++i) take(value.at(i), bands[i]);
}

void take(const Value& value, std::array<Colour, 6>& colours) {
    if (!value.node.is_array() || value.node.size() != colours.size()) value.wrong("must be a list of six colours");
    for (std::size_t i = 0; i < colours.size(); ++i) take(value.at(i), colours[i]);
}

void take(const Value& value, std::vector<HeightColour>& ramp) {
    if (!value.node.is_array() || value.node.empty()) value.wrong("must be [[metres, colour], …]");
    std::vector<HeightColour> stops;
    for (std::size_t i = 0; i < value.node.size(); ++i) {
        const Value stop = value.at(i);
        if (!stop.node.is_array() || stop.node.size() != 2) stop.wrong("must be [metres, colour]");
        stops.push_back({number_within({-12000, 9000}, stop.at(0)), colour_in(stop.at(1))});
        if (i > 0 && stops[i].metres <= stops[i - 1].metres) stop.wrong("metres must ascend");
    }
    ramp = std::move(stops);
}

void take(const Value& value, std::array<KindStyle, event_kind_count>& kinds) {
    std::array<std::string_view, event_kind_count> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = name_of(static_cast<EventKind>(i));
    Members members(value);
    members.read_each(names, kinds).no_others();
}

void take(const Value& value, std::array<TextStyle, text_class_count>& texts) {
    Members members(value);
    members.read_each(text_class_names, texts).no_others();
}

void take(const Value& value, Style& style) {
    Members members(value);
    members.read_within(share, "relief", style.relief);
    members.read_within(share, "raster_saturation", style.raster_saturation);
    members.read("relief_shadow", style.relief_shadow).read("heights", style.heights).read("depths", style.depths);
    members.read("page", style.page).read("water", style.water).read("land", style.land);
    members.read("coast_bands", style.coast_bands).read("coast", style.coast).read("lake_shore", style.lake_shore);
    members.read("graticule", style.graticule).read("globe_edge", style.globe_edge);
    members.read("river", style.river).read_within(share, "river_thinning", style.river_thinning);
    members.read("country_band", style.country_band).read("country_line", style.country_line);
    members.read("province_line", style.province_line).read("disputed_line", style.disputed_line);
    members.read("kinds", style.kinds);
    members.read("symbol_radius", style.symbol_radius).read("symbol_radius_most", style.symbol_radius_most);
    members.read_within({0, 1}, "cluster_overlap", style.cluster_overlap).read("mixed_fill", style.mixed_fill);
    members.read("symbol_outline", style.symbol_outline).read("symbol_edge", style.symbol_edge);
    members.read_within(share, "symbol_edge_share", style.symbol_edge_share).read("symbol_casing", style.symbol_casing);
    members.read_within(share, "area_fill", style.area_fill).read("area_outline", style.area_outline);
    members.read("area_symbol_radius", style.area_symbol_radius)
        .read_within(share, "area_symbol_share", style.area_symbol_share);
    members.read_within({4, 1000}, "area_symbol_spacing", style.area_symbol_spacing);
    members.read("layer_colours", style.layer_colours).read_within(share, "layer_fill", style.layer_fill);
    members.read("layer_outline", style.layer_outline);
    members.read("line_width", style.line_width).read("casing", style.casing).read("selection", style.selection);
    members.read("pale", style.pale).read_within(share, "uncertain", style.uncertain);
    members.read_within(share, "pale_edge_share", style.pale_edge_share);
    members.read("text", style.texts).read("town_dot", style.town_dot).read("panel", style.panel);
    members.read("interface", style.interface_theme);
    members.no_others();
}

/// Reads a sheet into `style`. Throws Wrong.
void read_sheet(const std::shared_ptr<const StyleSheet>& sheet, Style& style, double zoom, Take what) {
    Reading reading{zoom, what, false};
    take(Value{sheet->whole, "", reading}, style);
    style.sheet = reading.depends_on_zoom ? sheet : nullptr;
}

int line_of(std::string_view text, std::size_t byte) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, std::min(byte, text.size())), '\n'));
}

/// The JSON of a style file. "//" begins a comment.
Result<json> parsed_file(const std::string& path) {
    std::error_code none;
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path, none)) return fail("cannot open the style", path);
    std::ostringstream text;
    text << file.rdbuf();
    try {
        json whole = json::parse(text.str(), nullptr, true, true);
        if (!whole.is_object()) return fail("a style must be a JSON object {…}", path);
        return whole;
    } catch (const json::parse_error& error) {
        return fail("the style is not JSON", path, line_of(text.str(), error.byte),
                    "look for a missing comma, quote or bracket before there");
    } catch (const json::exception&) {
        return fail("a number in the style is too large", path);
    }
}

json built_in_json() {
    return json::parse(built_in_style(), nullptr, true, true);
}

/// The path of what a style extends: the name of a shipped style, or a file beside the style's own.
Result<std::string> extended_path(const json& name, const std::string& path) {
    if (!name.is_string()) return fail("'extends' must be the name of a style or a file", path);
    const auto base = style_path(name.get<std::string>());
    if (!base) return fail("'extends': " + base.error().message, path, 0, base.error().remedy);
    return (std::filesystem::path(path).parent_path() / *base).string();
}

/// A style file over all that it extends, found sound.
Result<json> merged_file(const std::string& path, int depth) {
    constexpr int most_extended = 8;
    auto file = parsed_file(path);
    if (!file) return file;
    auto whole = std::make_shared<StyleSheet>(StyleSheet{built_in_json()});
    if (const auto extends = file->find("extends"); extends != file->end()) {
        if (depth == most_extended) return fail("'extends' goes round in a circle, or too far", path);
        const auto base_path = extended_path(*extends, path);
        if (!base_path) return tl::unexpected(base_path.error());
        auto base = merged_file(*base_path, depth + 1);
        if (!base) return base;
        whole->whole = std::move(*base);
        file->erase(extends);
    }
    whole->whole.merge_patch(*file);
    try {
        Style tried;
        read_sheet(whole, tried, usual_zoom, Take::all);
    } catch (const Wrong& wrong) {
        return fail("'" + wrong.key + "' " + wrong.message, path, 0, wrong.remedy);
    }
    return std::move(whole->whole);
}

}  // namespace

Style::Style() {
    static const auto light = std::make_shared<const StyleSheet>(StyleSheet{built_in_json()});
    name = "light";
    read_sheet(light, *this, usual_zoom, Take::all);
}

Result<std::shared_ptr<const Style>> load_style(const std::string& path) {
    auto whole = merged_file(path, 0);
    if (!whole) return tl::unexpected(whole.error());
    auto style = std::make_shared<Style>();
    style->name = std::filesystem::path(path).stem().string();
    read_sheet(std::make_shared<const StyleSheet>(StyleSheet{std::move(*whole)}), *style, usual_zoom, Take::all);
    return style;
}

std::shared_ptr<const Style> style_at(const std::shared_ptr<const Style>& style, double zoom) {
    if (!style->sheet) return style;
    auto at_zoom = std::make_shared<Style>(*style);
    read_sheet(style->sheet, *at_zoom, zoom, Take::what_depends_on_zoom);
    return at_zoom;
}

}  // namespace chronomap
