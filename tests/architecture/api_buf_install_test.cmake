# SPDX-License-Identifier: Apache-2.0
# Makes buf ready for the checks of the protos, which ctest runs after this.
include("${CMAKE_CURRENT_LIST_DIR}/api_buf.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
install_buf()
run("${buf}" --version)
expect_success()
