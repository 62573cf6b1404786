# SPDX-License-Identifier: Apache-2.0
# cjose (JWK and JWS) as Debian packs it: Cjose::cjose.
find_path(CJOSE_INCLUDE_DIR cjose/cjose.h)
find_library(CJOSE_LIBRARY cjose)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Cjose
  REQUIRED_VARS CJOSE_LIBRARY CJOSE_INCLUDE_DIR)
mark_as_advanced(CJOSE_INCLUDE_DIR CJOSE_LIBRARY)

if(Cjose_FOUND AND NOT TARGET Cjose::cjose)
  find_package(OpenSSL REQUIRED)
  add_library(Cjose::cjose UNKNOWN IMPORTED)
  set_target_properties(Cjose::cjose PROPERTIES
    IMPORTED_LOCATION "${CJOSE_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${CJOSE_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "OpenSSL::Crypto")
endif()
