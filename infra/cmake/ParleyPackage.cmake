# SPDX-License-Identifier: Apache-2.0
# The domain as a package for other people's programs: find_package(parley), parley::domain.
#   cmake --install build --component domain --prefix <folder>
include_guard()
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

function(parley_install_domain)
  set(folder "${CMAKE_INSTALL_LIBDIR}/cmake/parley")
  set_target_properties(parley_domain PROPERTIES EXPORT_NAME domain)
  install(TARGETS parley_domain EXPORT parley_targets
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT domain
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/parley" COMPONENT domain
    FILE_SET lone_headers DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/parley" COMPONENT domain)
  install(EXPORT parley_targets NAMESPACE parley:: DESTINATION "${folder}" COMPONENT domain)
  file(WRITE "${PROJECT_BINARY_DIR}/package/parley-config.cmake"
    "include(CMakeFindDependencyMacro)\n"
    "find_dependency(absl CONFIG)\n"
    "include(\"\${CMAKE_CURRENT_LIST_DIR}/parley_targets.cmake\")\n")
  write_basic_package_version_file("${PROJECT_BINARY_DIR}/package/parley-config-version.cmake"
    COMPATIBILITY SameMinorVersion)
  install(FILES "${PROJECT_BINARY_DIR}/package/parley-config.cmake"
    "${PROJECT_BINARY_DIR}/package/parley-config-version.cmake"
    DESTINATION "${folder}" COMPONENT domain)
endfunction()
