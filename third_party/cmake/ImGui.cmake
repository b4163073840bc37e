# Debian's libimgui.a holds the GLFW, OpenGL 3 and FreeType backends already.
pkg_check_modules(IMGUI REQUIRED imgui)
find_path(IMGUI_INCLUDE imgui.h PATH_SUFFIXES imgui REQUIRED)
find_library(IMGUI_LIBRARY NAMES libimgui.a imgui REQUIRED)
add_library(chronomap_imgui INTERFACE)
target_include_directories(chronomap_imgui SYSTEM INTERFACE ${IMGUI_INCLUDE} ${IMGUI_INCLUDE}/backends)
target_link_libraries(chronomap_imgui INTERFACE ${IMGUI_LIBRARY} glfw PkgConfig::FREETYPE OpenGL::OpenGL ${CMAKE_DL_LIBS})
