#include "render/scene/style.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>

#include <nlohmann/json.hpp>

#include "geo/base/asset_paths.hpp"

namespace chronomap {
namespace {

Colour rgb(unsigned hex, float alpha = 1) {
    return {static_cast<float>(hex >> 16 & 255) / 255, static_cast<float>(hex >> 8 & 255) / 255,
            static_cast<float>(hex & 255) / 255, alpha};
}

constexpr std::array<std::string_view, 10> shape_names{"circle",   "square",  "triangle", "diamond", "triangle-down",
                                                       "pentagon", "hexagon", "cross",    "star",    "ring"};

using nlohmann::json;

/// Reads keys into members; every key of the file must be one that is known.
class StyleReader {
  public:
    explicit StyleReader(Style& style) {
        bind("page", style.page), bind("water", style.water), bind("land", style.land);
        bind("coast", style.coast), bind("lake_shore", style.lake_shore), bind("graticule", style.graticule);
        bind("river", style.river), bind("river_thinning", style.river_thinning);
        bind("country_band", style.country_band), bind("country_line", style.country_line);
        bind("province_line", style.province_line), bind("disputed_line", style.disputed_line);
        bind("globe_edge", style.globe_edge);
        bind("symbol_radius", style.symbol_radius), bind("symbol_radius_most", style.symbol_radius_most);
        bind("symbol_outline", style.symbol_outline), bind("area_fill", style.area_fill);
        bind("area_outline", style.area_outline), bind("line_width", style.line_width);
        bind("casing", style.casing), bind("selection", style.selection), bind("uncertain", style.uncertain);
        readers_["coast_bands"] = [&style, this](const json& value) {
            if (!value.is_array() || value.size() > style.coast_bands.size()) throw Wrong{"at most three bands"};
            style.coast_bands = {};
            for (std::size_t i = 0; i < value.size(); ++i) read(value[i], style.coast_bands[i]);
        };
        readers_["kinds"] = [&style, this](const json& value) {
            for (const auto& [name, look] : value.items()) {
                std::size_t kind = 0;
                while (kind < event_kind_count && name_of(static_cast<EventKind>(kind)) != name) ++kind;
                if (kind == event_kind_count) throw Wrong{"no kind of event is called '" + name + "'"};
                read(look.at("colour"), style.kinds[kind].colour);
                const auto shape = std::ranges::find(shape_names, look.at("shape").get<std::string>());
                if (shape == shape_names.end()) throw Wrong{"unknown shape of '" + name + "'"};
                style.kinds[kind].shape = static_cast<SymbolShape>(shape - shape_names.begin());
            }
        };
    }

    Result<void> read_file(const std::string& path) {
        std::ifstream file(path);
        if (!file) return fail("cannot open the style", path);
        try {
            const json whole = json::parse(file, nullptr, true, true);
            for (const auto& [key, value] : whole.items()) {
                if (!key.empty() && key[0] == '_') continue;  // "_comment"
                const auto reader = readers_.find(key);
                if (reader == readers_.end()) return fail("the style has an unknown key '" + key + "'", path);
                reader->second(value);
            }
        } catch (const Wrong& wrong) {
            return fail(wrong.message, path);
        } catch (const json::exception& error) {
            return fail(error.what(), path);
        }
        return {};
    }

  private:
    struct Wrong {
        std::string message;
    };

    template <class Member>
    void bind(const char* key, Member& member) {
        readers_[key] = [&member, this](const json& value) { read(value, member); };
    }
    void read(const json& value, float& member) { member = value.get<float>(); }
    void read(const json& value, Colour& member) {
        const auto colour = colour_from(value.get<std::string>());
        if (!colour) throw Wrong{colour.error().message};
        member = *colour;
    }
    void read(const json& value, LineStyle& member) {
        read(value.at("colour"), member.colour);
        member.width = value.at("width").get<float>();
        member.dash = {};
        const json dash = value.value("dash", json::array());
        for (std::size_t i = 0; i < std::min<std::size_t>(4, dash.size()); ++i) member.dash[i] = dash[i].get<float>();
    }

    std::map<std::string, std::function<void(const json&)>> readers_;
};

}  // namespace

Result<Colour> colour_from(std::string_view text) {
    unsigned value = 0;
    const bool shaped = (text.size() == 7 || text.size() == 9) && text[0] == '#';
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
    if (!shaped || error != std::errc{} || end != text.data() + text.size())
        return fail("'" + std::string(text) + "' is no colour; write #rrggbb or #rrggbbaa");
    if (text.size() == 9) return rgb(value >> 8, static_cast<float>(value & 255) / 255);
    return rgb(value);
}

Colour mixed(Colour a, Colour b, float share) {
    return {std::lerp(a.r, b.r, share), std::lerp(a.g, b.g, share), std::lerp(a.b, b.b, share),
            std::lerp(a.a, b.a, share)};
}

Style::Style()
    : coast_bands{LineStyle{rgb(0xcddfe8), 15, {}}, LineStyle{rgb(0xc2d8e3), 8.5f, {}},
                  LineStyle{rgb(0xb2cddb), 3.6f, {}}},
      coast{rgb(0x5f8ba1), 0.9f, {}},
      lake_shore{rgb(0x7ba3b7), 0.8f, {}},
      graticule{rgb(0x6e8a98, 0.22f), 0.6f, {}},
      river{rgb(0x82aec4), 2.1f, {}},
      country_band{rgb(0xe6d8ca), 5.5f, {}},
      country_line{rgb(0x8d7468), 1.15f, {9, 2.6f, 1.6f, 2.6f}},
      province_line{rgb(0xc2b5a8), 0.8f, {3, 2.4f, 0, 0}},
      disputed_line{rgb(0x9c6b8e), 1.2f, {2.2f, 2.4f, 0, 0}},
      globe_edge{rgb(0x8aa5b3), 1, {}} {
    // Okabe and Ito, "Color Universal Design" (2008), black and grey added; each with a shape of its own.
    kinds[static_cast<std::size_t>(EventKind::other)] = {rgb(0x595f69), SymbolShape::circle};
    kinds[static_cast<std::size_t>(EventKind::battle)] = {rgb(0xd55e00), SymbolShape::star};
    kinds[static_cast<std::size_t>(EventKind::attack)] = {rgb(0xe69f00), SymbolShape::triangle};
    kinds[static_cast<std::size_t>(EventKind::control_change)] = {rgb(0x0072b2), SymbolShape::square};
    kinds[static_cast<std::size_t>(EventKind::displacement)] = {rgb(0xcc79a7), SymbolShape::diamond};
    kinds[static_cast<std::size_t>(EventKind::negotiation)] = {rgb(0x009e73), SymbolShape::hexagon};
    kinds[static_cast<std::size_t>(EventKind::visit)] = {rgb(0x56b4e9), SymbolShape::pentagon};
    kinds[static_cast<std::size_t>(EventKind::humanitarian)] = {rgb(0xb2182b), SymbolShape::cross};
    kinds[static_cast<std::size_t>(EventKind::legal_act)] = {rgb(0x4b3f8f), SymbolShape::ring};
    kinds[static_cast<std::size_t>(EventKind::protest)] = {rgb(0xd6c81c), SymbolShape::triangle_down};
}

float Style::radius_of(double count) const {
    return std::min(symbol_radius_most,
                    symbol_radius * static_cast<float>(std::sqrt(std::max(1.0, 0.5 + 0.5 * count))));
}

Result<std::shared_ptr<const Style>> load_style(const std::string& path) {
    auto style = std::make_shared<Style>();
    StyleReader reader(*style);
    if (const auto read = reader.read_file(path); !read) return tl::unexpected(read.error());
    return std::shared_ptr<const Style>(std::move(style));
}

std::shared_ptr<const Style> default_style() {
    static const std::shared_ptr<const Style> style = [] {
        auto loaded = load_style(asset_path("styles/light.json"));
        return loaded ? *loaded : std::make_shared<const Style>();
    }();
    return style;
}

}  // namespace chronomap
