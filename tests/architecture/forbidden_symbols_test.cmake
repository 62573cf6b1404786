# SPDX-License-Identifier: Apache-2.0
# Net 3: an archive that asks for the outside world is refused, and each kind is named.
include("${CMAKE_CURRENT_LIST_DIR}/expect.cmake")
set(fixture "${ROOT}/tests/architecture/fixtures/forbidden_symbols/impure.cc")
run("${CXX}" -std=c++20 -O2 -c "${fixture}" -o "${WORK}/impure.o")
expect_success()
run("${AR}" rc "${WORK}/impure.a" "${WORK}/impure.o")
expect_success()
run("${CMAKE_COMMAND}" "-DNM=${NM}" "-DARCHIVE=${WORK}/impure.a"
    -P "${ROOT}/infra/cmake/symbols.cmake")
foreach(symbol IN ITEMS
    "clock: time" "clock: clock_gettime" "clock: std::chrono::_V2::system_clock::now()"
    "zone_file: absl::" "environment: getenv" "randomness: std::random_device::"
    "file: open" "stream: std::cout" "stream: std::basic_ofstream" "socket: socket"
    "thread: pthread_mutex_lock" "thread: std::thread::" "thread: absl::"
    "technology: PQexec" "technology: soci::session" "technology: grpc::"
    "technology: google::protobuf::")
  expect_failure_saying("forbidden symbol, ${symbol}")
endforeach()
