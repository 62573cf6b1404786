# SPDX-License-Identifier: Apache-2.0
# Makes fresh plans by the oracle and asks the command line about them, then about a wrong one.
set(plans "${WORK}/plans.jsonl")
set(count 5000)
file(MAKE_DIRECTORY "${WORK}")
execute_process(
  COMMAND /usr/bin/python3 -B tests/support/oracle/make_plans.py --seed 20261124 --count ${count}
  WORKING_DIRECTORY "${ROOT}" OUTPUT_FILE "${plans}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${BUILD}/bin/parley" check plans "${plans}"
  OUTPUT_VARIABLE output RESULT_VARIABLE result)
if(NOT result EQUAL 0 OR NOT output STREQUAL "${count} passed, 0 failed\n")
  message(FATAL_ERROR "${result}\n${output}")
endif()

file(STRINGS "${plans}" line LIMIT_COUNT 1)
string(REGEX REPLACE "\"total_minor\":" "\"total_minor\":1" line "${line}")
file(WRITE "${WORK}/wrong.jsonl" "${line}\n")
execute_process(COMMAND "${BUILD}/bin/parley" check plans "${WORK}/wrong.jsonl"
  OUTPUT_VARIABLE output RESULT_VARIABLE result)
if(NOT result EQUAL 1 OR NOT output MATCHES "total_minor.*0 passed, 1 failed")
  message(FATAL_ERROR "A wrong total is not seen: ${result}\n${output}")
endif()
