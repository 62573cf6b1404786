# SPDX-License-Identifier: Apache-2.0
# What the checks of the protos share: buf itself, from the npm registry, installed once into the
# build tree.
cmake_policy(VERSION 3.25)
set(buf_version 1.75.0)
set(buf_folder "${BUILD}/tools/buf-${buf_version}")
set(buf "${buf_folder}/node_modules/.bin/buf")
# It needs no cache of what it downloads, as it downloads nothing, but a folder it may write to.
set(ENV{BUF_CACHE_DIR} "${buf_folder}/cache")

function(install_buf)
  if(EXISTS "${buf_folder}/installed")
    return()
  endif()
  execute_process(COMMAND npm install --prefix "${buf_folder}" --ignore-scripts --no-audit --no-fund
      "@bufbuild/buf@${buf_version}"
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "npm cannot install buf (${result}):\n${output}")
  endif()
  file(TOUCH "${buf_folder}/installed")
endfunction()
