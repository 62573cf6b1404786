# SPDX-License-Identifier: Apache-2.0
# What we take from the distribution. Imported targets are SYSTEM: their warnings are not ours.
include_guard()

find_package(absl REQUIRED CONFIG)
find_package(GTest REQUIRED CONFIG)
find_package(ICU REQUIRED COMPONENTS i18n uc)
find_package(nlohmann_json REQUIRED CONFIG)
find_package(rapidcheck REQUIRED CONFIG)
find_package(Threads REQUIRED)
if(NOT PARLEY_DOMAIN_ONLY)
  # gRPC's own file asks for Protobuf too, but as optional; asked first, its absence is an error.
  find_package(Protobuf REQUIRED)
  find_package(gRPC REQUIRED CONFIG)
  find_package(OpenSSL REQUIRED)
  find_package(PostgreSQL REQUIRED)
  find_package(Phonenumber REQUIRED)
  find_package(SOCI REQUIRED)
  find_package(Cjose REQUIRED)
  # Pango and cairo speak pkg-config; a target of its imports is SYSTEM too.
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(pangocairo REQUIRED IMPORTED_TARGET pangocairo pangoft2 fontconfig)
  find_package(prometheus-cpp REQUIRED CONFIG)
  find_package(spdlog REQUIRED CONFIG)
  find_package(CLI11 REQUIRED CONFIG)
  find_package(tomlplusplus REQUIRED CONFIG)
  find_package(benchmark REQUIRED CONFIG)
endif()
