#include "geo/io/comparison_writer.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace chronomap {
namespace {

std::string title_of(const Article& article) {
    return article.title.empty() ? article.id : article.title;
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string html_text(std::string_view text) {
    std::string safe;
    for (const char c : text)
        safe += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
    return safe;
}

std::string words_of(const Disagreement& difference) {
    std::string said;
    for (const std::string& each : difference.said)
        said += (said.empty() ? "" : " | ") + (each.empty() ? std::string("–") : each);
    return std::string(name_of(difference.kind)) + ": " + said;
}

std::string place_of(const Event& event) {
    return event.place ? event.place->name : event.place_surface;
}

class Writer {
  public:
    Writer(const ArticleComparison& comparison, const EventSet& events, ComparedRows rows)
        : comparison_(comparison), events_(events), rows_(comparison.rows(rows)) {}

    std::string csv() const {
        std::string text = "date,edtf,place,kind,told_by,contradicts,differences";
        for (const ExtractionPtr& article : comparison_.articles) text += "," + csv_field(title_of(article->article));
        text += "\r\n";
        for (const std::size_t number : rows_) {
            const ComparedEvent& row = comparison_.events[number];
            const Event& lead = lead_of(row);
            std::string differences;
            for (const Disagreement& each : row.differences)
                differences += (differences.empty() ? "" : "; ") + words_of(each);
            text += fmt::format("{},{},{},{},{},{},{}", csv_field(describe(lead.date)), csv_field(lead.date.text()),
                                csv_field(place_of(lead)), name_of(lead.kind), row.told_by(),
                                row.contradicts() ? "yes" : "no", csv_field(differences));
            for (const auto& reports : row.by) text += "," + csv_field(quotes_of(reports));
            text += "\r\n";
        }
        return text;
    }

    std::string json() const {
        using nlohmann::json;
        json root = {{"articles", json::array()}, {"events", json::array()}};
        for (const ExtractionPtr& article : comparison_.articles)
            root["articles"].push_back({{"id", article->article.id},
                                        {"title", article->article.title},
                                        {"publisher", article->article.publisher}});
        for (const std::size_t number : rows_) {
            const ComparedEvent& row = comparison_.events[number];
            json reports = json::array(), differences = json::array();
            for (std::size_t i = 0; i < row.reports.size(); ++i) {
                const Event& event = events_.events[row.reports[i]];
                json report = {{"id", event.id},           {"article", event.article_id}, {"edtf", event.date.text()},
                               {"place", place_of(event)}, {"kind", name_of(event.kind)}, {"quote", event.quote}};
                if (!event.attribution.empty()) report["attribution"] = event.attribution;
                if (i > 0) report["same_because"] = row.reasons[i - 1];
                reports.push_back(std::move(report));
            }
            for (const Disagreement& each : row.differences)
                differences.push_back({{"in", name_of(each.kind)}, {"said", each.said}});
            root["events"].push_back({{"told_by", row.told_by()},
                                      {"contradicts", row.contradicts()},
                                      {"reports", reports},
                                      {"differences", differences}});
        }
        return root.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
    }

    std::string html() const {
        std::string text =
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Articles "
            "compared</title>\n<style>\n"
            "body{font:15px/1.45 system-ui,sans-serif;margin:1.5em;color:#21262c;background:#fcfbf8}\n"
            "table{border-collapse:collapse}th,td{border:1px solid #e0ddd4;padding:.5em .7em;text-align:left;"
            "vertical-align:top;min-width:11em}th{background:#f4f2ec;position:sticky;top:0}\n"
            "td:first-child{min-width:13em}.silent{color:#96999c}.differs{color:#a04c00}.small{font-size:.85em;"
            "color:#62686f}\n</style></head><body>\n<table>\n<tr><th>Event</th>";
        for (const ExtractionPtr& article : comparison_.articles)
            text += "<th>" + html_text(title_of(article->article)) + "<div class=\"small\">" +
                    html_text(article->article.publisher) + "</div></th>";
        text += "</tr>\n";
        for (const std::size_t number : rows_) {
            const ComparedEvent& row = comparison_.events[number];
            const Event& lead = lead_of(row);
            text += fmt::format("<tr><td><b>{}</b><br>{}<div class=\"small\">{}</div>", html_text(place_of(lead)),
                                html_text(describe(lead.date)), name_of(lead.kind));
            for (const Disagreement& each : row.differences)
                text += "<div class=\"differs small\">" + html_text(words_of(each)) + "</div>";
            text += "</td>";
            for (const auto& reports : row.by) text += cell(reports);
            text += "</tr>\n";
        }
        return text + "</table>\n</body></html>\n";
    }

  private:
    const Event& lead_of(const ComparedEvent& row) const { return events_.events[row.reports.front()]; }

    std::string quotes_of(const std::vector<EventIndex>& reports) const {
        std::string quotes;
        for (const EventIndex report : reports) quotes += (quotes.empty() ? "" : " … ") + events_.events[report].quote;
        return quotes;
    }

    std::string cell(const std::vector<EventIndex>& reports) const {
        if (reports.empty()) return "<td class=\"silent\">–</td>";
        std::string text = "<td>";
        for (const EventIndex report : reports) {
            const Event& event = events_.events[report];
            text += "<q>" + html_text(event.quote) + "</q><div class=\"small\">" + html_text(describe(event.date)) +
                    (event.attribution.empty() ? "" : ", said by " + html_text(event.attribution)) + "</div>";
        }
        return text + "</td>";
    }

    const ArticleComparison& comparison_;
    const EventSet& events_;
    std::vector<std::size_t> rows_;
};

}  // namespace

std::optional<ComparisonFormat> comparison_format_from(std::string_view name) {
    if (name == "csv") return ComparisonFormat::csv;
    if (name == "html" || name == "htm") return ComparisonFormat::html;
    if (name == "json") return ComparisonFormat::json;
    return std::nullopt;
}

std::string comparison_text(const ArticleComparison& comparison, const EventSet& events, ComparedRows rows,
                            ComparisonFormat format) {
    const Writer writer(comparison, events, rows);
    switch (format) {
        case ComparisonFormat::html:
            return writer.html();
        case ComparisonFormat::json:
            return writer.json();
        case ComparisonFormat::csv:
            break;
    }
    return writer.csv();
}

}  // namespace chronomap
