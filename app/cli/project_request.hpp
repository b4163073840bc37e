#pragma once

#include <functional>
#include <string_view>

#include "app/cli/map_request.hpp"

namespace chronomap {

/// Reads the projects among the inputs. The first one's view, style, filter, title, layers and furniture become the
/// request's, as far as `given` does not say that an option ("--date") was typed. Projects that cannot be read are left
/// for prepare_map to tell of. What is missing is told on standard error.
void read_projects(MapRequest& request, const std::function<bool(std::string_view)>& given);

}  // namespace chronomap
