# Debian's libimgui.a holds the GLFW, OpenGL 3 and FreeType backends already.
pkg_check_modules(IMGUI REQUIRED imgui)
pkg_check_modules(IMGUI_STB REQUIRED IMPORTED_TARGET stb)
find_path(IMGUI_INCLUDE imgui.h PATH_SUFFIXES imgui REQUIRED)
find_library(IMGUI_LIBRARY NAMES libimgui.a imgui REQUIRED)
# An imported library tells CMake what the archive needs, so that those libraries come after it on the link line.
add_library(chronomap_imgui STATIC IMPORTED)
set_target_properties(chronomap_imgui PROPERTIES
  IMPORTED_LOCATION ${IMGUI_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES "${IMGUI_INCLUDE};${IMGUI_INCLUDE}/backends"
  INTERFACE_LINK_LIBRARIES "PkgConfig::IMGUI_STB;glfw;PkgConfig::FREETYPE;OpenGL::OpenGL;${CMAKE_DL_LIBS}")
