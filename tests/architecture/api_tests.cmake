# SPDX-License-Identifier: Apache-2.0
# The checks of the protos: by buf here, and by walking their descriptors in architecture_tests.
parley_script_test(Buf.IsInstalled api_buf_install_test.cmake)
parley_script_test(Buf.FindsTheProtosClean api_lint_test.cmake)
parley_script_test(Buf.FindsNoBreakingChange api_breaking_test.cmake)
set_tests_properties(Buf.IsInstalled PROPERTIES FIXTURES_SETUP buf TIMEOUT 300)
set_tests_properties(Buf.FindsTheProtosClean Buf.FindsNoBreakingChange PROPERTIES
  FIXTURES_REQUIRED buf)

add_custom_target(update_api_baseline
  COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}" "-DBUILD=${PROJECT_BINARY_DIR}"
    -P "${CMAKE_CURRENT_LIST_DIR}/api_update_baseline.cmake"
  COMMENT "baseline of the API" VERBATIM)

# Without the shared headers: they were compiled without this definition.
set_source_files_properties(api_descriptors.cc PROPERTIES SKIP_PRECOMPILE_HEADERS ON
  COMPILE_DEFINITIONS "PARLEY_API_DESCRIPTORS=\"${PROJECT_BINARY_DIR}/api/parley.binpb\"")
