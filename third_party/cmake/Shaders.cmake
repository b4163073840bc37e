# The shaders of assets/shaders, embedded as text: shader_source("line.vert").
file(GLOB shader_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/shaders/*)
set(shader_table "")
foreach(shader ${shader_files})
  get_filename_component(shader_name ${shader} NAME)
  file(READ ${shader} shader_text)
  string(APPEND shader_table "    {\"${shader_name}\", R\"glsl(${shader_text})glsl\"},\n")
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${shader_files})
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/shaders/shader_sources.cpp @ONLY CONTENT
"// Made by third_party/cmake/Shaders.cmake from assets/shaders.
#include \"render/gl/shader_sources.hpp\"

#include <utility>

namespace chronomap {
namespace {
constexpr std::pair<std::string_view, std::string_view> shaders[] = {
@shader_table@};
}  // namespace

std::string_view shader_source(std::string_view name) {
    for (const auto& [known, text] : shaders)
        if (known == name) return text;
    return {};
}

}  // namespace chronomap
")
set(shader_sources ${CMAKE_BINARY_DIR}/generated/shaders/shader_sources.cpp)
