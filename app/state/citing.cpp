#include "app/state/citing.hpp"

#include <filesystem>

#include "geo/time/edtf.hpp"

namespace chronomap {

std::string citation_of(const Event& event, const Article* article) {
    std::string text = "“" + event.quote + "”";
    const auto add = [&](const std::string& part) {
        if (!part.empty()) text += ", " + part;
    };
    if (!event.attribution.empty()) text += " (" + event.attribution + ")";
    if (!article) return text;
    const std::string name = article->title.empty() ? article->id : article->title;
    text += " — " + (name.empty() ? "untitled article" : name);
    add(article->publisher);
    if (article->published) add(describe(EdtfDate::of_day(*article->published)));
    if (article->path != "-") add(std::filesystem::path(article->path).filename().string());
    return text;
}

}  // namespace chronomap
