# SPDX-License-Identifier: Apache-2.0
# How every target of ours is compiled and linked. parley_options is linked by all of them,
# parley_warnings by the hand-written ones.
include_guard()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "How to optimise" FORCE)
endif()
# Line tables suffice for a stack trace; full debug information doubles the time of a link.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

find_program(PARLEY_CCACHE ccache)
if(PARLEY_CCACHE)
  # Precompiled headers are cached only with these; the base folder lets clones share a cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}"
      "${PARLEY_CCACHE}")
endif()

add_library(parley_options INTERFACE)
# -pthread everywhere: gRPC asks for it, and the shared precompiled headers must agree with users.
target_compile_options(parley_options INTERFACE
  -pthread -fPIE -fpch-preprocess "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")
target_link_options(parley_options INTERFACE -pie -fuse-ld=lld -Wl,--as-needed)

if(NOT PARLEY_SANITIZE)
  target_compile_options(parley_options INTERFACE -fstack-protector-strong
    -fstack-clash-protection "$<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3>")
  target_compile_definitions(parley_options INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(parley_options INTERFACE -Wl,-z,relro -Wl,-z,now)
  if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    target_compile_options(parley_options INTERFACE -fcf-protection)
  endif()
elseif(PARLEY_SANITIZE STREQUAL "address")
  set(parley_sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all)
elseif(PARLEY_SANITIZE STREQUAL "thread")
  set(parley_sanitizers -fsanitize=thread)
else()
  message(FATAL_ERROR "PARLEY_SANITIZE is address or thread, not ${PARLEY_SANITIZE}")
endif()
if(parley_sanitizers)
  target_compile_options(parley_options INTERFACE ${parley_sanitizers} -fno-omit-frame-pointer)
  target_link_options(parley_options INTERFACE ${parley_sanitizers})
endif()

# -Wno-restrict: gcc 12 reports std::string's operator+ falsely (gcc bug 105651).
# -Wno-missing-field-initializers: a designated initialiser that leaves members at their
# defaults is how commands and builders are written.
add_library(parley_warnings INTERFACE)
target_compile_options(parley_warnings INTERFACE
  -Werror -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wcast-qual -Wcast-align -Wformat=2 -Wundef
  -Wduplicated-cond -Wlogical-op -Wextra-semi -Wredundant-decls
  -Wno-restrict -Wno-missing-field-initializers)

if(PARLEY_CLANG_TIDY)
  find_program(PARLEY_CLANG_TIDY_PROGRAM clang-tidy REQUIRED)
endif()
