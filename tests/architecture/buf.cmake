# SPDX-License-Identifier: Apache-2.0
# buf reads the descriptor set of the build rather than the files: it then need not know where
# imports lie. buf: its program, as infra/test installs it.
file(GLOB buf "${BUILD}/npm/node_modules/@bufbuild/*/bin/buf")
if(NOT buf)
  message(FATAL_ERROR "buf is not installed: infra/test does it")
endif()
set(api "${BUILD}/api/parley.binpb")
set(config --config "${ROOT}/api/buf.yaml")

# describe(<file> <proto text>): a descriptor set of one proto of the package parley.v1.
function(describe file text)
  file(WRITE "${WORK}/parley/v1/debt.proto" "${text}")
  run(protoc "-I${WORK}" --include_source_info "--descriptor_set_out=${file}"
      parley/v1/debt.proto)
  expect_success()
endfunction()
set(head "// Debts.\nsyntax = \"proto3\";\npackage parley.v1;\n// A debt.\n")
