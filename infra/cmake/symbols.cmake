# SPDX-License-Identifier: Apache-2.0
# Net 3: what the domain's archive asks of the outside. Targets keep no header of /usr/include out,
# but a function that is called leaves its name here.
#   cmake -DNM=nm -DARCHIVE=<file> [-DSTAMP=<file>] -P symbols.cmake
cmake_policy(VERSION 3.25)

execute_process(COMMAND "${NM}" -uC "${ARCHIVE}"
  OUTPUT_VARIABLE undefined COMMAND_ERROR_IS_FATAL ANY)

# The kind, then patterns of the names that are forbidden as that kind.
set(absl "absl::([a-z0-9_]+::)?")
set(forbidden_clock clock_gettime gettimeofday clock time nanosleep usleep sleep localtime
  localtime_r mktime "std::chrono::_V2::[a-z_]+_clock::now.*"
  "${absl}(Now|GetCurrentTimeNanos)\\(.*" "AbslInternalSleepFor.*")
set(forbidden_zone_file "${absl}(LoadTimeZone|LocalTimeZone)\\(.*"
  "${absl}time_internal::cctz::(load|local)_time_zone\\(.*")
set(forbidden_environment getenv secure_getenv setenv environ)
set(forbidden_randomness rand random srand getrandom getentropy arc4random "std::random_device::.*"
  "${absl}random_internal::.*")
set(forbidden_file open open64 openat fopen fopen64 read write close stat fstat unlink rename puts
  printf fprintf __printf_chk __fprintf_chk fwrite fputs "std::filesystem::.*")
set(forbidden_stream std::cout std::cerr std::clog std::cin "std::basic_[a-z]*fstream<.*"
  "std::basic_filebuf<.*")
set(forbidden_socket socket connect bind listen accept send recv sendto recvfrom getaddrinfo poll
  select)
set(forbidden_thread "pthread_[a-z_]+" "std::(thread|condition_variable|mutex)::.*"
  "${absl}(Mutex|CondVar|Notification|BlockingCounter)::.*")
set(forbidden_technology "(soci|grpc|grpc_impl|google::protobuf)::.*" "PQ[a-z][A-Za-z]+"
  "(SSL|EVP)_[A-Za-z_]+")

set(found 0)
string(REPLACE ";" "" undefined "${undefined}")
string(REGEX REPLACE "[][]" "" undefined "${undefined}")
string(REPLACE "\n" ";" lines "${undefined}")
list(REMOVE_DUPLICATES lines)
foreach(line IN LISTS lines)
  string(REGEX REPLACE "^ *[UwvV] " "" symbol "${line}")
  string(REGEX REPLACE "@.*" "" symbol "${symbol}")
  foreach(kind IN ITEMS
          clock zone_file environment randomness file stream socket thread technology)
    list(JOIN forbidden_${kind} "|" names)
    if(symbol MATCHES "^(${names})$")
      message(NOTICE "the domain asks for a forbidden symbol, ${kind}: ${symbol}")
      math(EXPR found "${found} + 1")
    endif()
  endforeach()
endforeach()
if(found GREATER 0)
  message(FATAL_ERROR "${found} symbols the domain may not ask for (infra/cmake/symbols.cmake)")
endif()
if(STAMP)
  file(TOUCH "${STAMP}")
endif()
