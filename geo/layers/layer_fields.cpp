#include "geo/layers/layer_fields.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace chronomap {
namespace {

std::string plain(std::string_view name) {
    std::string out;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)))
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

/// The first field that bears one of the names, the first name winning.
std::string field_named(const std::vector<std::string>& fields, std::initializer_list<const char*> names) {
    for (const char* name : names)
        for (const std::string& field : fields)
            if (plain(field) == name) return field;
    return {};
}

}  // namespace

LayerFields guess_layer_fields(const std::vector<std::string>& names) {
    LayerFields fields;
    fields.name = field_named(names, {"name", "title", "label", "nameen", "unit", "region"});
    fields.holder = field_named(names, {"holder", "heldby", "administeredby", "controlledby", "claimedby", "controller",
                                        "claimant", "owner", "power", "side"});
    fields.status = field_named(names, {"status", "claim", "kind", "type"});
    fields.source = field_named(names, {"source", "sources", "citation", "reference", "url"});
    fields.begin = field_named(names, {"begin", "start", "from", "begindate", "startdate", "datestart", "datebegin",
                                       "validfrom", "since", "fromdate", "beginning"});
    fields.end = field_named(names, {"end", "to", "enddate", "dateend", "validto", "until", "todate", "finish"});
    if (fields.begin.empty() && fields.end.empty())
        fields.when = field_named(names, {"edtf", "date", "when", "day", "year", "timestamp", "time"});
    return fields;
}

Result<EdtfDate> layer_date_from(std::string_view cell) {
    while (!cell.empty() && std::isspace(static_cast<unsigned char>(cell.back()))) cell.remove_suffix(1);
    while (!cell.empty() && std::isspace(static_cast<unsigned char>(cell.front()))) cell.remove_prefix(1);
    if (cell.empty() || cell == "..") return EdtfDate();
    std::string text(cell.substr(0, cell.find_first_of("T ")));
    const bool is_day =
        text.size() == 10 && std::isdigit(static_cast<unsigned char>(text[3])) && text[4] == '/' && text[7] == '/';
    if (is_day) std::replace(text.begin(), text.end(), '/', '-');
    const bool is_packed_day =
        text.size() == 8 && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
    if (is_packed_day) text = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2);
    return EdtfDate::parse(text);
}

Result<TimeSpan> layer_span(const EdtfDate& begin, const EdtfDate& end) {
    const TimeSpan span{begin.empty() ? open_begin : begin.span().begin, end.empty() ? open_end : end.span().end};
    if (span.empty()) return fail("ends (" + end.text() + ") before it begins (" + begin.text() + ")");
    return span;
}

}  // namespace chronomap
