# SPDX-License-Identifier: Apache-2.0
# The nets that run with every build: net 2 (the lint) and net 3 (the domain's symbols). Nets 1 and
# 4 are in ParleyLibrary.cmake.
include_guard()

if(NOT PARLEY_DOMAIN_ONLY)
  add_custom_target(lint ALL
    COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}"
      "-DSTAMP=${PROJECT_BINARY_DIR}/lint.stamp" -P "${CMAKE_CURRENT_LIST_DIR}/lint.cmake"
    COMMENT "lint: includes and small rules" VERBATIM)
endif()

set(symbols_stamps "")
foreach(pure IN ITEMS parley_domain parley_language)
  set(stamp "${PROJECT_BINARY_DIR}/symbols_${pure}.stamp")
  add_custom_command(OUTPUT "${stamp}"
    COMMAND "${CMAKE_COMMAND}" "-DNM=${CMAKE_NM}" "-DARCHIVE=$<TARGET_FILE:${pure}>"
      "-DSTAMP=${stamp}" -P "${CMAKE_CURRENT_LIST_DIR}/symbols.cmake"
    DEPENDS ${pure} "${CMAKE_CURRENT_LIST_DIR}/symbols.cmake"
    COMMENT "symbols of ${pure}" VERBATIM)
  list(APPEND symbols_stamps "${stamp}")
endforeach()
add_custom_target(symbols ALL DEPENDS ${symbols_stamps})
