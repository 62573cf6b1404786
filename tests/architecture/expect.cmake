# SPDX-License-Identifier: Apache-2.0
# What the tests of the nets share. WORK is made anew for each of them.
cmake_policy(VERSION 3.25)
file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")

# run(<command>...): sets code and output.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE out)
  set(code "${result}" PARENT_SCOPE)
  set(output "${out}" PARENT_SCOPE)
endfunction()

# The last run failed, and for the reason given: a failure alone might be any mistake.
macro(expect_failure_saying what)
  string(FIND "${output}" "${what}" position)
  if(code EQUAL 0 OR position EQUAL -1)
    message(SEND_ERROR "expected a failure saying \"${what}\", got ${code}:\n${output}")
  endif()
endmacro()

macro(expect_saying what)
  string(FIND "${output}" "${what}" position)
  if(position EQUAL -1)
    message(SEND_ERROR "expected \"${what}\", got:\n${output}")
  endif()
endmacro()

macro(expect_success)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "expected success, got ${code}:\n${output}")
  endif()
endmacro()
