# SPDX-License-Identifier: Apache-2.0
# Writes the protos as they are to the baseline that later changes are held against. A release does
# it: `ninja -C build update_api_baseline`.
include("${CMAKE_CURRENT_LIST_DIR}/api_buf.cmake")
file(MAKE_DIRECTORY "${ROOT}/api/baseline")
execute_process(COMMAND "${buf}" build "${ROOT}/api" --exclude-source-info
  -o "${ROOT}/api/baseline/parley.binpb" COMMAND_ERROR_IS_FATAL ANY)
