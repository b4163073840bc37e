# The light style of assets/styles, embedded as text: built_in_style(). Every other style is read over it.
set(style_file ${CMAKE_SOURCE_DIR}/assets/styles/light.json)
file(READ ${style_file} style_text)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${style_file})
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/styles/built_in_style.cpp @ONLY CONTENT
"// Made by third_party/cmake/BuiltInStyle.cmake from assets/styles/light.json.
#include \"render/scene/built_in_style.hpp\"

namespace chronomap {

std::string_view built_in_style() {
    return R\"style(@style_text@)style\";
}

}  // namespace chronomap
")
set(style_sources ${CMAKE_BINARY_DIR}/generated/styles/built_in_style.cpp)
