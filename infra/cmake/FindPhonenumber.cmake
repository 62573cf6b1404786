# SPDX-License-Identifier: Apache-2.0
# libphonenumber as Debian packs it, without a CMake package of its own: Phonenumber::phonenumber
find_path(Phonenumber_INCLUDE_DIR phonenumbers/phonenumberutil.h)
find_library(Phonenumber_LIBRARY phonenumber)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Phonenumber
  REQUIRED_VARS Phonenumber_LIBRARY Phonenumber_INCLUDE_DIR)
mark_as_advanced(Phonenumber_INCLUDE_DIR Phonenumber_LIBRARY)

if(Phonenumber_FOUND AND NOT TARGET Phonenumber::phonenumber)
  add_library(Phonenumber::phonenumber UNKNOWN IMPORTED)
  set_target_properties(Phonenumber::phonenumber PROPERTIES
    IMPORTED_LOCATION "${Phonenumber_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${Phonenumber_INCLUDE_DIR}")
  # Its public headers are messages of protobuf.
  find_package(Protobuf REQUIRED)
  target_link_libraries(Phonenumber::phonenumber INTERFACE protobuf::libprotobuf)
endif()
