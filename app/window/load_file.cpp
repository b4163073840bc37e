#include "app/window/load_file.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "app/state/plain_words.hpp"
#include "app/story/story_json.hpp"
#include "geo/events/extractor.hpp"
#include "geo/io/event_dataset.hpp"
#include "geo/io/inputs.hpp"
#include "geo/io/map_layer_file.hpp"
#include "geo/io/project_file.hpp"
#include "geo/io/raster_file.hpp"
#include "geo/places/gazetteer.hpp"
#include "geo/text/article_reader.hpp"
#include "render/snapshot/picture_document.hpp"

namespace chronomap {

namespace {

/// The extractor, loaded when the first file asks for it. Used by one worker thread at a time.
class LazyExtractor {
  public:
    explicit LazyExtractor(std::vector<std::string> user_gazetteers) : user_gazetteers_(std::move(user_gazetteers)) {}

    Result<const Extractor*> get() {
        if (!extractor_) {
            auto loaded = Extractor::load(Extractor::default_files(user_gazetteers_));
            if (!loaded) return tl::unexpected(loaded.error());
            extractor_ = std::make_shared<const Extractor>(std::move(*loaded));
        }
        return extractor_.get();
    }

    const std::vector<std::string>& user_gazetteers() const { return user_gazetteers_; }

    /// The extractor's gazetteer, kept alive with it; null when it cannot be loaded.
    std::shared_ptr<const Gazetteer> gazetteer() {
        if (!get()) return nullptr;
        return {extractor_, &extractor_->gazetteer()};
    }

  private:
    std::vector<std::string> user_gazetteers_;
    std::shared_ptr<const Extractor> extractor_;
};

void add_layer(FileContents& contents, MapLayerPtr layer) {
    contents.files.front().layers.push_back(layer->id);
    contents.layers.push_back(std::move(layer));
}

LoadedFile read_file(const DocumentFile& file, LazyExtractor& lazy, std::stop_token stop) {
    const std::string& path = file.path;
    FileContents contents;
    contents.files.push_back({document_file(path), {}, {}});
    std::optional<Error> first_error;
    std::size_t more_errors = 0;
    InputSink sink;
    sink.extraction = [&](Extraction extraction) {
        contents.files.front().articles.push_back(extraction.article.id);
        contents.extractions.push_back(std::make_shared<const Extraction>(std::move(extraction)));
        return !stop.stop_requested();
    };
    sink.layer = [&](MapLayerPtr layer) {
        add_layer(contents, file.opacity < 1 ? with_opacity(*layer, file.opacity) : std::move(layer));
    };
    sink.warning = [&](const std::string& warning) { contents.warnings.push_back(warning); };
    sink.error = [&](const Error& error) {
        if (first_error)
            ++more_errors;
        else
            first_error = error;
    };
    InputOptions options;
    options.stop = stop;
    read_input(
        path, [&] { return lazy.get(); }, options, sink);
    if (!contents.layers.empty()) return contents;
    // Points without dates or names of places are no events, but they can be shown.
    if (first_error && contents.extractions.empty() && is_event_dataset(path))
        if (auto layer = read_map_layer(path, contents.warnings)) {
            add_layer(contents, std::move(*layer));
            return contents;
        }
    if (first_error && contents.extractions.empty()) return tl::unexpected(*first_error);
    if (first_error) {
        const std::string others = more_errors == 0 ? "" : " (and " + std::to_string(more_errors) + " more like it)";
        contents.warnings.push_back(first_error->text() + others);
    }
    // Datasets are read without it, but the map takes the names of its towns from it.
    contents.gazetteer = lazy.gazetteer();
    if (contents.gazetteer) contents.sources = contents.gazetteer->sources();
    return contents;
}

/// Text that is in no file.
LoadedFile read_pasted(const OpenPath& pasted, LazyExtractor& lazy) {
    const bool page = pasted.text.starts_with("<!") || pasted.text.starts_with("<html");
    auto article = article_from_bytes(pasted.text, pasted.path, page ? ArticleFormat::html : ArticleFormat::text);
    if (!article) return tl::unexpected(article.error());
    article->path = "-";
    const auto extractor = lazy.get();
    if (!extractor) return tl::unexpected(extractor.error());
    FileContents contents;
    contents.extractions.push_back(std::make_shared<const Extraction>((*extractor)->extract(std::move(*article))));
    contents.gazetteer = lazy.gazetteer();
    if (contents.gazetteer) contents.sources = contents.gazetteer->sources();
    return contents;
}

LoadedFile read_story_file(const std::string& path) {
    auto story = load_story(path);
    if (!story) return tl::unexpected(story.error());
    FileContents contents;
    contents.story = std::move(*story);
    return contents;
}

/// An article or dataset, and the story that lies beside it.
LoadedFile read_with_story(const std::string& path, LazyExtractor& lazy, std::stop_token stop) {
    LoadedFile read = read_file({path, {}}, lazy, std::move(stop));
    const std::string beside = story_beside(path);
    if (!read || beside.empty()) return read;
    if (auto story = load_story(beside))
        read->story_beside = std::move(*story);
    else
        read->warnings.push_back(plain_words(story.error()));
    return read;
}

LoadedFile read_layer(const DocumentFile& file) {
    const std::string& path = file.path;
    FileContents contents;
    contents.files.push_back({document_file(path), {}, {}});
    auto layer = read_map_layer(path, contents.warnings);
    if (!layer) return tl::unexpected(layer.error());
    add_layer(contents, file.opacity < 1 ? with_opacity(**layer, file.opacity) : std::move(*layer));
    return contents;
}

bool says_how_it_was_made(const std::string& path) {
    return read_picture_document(path).has_value();
}

/// Appends what reading one more file gave.
void append(FileContents& all, FileContents&& more) {
    const auto move_all = [](auto& to, auto& from) { std::ranges::move(from, std::back_inserter(to)); };
    move_all(all.extractions, more.extractions);
    move_all(all.warnings, more.warnings);
    move_all(all.layers, more.layers);
    move_all(all.files, more.files);
    if (!more.gazetteer) return;
    all.gazetteer = more.gazetteer;
    all.sources = std::move(more.sources);
}

std::string listed(const std::string& what, const std::vector<std::string>& paths) {
    std::string text = what;
    for (const std::string& path : paths) text += (&path == &paths.front() ? ": " : ", ") + path;
    return text;
}

/// The user's gazetteers that a picture was made with and this window was not started with.
std::vector<std::string> other_gazetteers(const ViewDocument& document, const std::vector<std::string>& own) {
    std::vector<std::string> others;
    for (const DocumentFile& wanted : document.gazetteers)
        if (std::ranges::none_of(own, [&](const auto& path) { return document_file(path).sha256 == wanted.sha256; }))
            others.push_back(wanted.path);
    return others;
}

/// The files that a picture was made from, as far as they are found.
LoadedFile read_picture(const std::string& path, LazyExtractor& lazy, const std::stop_token& stop) {
    const auto text = read_picture_document(path);
    if (!text) return tl::unexpected(text.error());
    auto document = read_view_document(*text, path);
    if (!document) return tl::unexpected(document.error());
    FileContents contents;
    std::vector<std::string> missing, changed;
    const auto read_all = [&](const std::vector<DocumentFile>& files, const auto& read_one) {
        for (const DocumentFile& file : files) {
            const FoundFile found = find_file(file, path);
            if (found.state == FoundFile::State::missing) {
                missing.push_back(found.path);
                continue;
            }
            if (found.state == FoundFile::State::changed) changed.push_back(found.path);
            if (LoadedFile read = read_one({found.path, {}, file.opacity}))
                append(contents, std::move(*read));
            else
                contents.warnings.push_back(plain_words(read.error()));
        }
    };
    read_all(document->inputs, [&](const DocumentFile& file) { return read_file(file, lazy, stop); });
    read_all(document->layers, read_layer);
    if (contents.files.empty() && !missing.empty())
        return fail(listed("what this picture was made from is missing", missing), path, 0,
                    "put it there or beside the picture");
    if (!document->relief.path.empty()) {
        const FoundFile relief = find_file(document->relief, path);
        if (relief.state == FoundFile::State::changed) changed.push_back(relief.path);
        if (relief.state == FoundFile::State::missing) missing.push_back(relief.path);
        document->relief.path = relief.state == FoundFile::State::missing ? std::string() : relief.path;
    }
    if (document->style.find('/') != std::string::npos || document->style.find('.') != std::string::npos)
        document->style = find_file({document->style, ""}, path).path;
    if (const auto others = other_gazetteers(*document, lazy.user_gazetteers()); !others.empty())
        contents.warnings.push_back(listed("The picture was made with --gazetteer", others));
    if (!changed.empty()) contents.warnings.push_back(listed("Changed since the picture was made", changed));
    if (!missing.empty()) contents.warnings.push_back(listed("The picture is shown without what is missing", missing));
    contents.restores = std::move(*document);
    return contents;
}

/// A project, with the layers of its files as far as they are found.
LoadedFile read_project_file(const std::string& path, LazyExtractor& lazy) {
    auto held = read_project(path);
    if (!held) return tl::unexpected(held.error());
    auto project = opened_project(*held, path);
    if (!project) return tl::unexpected(project.error());
    FileContents contents;
    contents.extractions = std::move(held->extractions);
    std::vector<std::string> missing, changed;
    const auto found_path = [&](const DocumentFile& file) {
        const FoundFile found = find_file(file, path);
        if (found.state == FoundFile::State::missing) missing.push_back(found.path);
        if (found.state == FoundFile::State::changed && !file.sha256.empty()) changed.push_back(found.path);
        return found;
    };
    for (OpenFile& file : project->files) {
        if (file.layers.empty()) {
            // Its text is in the project: the file itself is not needed.
            if (file.file.path != "-") file.file.path = find_file(file.file, path).path;
            continue;
        }
        const std::string as_written = file.file.path;
        const FoundFile found = found_path(file.file);
        file.file.path = found.path;
        file.layers = {found.path};
        for (ProjectLayer& layer : project->layers)
            if (!layer.own && layer.id == as_written) layer.id = found.path;
        if (found.state == FoundFile::State::missing) continue;
        if (LoadedFile read = read_layer({found.path, {}}))
            std::ranges::move(read->layers, std::back_inserter(contents.layers));
        else
            contents.warnings.push_back(plain_words(read.error()));
    }
    if (project->view && !project->view->relief.path.empty()) {
        const FoundFile relief = found_path(project->view->relief);
        project->view->relief.path = relief.state == FoundFile::State::missing ? std::string() : relief.path;
    }
    if (project->view && project->view->style.find_first_of("/.") != std::string::npos)
        project->view->style = find_file({project->view->style, ""}, path).path;
    if (!changed.empty()) contents.warnings.push_back(listed("Changed since the project was saved", changed));
    if (!missing.empty()) contents.warnings.push_back(listed("The project is shown without what is missing", missing));
    contents.gazetteer = lazy.gazetteer();
    if (contents.gazetteer) contents.sources = contents.gazetteer->sources();
    contents.project = std::move(*project);
    return contents;
}

}  // namespace

LoadFile file_loader(std::vector<std::string> user_gazetteers) {
    auto lazy = std::make_shared<LazyExtractor>(std::move(user_gazetteers));
    return [lazy](const OpenPath& open, std::stop_token stop) {
        if (open.as == OpenAs::pasted) return read_pasted(open, *lazy);
        if (open.as == OpenAs::layer) return read_layer({open.path, {}});
        // A picture that does not tell how it was made may be one of the ground.
        if (is_picture_path(open.path) && (!is_raster_path(open.path) || says_how_it_was_made(open.path)))
            return read_picture(open.path, *lazy, stop);
        if (is_project_file(open.path)) return read_project_file(open.path, *lazy);
        if (is_story_path(open.path)) return read_story_file(open.path);
        return read_with_story(open.path, *lazy, std::move(stop));
    };
}

}  // namespace chronomap
