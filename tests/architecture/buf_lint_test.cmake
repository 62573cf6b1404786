# SPDX-License-Identifier: Apache-2.0
# The protos keep buf's rules, and buf is seen to refuse a field without a comment.
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/buf.cmake")
describe("${WORK}/bad.binpb" "${head}message Debt { string name = 1; }\n")
run("${buf}" lint "${WORK}/bad.binpb" ${config})
expect_failure_saying("Field \"name\" should have a non-empty comment")

run("${buf}" lint "${api}" ${config})
expect_success()
