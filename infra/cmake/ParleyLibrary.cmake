# SPDX-License-Identifier: Apache-2.0
# The functions that make every target of ours. README.md beside this file shows their use.
include_guard()
include(ParleyLayers)

# Net 1: each link is on the layer's list, or the build is not configured.
function(parley_check_links name layer)
  if(NOT layer IN_LIST PARLEY_LAYERS)
    message(FATAL_ERROR "${name}: ParleyLayers.cmake has no layer ${layer}")
  endif()
  list(JOIN PARLEY_LINKS_${layer} "|" allowed)
  foreach(link IN LISTS ARGN)
    if(NOT link MATCHES "^(${allowed})$")
      message(FATAL_ERROR "${name}: layer ${layer} may not link ${link}")
    endif()
  endforeach()
endfunction()

# Sources of a folder and below, found anew by each build.
function(parley_glob result folder)
  set(patterns "")
  foreach(suffix IN LISTS ARGN)
    list(APPEND patterns "${PROJECT_SOURCE_DIR}/${folder}/*.${suffix}")
  endforeach()
  file(GLOB_RECURSE found CONFIGURE_DEPENDS ${patterns})
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# Leaves out what lies in a layer within the layer: that is a library of its own.
function(parley_without_inner_layers result layer)
  set(files "${ARGN}")
  foreach(other IN LISTS PARLEY_LAYERS)
    if(other MATCHES "^${layer}/")
      list(FILTER files EXCLUDE REGEX "/${other}/")
    endif()
  endforeach()
  set(${result} "${files}" PARENT_SCOPE)
endfunction()

# What all targets of ours have in common.
function(parley_compile_as_ours name)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE $<BUILD_INTERFACE:parley_options>
    $<BUILD_INTERFACE:parley_warnings>)
  if(PARLEY_CLANG_TIDY)
    set_target_properties(${name} PROPERTIES CXX_CLANG_TIDY
      "${PARLEY_CLANG_TIDY_PROGRAM};--quiet")
  endif()
endfunction()

# The source file that holds the text files of folders, for the layer's built_in.h.
function(parley_embed result layer suffix)
  set(files "")
  foreach(folder IN LISTS ARGN)
    parley_glob(found ${layer}/${folder} ${suffix})
    list(APPEND files ${found})
  endforeach()
  set(script "${PROJECT_SOURCE_DIR}/infra/cmake/embed.cmake")
  set(output "${PROJECT_BINARY_DIR}/embedded/${layer}/built_in.cc")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DHEADER=${layer}/built_in.h" "-DOUTPUT=${output}"
      -P "${script}" -- ${files}
    DEPENDS ${files} "${script}"
    COMMENT "embedding files into ${layer}" VERBATIM)
  set(${result} "${output}" PARENT_SCOPE)
endfunction()

# parley_library(<name> LAYER <folder> [LINKS <target>...] [HIDDEN <target>...]
#   [PRECOMPILE <header>...] [EMBED <suffix> <folder>...])
# A static library of every .cc and .h in the layer's folder and below, but for a main.cc, and of
# the text files with that suffix in folders that are named from the layer's. HIDDEN links have
# compiler options that users of the library are spared: with them, the headers that are
# precompiled would not fit.
function(parley_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LAYER" "LINKS;HIDDEN;PRECOMPILE;EMBED")
  parley_check_links(${name} ${arg_LAYER} ${arg_LINKS} ${arg_HIDDEN})
  parley_glob(sources ${arg_LAYER} cc)
  list(FILTER sources EXCLUDE REGEX "/main\\.cc$")
  parley_glob(headers ${arg_LAYER} h)
  parley_without_inner_layers(sources ${arg_LAYER} ${sources})
  parley_without_inner_layers(headers ${arg_LAYER} ${headers})
  set(own_headers "${sources}")
  list(TRANSFORM own_headers REPLACE "\\.cc$" ".h")
  set(lone_headers "${headers}")
  list(REMOVE_ITEM lone_headers ${own_headers})
  list(REMOVE_ITEM headers ${lone_headers})
  if(arg_EMBED)
    parley_embed(embedded ${arg_LAYER} ${arg_EMBED})
    list(APPEND sources "${embedded}")
  endif()
  add_library(${name} STATIC ${sources})
  target_sources(${name} PUBLIC
    FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${headers}
    FILE_SET lone_headers TYPE HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${lone_headers})
  # Net 4: a header compiles alone. Its own .cc, which includes it first, shows that; the target
  # all_verify_interface_header_sets compiles those that have none.
  set_target_properties(${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON
    INTERFACE_HEADER_SETS_TO_VERIFY lone_headers)
  target_link_libraries(${name} PUBLIC ${arg_LINKS} PRIVATE ${arg_HIDDEN})
  target_compile_features(${name} PUBLIC cxx_std_20)
  parley_compile_as_ours(${name})
  if(arg_PRECOMPILE)
    target_precompile_headers(${name} PRIVATE ${arg_PRECOMPILE})
  endif()
endfunction()

# parley_executable(<name> MAIN <file> LINKS <target>...): a program in build/bin.
function(parley_executable name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "MAIN" "LINKS")
  add_executable(${name} "${PROJECT_SOURCE_DIR}/${arg_MAIN}")
  target_link_libraries(${name} PRIVATE ${arg_LINKS})
  parley_compile_as_ours(${name})
endfunction()
