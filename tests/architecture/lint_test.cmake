# SPDX-License-Identifier: Apache-2.0
# Net 2: each rule of the lint, seen to break. A case is a file put into a clean tree, and what the
# lint must then say, and that it says nothing else.
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
include("${ROOT}/infra/cmake/ParleyLayers.cmake")
set(spdx "// SPDX-License-Identifier: Apache-2.0\n")

function(lint)
  run("${CMAKE_COMMAND}" "-DROOT=${WORK}" -P "${ROOT}/infra/cmake/lint.cmake")
  set(code "${code}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

foreach(layer IN LISTS PARLEY_LAYERS)
  file(WRITE "${WORK}/${layer}/clean.cc" "${spdx}#include <string>\n")
endforeach()
lint()
expect_success()

function(expect_breach file content what)
  file(WRITE "${WORK}/${file}" "${content}")
  lint()
  expect_failure_saying("${file}: ${what}")
  expect_failure_saying("1 breaches")
  file(REMOVE "${WORK}/${file}")
endfunction()

function(expect_clean file content)
  file(WRITE "${WORK}/${file}" "${content}")
  lint()
  expect_success()
  file(REMOVE "${WORK}/${file}")
endfunction()

# Includes.
foreach(header IN ITEMS fstream iostream thread mutex random filesystem chrono ctime)
  expect_breach(domain/bad.cc "${spdx}#include <${header}>\n"
    "layer domain may not include ${header}")
endforeach()
set(guard "#ifndef PARLEY_DOMAIN_DEBT_BAD_H_\n#define PARLEY_DOMAIN_DEBT_BAD_H_\n")
foreach(header IN ITEMS absl/time/clock.h absl/synchronization/mutex.h application/ports/clock.h
        soci/soci.h parley/v1/debt.pb.h unistd.h sys/socket.h)
  expect_breach(domain/debt/bad.h "${spdx}${guard}#  include \"${header}\"\n"
    "layer domain may not include ${header}")
endforeach()
foreach(header IN ITEMS fstream chrono adapters/memory/store.h grpcpp/grpcpp.h)
  expect_breach(application/bad.cc "${spdx}#include <${header}>\n"
    "layer application may not include ${header}")
endforeach()
foreach(header IN ITEMS re2/re2.h unicode/unorm2.h domain/language/folded_text.h)
  expect_breach(domain/bad.cc "${spdx}#include <${header}>\n"
    "layer domain may not include ${header}")
  expect_clean(domain/language/good.cc "${spdx}#include <${header}>\n")
endforeach()
foreach(header IN ITEMS fstream mutex random chrono soci/soci.h application/ports/clock.h)
  expect_breach(domain/language/bad.cc "${spdx}#include <${header}>\n"
    "layer domain/language may not include ${header}")
endforeach()
expect_clean(application/good.cc "${spdx}#include \"domain/language/folded_text.h\"\n")
expect_breach(adapters/memory/bad.cc "${spdx}#include \"adapters/postgres/session.h\"\n"
  "layer adapters/memory may not include adapters/postgres/session.h")
expect_breach(adapters/grpc/bad.cc "${spdx}#include <soci/soci.h>\n"
  "layer adapters/grpc may not include soci/soci.h")
expect_breach(adapters/postgres/bad.cc "${spdx}#include \"parley/v1/debt.pb.h\"\n"
  "layer adapters/postgres may not include parley/v1/debt.pb.h")
expect_clean(adapters/postgres/good.cc "${spdx}#include <libpq-fe.h>\n#include <mutex>\n")
expect_clean(infra/server/good.cc "${spdx}#include <soci/soci.h>\n#include <grpcpp/grpcpp.h>\n")

# Small rules.
expect_breach(adapters/postgres/bad.cc "${spdx}void Read(soci::row& row);\n" "soci::row loses")
expect_clean(adapters/postgres/good.cc "${spdx}void Read(soci::rowset<Line>& rows);\n")
foreach(read IN ITEMS "absl::Now()" "std::chrono::system_clock::now()" "std::time(nullptr)")
  expect_breach(application/bad.cc "${spdx}auto now = ${read};\n" "the clock is read by")
  expect_clean(adapters/system/good.cc "${spdx}auto now = ${read};\n")
endforeach()
foreach(type IN ITEMS float double)
  expect_breach(domain/bad.cc "${spdx}${type} balance = 0;\n" "no floating point in the domain")
endforeach()
expect_clean(domain/good.cc "${spdx}auto text = \"a double \\\" entry\";  // kept double\n")
expect_breach(infra/cli/bad.cc "${spdx}absl::optional<int> days;\n" "absl::optional has a standard")
expect_breach(domain/bad.cc "${spdx}int x = 1;  // NOLINT\n" "a NOLINT names its rule")
expect_clean(domain/good.cc "${spdx}int x = 1;  // NOLINT(some-rule): it has a reason.\n")
expect_breach(domain/debt/bad.h "${spdx}#pragma once\n"
  "the include guard must be PARLEY_DOMAIN_DEBT_BAD_H_")

# A .cc and its own header.
file(WRITE "${WORK}/domain/own.h"
  "${spdx}#ifndef PARLEY_DOMAIN_OWN_H_\n#define PARLEY_DOMAIN_OWN_H_\n#endif\n")
expect_clean(domain/own.cc "${spdx}#include \"domain/own.h\"\n\n#include <string>\n")
expect_breach(domain/own.cc "${spdx}#include <string>\n\n#include \"domain/own.h\"\n"
  "its own header domain/own.h must be included first")
expect_breach(domain/own.cc "${spdx}int x = 1;\n" "its own header domain/own.h must be")
file(REMOVE "${WORK}/domain/own.h")

# Shape.
expect_breach(tests/bad.cc "#include <string>\n" "the first line must hold SPDX")
expect_breach(infra/test "#!/bin/bash\nset -e\n" "the first line must hold SPDX")
expect_clean(infra/test "#!/bin/bash\n# SPDX-License-Identifier: Apache-2.0\n")
string(REPEAT "\n" 399 lines)
expect_clean(domain/good.cc "${spdx}${lines}")
expect_breach(domain/bad.cc "${spdx}${lines}\n" "401 lines, at most 400")
string(REPEAT "x" 97 line)
expect_clean(domain/good.cc "${spdx}// ${line}\n")
expect_breach(domain/bad.cc "${spdx}// x${line}\n" "a line over 100 columns")
string(REPEAT "é" 97 line)
expect_clean(domain/good.cc "${spdx}// ${line}\n")
expect_breach(domain/bad.cc "${spdx}// é${line}\n" "a line over 100 columns")
foreach(maker IN ITEMS add_library add_executable target_link_libraries include_directories)
  expect_breach(domain/CMakeLists.txt "# SPDX-License-Identifier: Apache-2.0\n  ${maker}(x)\n"
    "${maker} outside infra/cmake")
endforeach()

# A layer without sources.
file(REMOVE "${WORK}/adapters/memory/clean.cc")
lint()
expect_failure_saying("adapters/memory: an empty layer")
