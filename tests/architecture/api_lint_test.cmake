# SPDX-License-Identifier: Apache-2.0
# The protos pass `buf lint`, and it is seen to refuse what breaks it.
include("${CMAKE_CURRENT_LIST_DIR}/api_buf.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")

run("${buf}" lint "${ROOT}/api")
expect_success()

run("${buf}" format --diff --exit-code "${ROOT}/api")
expect_success()

function(expect_refusal file content rule)
  file(COPY "${ROOT}/api/" DESTINATION "${WORK}/api")
  file(WRITE "${WORK}/api/parley/v1/${file}" "// SPDX-License-Identifier: Apache-2.0\n"
    "syntax = \"proto3\";\npackage parley.v1;\n${content}\n")
  run("${buf}" lint --error-format json "${WORK}/api")
  expect_failure_saying("\"type\":\"${rule}\"")
  file(REMOVE_RECURSE "${WORK}/api")
endfunction()

expect_refusal(silent.proto "message Silent {}" COMMENT_MESSAGE)
expect_refusal(shape.proto "// Names shapes.\nenum Shape {\n  // Means round.\n  ROUND = 0;\n}"
  ENUM_ZERO_VALUE_SUFFIX)
expect_refusal(camel.proto
  "// Is a camel.\nmessage Camel {\n  // Counts.\n  int32 humpCount = 1;\n}"
  FIELD_LOWER_SNAKE_CASE)
