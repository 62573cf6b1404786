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

# Of its own build folder: gcc's precompiled headers are nothing to clang.
run("${CMAKE_COMMAND}" -G Ninja -S "${ROOT}" -B "${WORK}/build"
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON)
expect_success()
run("${CMAKE_COMMAND}" --build "${WORK}/build" --target parley_api)
expect_success()
list_sources(sources "\\.cc$")
list(FILTER sources EXCLUDE REGEX "/fixtures/")
list(JOIN sources "\n" lines)
file(WRITE "${WORK}/sources" "${lines}\n")
cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)
run(xargs "--arg-file=${WORK}/sources" "--max-procs=${cores}" --max-args=1
    ${tidy} -p "${WORK}/build")
expect_success()
