# SPDX-License-Identifier: Apache-2.0
# Net 4: a header that needs another one to be included before it does not build.
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
run("${CMAKE_COMMAND}" -G Ninja -S "${ROOT}/tests/architecture/fixtures/lonely_header" -B "${WORK}"
    "-DPARLEY_CMAKE=${ROOT}/infra/cmake")
expect_success()
run("${CMAKE_COMMAND}" --build "${WORK}")
expect_success()
run("${CMAKE_COMMAND}" --build "${WORK}" --target all_verify_interface_header_sets)
expect_failure_saying("domain/lonely.h:7:")
