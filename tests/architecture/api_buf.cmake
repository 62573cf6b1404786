# SPDX-License-Identifier: Apache-2.0
# What the checks of the protos share. buf: its program, as infra/test installs it.
cmake_policy(VERSION 3.25)
file(GLOB buf "${BUILD}/npm/node_modules/@bufbuild/*/bin/buf")
if(NOT buf AND DEFINED ENV{NODE_PATH})
  message(FATAL_ERROR "npm's packages are installed, and buf is not among them")
elseif(NOT buf)
  message(FATAL_ERROR "[ SKIPPED ] buf is not installed: infra/test does it, from npm's registry")
endif()
# It downloads nothing here, but wants a folder of its own all the same.
set(ENV{BUF_CACHE_DIR} "${BUILD}/npm/buf-cache")
