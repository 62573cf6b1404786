// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/library_logs.h"

#include <google/protobuf/stubs/logging.h>
#include <grpc/support/log.h>

#include <iostream>
#include <mutex>
#include <string>
#include <string_view>

namespace parley::grpc_api {
namespace {

struct Listener {
  std::mutex mutex;
  Log* log = nullptr;
};

Listener& TheListener() {
  static Listener listener;
  return listener;
}

void HearGrpc(gpr_log_func_args* args) {
  Listener& listener = TheListener();
  const std::lock_guard lock(listener.mutex);
  if (listener.log == nullptr) return;
  // A handshake that fails is as often the peer's affair as ours.
  listener.log->Write(LogLevel::kWarning, "grpc",
                      {{"message", std::string_view(args->message)},
                       {"file", std::string_view(args->file)},
                       {"line", static_cast<std::int64_t>(args->line)}});
}

void HearProtobuf(google::protobuf::LogLevel level, const char* file, int line,
                  const std::string& message) {
  // Protobuf ends the process after this, so that no log would be written any more.
  if (level != google::protobuf::LOGLEVEL_FATAL) return;
  std::cerr << file << ':' << line << ": " << message << '\n';
}

}  // namespace

LibraryLogs::LibraryLogs(Log& log) : log_(log) {
  Listener& listener = TheListener();
  const std::lock_guard lock(listener.mutex);
  listener.log = &log_;
  gpr_set_log_function(HearGrpc);
  google::protobuf::SetLogHandler(HearProtobuf);
}

LibraryLogs::~LibraryLogs() {
  Listener& listener = TheListener();
  const std::lock_guard lock(listener.mutex);
  if (listener.log == &log_) listener.log = nullptr;
}

}  // namespace parley::grpc_api
