# SPDX-License-Identifier: Apache-2.0
# The protos keep what the last release promised, and a change that would break callers is seen.
include("${CMAKE_CURRENT_LIST_DIR}/api_buf.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
set(baseline "${ROOT}/api/baseline/parley.binpb")

run("${buf}" breaking "${ROOT}/api" --against "${baseline}")
expect_success()

# Replaces a text that stands in a proto, and expects the rule to notice.
function(expect_breach file text becomes rule)
  file(COPY "${ROOT}/api/" DESTINATION "${WORK}/api")
  file(READ "${WORK}/api/${file}" sound)
  string(REPLACE "${text}" "${becomes}" broken "${sound}")
  if(broken STREQUAL sound)
    message(SEND_ERROR "\"${text}\" does not stand in ${file}")
  endif()
  file(WRITE "${WORK}/api/${file}" "${broken}")
  run("${buf}" breaking "${WORK}/api" --against "${baseline}" --error-format json)
  expect_failure_saying("\"type\":\"${rule}\"")
  file(REMOVE_RECURSE "${WORK}/api")
endfunction()

set(money parley/v1/common.proto)
expect_breach(${money} "int64 minor_units = 1" "int64 minor_units = 7" FIELD_NO_DELETE)
expect_breach(${money} "int64 minor_units = 1" "string minor_units = 1" FIELD_SAME_TYPE)
expect_breach(${money} "BUCKET_FEES = 3" "BUCKET_CHARGES = 3" ENUM_VALUE_SAME_NAME)
expect_breach(parley/v1/debt_service.proto "rpc GetDebt(" "rpc FetchDebt(" RPC_NO_DELETE)
