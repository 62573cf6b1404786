# SPDX-License-Identifier: Apache-2.0
# The domain installs as a package, and a program outside of this tree builds and runs on it.
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
run("${CMAKE_COMMAND}" --install "${BUILD}" --component domain --prefix "${WORK}/prefix")
expect_success()
run("${CMAKE_COMMAND}" -G Ninja -S "${ROOT}/tests/architecture/fixtures/outside_project"
    -B "${WORK}/build" "-DCMAKE_PREFIX_PATH=${WORK}/prefix")
expect_success()
run("${CMAKE_COMMAND}" --build "${WORK}/build")
expect_success()
run("${WORK}/build/outside")
expect_success()
