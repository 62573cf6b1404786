# SPDX-License-Identifier: Apache-2.0
# A caller of the last release still understands this one, and buf is seen to refuse a field that
# changed its type.
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/buf.cmake")
describe("${WORK}/old.binpb" "${head}message Debt { string name = 1; }\n")
describe("${WORK}/new.binpb" "${head}message Debt { int64 name = 1; }\n")
run("${buf}" breaking "${WORK}/new.binpb" --against "${WORK}/old.binpb" ${config})
expect_failure_saying("Field \"1\" with name \"name\" on message \"Debt\" changed type")

run("${buf}" breaking "${api}" --against "${ROOT}/api/baseline/parley.binpb" ${config})
expect_success()
