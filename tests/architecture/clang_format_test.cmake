# SPDX-License-Identifier: Apache-2.0
# Every hand-written source is as clang-format would write it.
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/sources.cmake")

file(WRITE "${WORK}/bad.cc" "int  x ;\n")
run(clang-format --dry-run -Werror --style=file:${ROOT}/.clang-format "${WORK}/bad.cc")
expect_failure_saying("code should be clang-formatted")

list_sources(sources "\\.(h|cc)$")
run(clang-format --dry-run -Werror ${sources})
expect_success()
