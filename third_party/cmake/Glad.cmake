# The OpenGL 3.3 core and EGL loaders, generated at configure time by Debian's python3-glad; works offline.
set(glad_dir ${CMAKE_BINARY_DIR}/generated/glad)
if(NOT EXISTS ${glad_dir}/src/gl.c)
  execute_process(
    COMMAND /usr/bin/python3 -m glad --api gl:core=3.3 --extensions= --out-path ${glad_dir} --reproducible --quiet c --loader
    RESULT_VARIABLE glad_result ERROR_VARIABLE glad_error)
  if(NOT glad_result EQUAL 0)
    message(FATAL_ERROR "glad could not generate the OpenGL loader: ${glad_error}\nRun third_party/setup.sh first.")
  endif()
endif()
add_library(chronomap_glad STATIC ${glad_dir}/src/gl.c)
target_include_directories(chronomap_glad SYSTEM PUBLIC ${glad_dir}/include)
target_link_libraries(chronomap_glad PUBLIC ${CMAKE_DL_LIBS})
