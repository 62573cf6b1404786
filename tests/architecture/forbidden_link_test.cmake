# SPDX-License-Identifier: Apache-2.0
# Net 1: a domain that links a database is not configured.
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
run("${CMAKE_COMMAND}" -G Ninja -S "${ROOT}/tests/architecture/fixtures/forbidden_link" -B "${WORK}"
    "-DPARLEY_CMAKE=${ROOT}/infra/cmake")
expect_failure_saying("layer domain may not link SOCI::core")
