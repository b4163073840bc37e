#pragma once

#include <string>

#include "app/story/story.hpp"
#include "geo/base/result.hpp"

namespace chronomap {

/// A story as JSON of several lines: for a file of its own (`*.story.json`) and for project files.
std::string json_from(const Story& story);

/// Reads json_from's text; `path` names the file in errors. Error: no JSON, an unknown or missing key, a value that
/// cannot be, or a story of a newer program; says which step and key.
Result<Story> read_story(const std::string& json, const std::string& path);

/// The same from a file. Error: it cannot be read; as read_story.
Result<Story> load_story(const std::string& path);
/// Writes a file in one step.
Result<void> save_story(const Story& story, const std::string& path);

/// True for "*.story.json", in any case.
bool is_story_path(const std::string& path);
/// The story that lies beside an article: "walk.txt" has "walk.story.json". Empty when there is none.
std::string story_beside(const std::string& article_path);

}  // namespace chronomap
