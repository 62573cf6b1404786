# SPDX-License-Identifier: Apache-2.0
# A machine that cannot reach npm's registry runs the other tests; continuous integration fails.
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")

# install(<setting>...): what infra/test does, with npm as the last file(WRITE) left it.
function(install)
  run("${CMAKE_COMMAND}" -E env --unset=CI --unset=NODE_EXTRA_CA_CERTS "PARLEY_BUILD=${WORK}"
      "PATH=${WORK}/bin:$ENV{PATH}" ${ARGV} bash -euo pipefail -c "
        source '${ROOT}/infra/ci/common.sh'
        source '${ROOT}/infra/ci/install.sh'
        install_node_tools
        echo \"modules: \${NODE_PATH:-none}, authorities: \${NODE_EXTRA_CA_CERTS:-none}\"")
  set(code "${code}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(make_npm exit_code)
  foreach(program IN ITEMS node npm)
    file(WRITE "${WORK}/bin/${program}" "#!/bin/sh\nexit ${exit_code}\n")
    file(CHMOD "${WORK}/bin/${program}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
  endforeach()
endfunction()

make_npm(1)
install("NODE_PATH=${WORK}/of_before")
expect_success()
expect_saying("are left out")
expect_saying("modules: none")
install(CI=true)
expect_failure_saying("npm could not install")

make_npm(0)
install(CI=true NODE_EXTRA_CA_CERTS=own.pem)
expect_success()
expect_saying("modules: ${WORK}/npm/node_modules, authorities: own.pem")
if(EXISTS /etc/ssl/certs/ca-certificates.crt)
  install()
  expect_saying("authorities: /etc/ssl/certs/ca-certificates.crt")
endif()

# What needs them says that it was left out, which is no success.
run("${CMAKE_COMMAND}" -E env --unset=NODE_PATH "${CMAKE_COMMAND}" "-DROOT=${ROOT}"
    "-DBUILD=${WORK}/nothing" "-DWORK=${WORK}/lint"
    -P "${ROOT}/tests/architecture/api_lint_test.cmake")
expect_failure_saying("[ SKIPPED ]")
run("${CMAKE_COMMAND}" -E env NODE_PATH=installed "${CMAKE_COMMAND}" "-DROOT=${ROOT}"
    "-DBUILD=${WORK}/nothing" "-DWORK=${WORK}/lint"
    -P "${ROOT}/tests/architecture/api_lint_test.cmake")
expect_failure_saying("buf is not among them")
