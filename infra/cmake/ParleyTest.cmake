# SPDX-License-Identifier: Apache-2.0
# Tests and benchmarks. README.md beside this file shows their use.
include_guard()
include(GoogleTest)

# Headers that every test reads anyway, compiled once for all of them.
file(WRITE "${PROJECT_BINARY_DIR}/empty/test_headers.cc" "")
add_library(parley_test_headers OBJECT "${PROJECT_BINARY_DIR}/empty/test_headers.cc")
target_link_libraries(parley_test_headers PRIVATE parley_options parley_warnings
  GTest::gmock GTest::gtest absl::statusor absl::time)
target_precompile_headers(parley_test_headers PRIVATE
  <gmock/gmock.h> <gtest/gtest.h> <absl/status/statusor.h> <absl/time/time.h> <string> <vector>)

# parley_test_support(<name> DIR <folder> LINKS <target>...): a library that tests share. Where they
# share nothing but what it links, there is no folder.
function(parley_test_support name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "DIR" "LINKS")
  list(APPEND arg_LINKS GTest::gmock GTest::gtest rapidcheck)
  parley_glob(sources ${arg_DIR} cc)
  if(NOT sources)
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${arg_LINKS})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PUBLIC ${arg_LINKS})
  parley_compile_as_ours(${name})
  target_precompile_headers(${name} REUSE_FROM parley_test_headers)
endfunction()

# parley_test(<name> DIR <folder> LINKS <target>... [LABELS <label>...] [TIMEOUT <seconds>])
# One GoogleTest program of every .cc in the folder and below; ctest knows each test by its name.
# A test with Soak in its name is labelled soak instead, which infra/test leaves out unless asked.
function(parley_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "DIR;TIMEOUT" "LINKS;LABELS")
  parley_glob(sources ${arg_DIR} cc)
  list(FILTER sources EXCLUDE REGEX "/fixtures/")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${arg_LINKS} GTest::gmock GTest::gtest GTest::gmock_main
    rapidcheck)
  parley_compile_as_ours(${name})
  target_precompile_headers(${name} REUSE_FROM parley_test_headers)
  # A value has no place in a name: GoogleTest may print its bytes, which change from run to run.
  set(properties WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" DISCOVERY_MODE PRE_TEST
    NO_PRETTY_VALUES DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT ${arg_TIMEOUT})
  gtest_discover_tests(${name} TEST_FILTER "-*Soak*" ${properties} LABELS "${arg_LABELS}")
  gtest_discover_tests(${name} TEST_FILTER "*Soak*" ${properties} LABELS soak)
endfunction()

# parley_benchmark(<name> DIR <folder> LINKS <target>...): the program build/bin/bench_<name>.
function(parley_benchmark name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "DIR" "LINKS")
  parley_glob(sources ${arg_DIR} cc)
  add_executable(bench_${name} ${sources})
  target_link_libraries(bench_${name} PRIVATE ${arg_LINKS})
  parley_compile_as_ours(bench_${name})
endfunction()

# parley_script_test(<name> <script> [LABELS <label>...] [TIMEOUT <seconds>]): a CMake script beside
# the caller's CMakeLists.txt. It is given ROOT, BUILD, CXX, NM, AR and WORK, a folder of its own.
# Where it cannot run it says "[ SKIPPED ]" and why.
function(parley_script_test name script)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "TIMEOUT" "LABELS")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  add_test(NAME ${name} COMMAND "${CMAKE_COMMAND}"
    "-DROOT=${PROJECT_SOURCE_DIR}" "-DBUILD=${PROJECT_BINARY_DIR}"
    "-DWORK=${CMAKE_CURRENT_BINARY_DIR}/${name}" "-DCXX=${CMAKE_CXX_COMPILER}"
    "-DNM=${CMAKE_NM}" "-DAR=${CMAKE_AR}" -P "${CMAKE_CURRENT_SOURCE_DIR}/${script}")
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
    SKIP_REGULAR_EXPRESSION "\\[ SKIPPED \\]")
endfunction()
