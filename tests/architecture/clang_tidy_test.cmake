# SPDX-License-Identifier: Apache-2.0
# Every source passes clang-tidy, and clang-tidy is seen to refuse a function that is too deep.
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/sources.cmake")
set(tidy clang-tidy --quiet "--config-file=${ROOT}/.clang-tidy")

file(WRITE "${WORK}/bad.cc"
  "int Deep(int x) {\n  if (x > 0) {\n    if (x > 1) {\n      if (x > 2) {\n"
  "        if (x > 3) { return 1; }\n      }\n    }\n  }\n  return x;\n}\n")
run(${tidy} "${WORK}/bad.cc" -- -std=c++20)
expect_failure_saying("readability-function-size")

# What is found in a header is told only where its path fits the filter.
file(STRINGS "${ROOT}/.clang-tidy" filter REGEX "^HeaderFilterRegex")
string(REGEX MATCH "'(.*)'" filter "${filter}")
set(filter "${CMAKE_MATCH_1}")
list_sources(headers "\\.h$")
list(FILTER headers EXCLUDE REGEX "/fixtures/")
foreach(header IN LISTS headers)
  if(NOT header MATCHES "${filter}")
    message(SEND_ERROR "the header filter of .clang-tidy leaves out ${header}")
  endif()
endforeach()

# gcc's precompiled headers are nothing to clang.
file(READ "${BUILD}/compile_commands.json" commands)
string(REGEX REPLACE "-Winvalid-pch|-include [^ ]*cmake_pch[^ ]*|-fpch-preprocess" "" commands
  "${commands}")
file(WRITE "${WORK}/compile_commands.json" "${commands}")
list_sources(sources "\\.cc$")
list(FILTER sources EXCLUDE REGEX "/fixtures/")
list(JOIN sources "\n" lines)
file(WRITE "${WORK}/sources" "${lines}\n")
cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)
run(xargs "--arg-file=${WORK}/sources" "--max-procs=${cores}" --max-args=1
    ${tidy} -p "${WORK}")
expect_success()
