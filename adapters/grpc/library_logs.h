// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_LIBRARY_LOGS_H_
#define PARLEY_ADAPTERS_GRPC_LIBRARY_LOGS_H_

#include "application/ports/log.h"

namespace parley::grpc_api {

// gRPC and protobuf write what they have to say to the standard error, in forms of their own. While
// one of these lives, gRPC's errors are records of the log; what protobuf says about a caller's
// message is for the caller alone, who is told by us. The libraries know one place a process: of
// several, the youngest hears.
class LibraryLogs {
 public:
  explicit LibraryLogs(Log& log);
  LibraryLogs(const LibraryLogs&) = delete;
  LibraryLogs& operator=(const LibraryLogs&) = delete;
  ~LibraryLogs();

 private:
  Log& log_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_LIBRARY_LOGS_H_
