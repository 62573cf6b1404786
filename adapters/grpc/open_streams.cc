// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/open_streams.h"

#include "adapters/grpc/stream_call.h"

namespace parley::grpc_api {

void OpenStreams::Add(StreamCall& stream) {
  const std::lock_guard lock(mutex_);
  streams_.insert(&stream);
}

void OpenStreams::Remove(StreamCall& stream) {
  const std::lock_guard lock(mutex_);
  streams_.erase(&stream);
}

void OpenStreams::EndIdle(std::chrono::steady_clock::time_point since) {
  // While it is held no stream can go.
  const std::lock_guard lock(mutex_);
  for (StreamCall* const stream : streams_) stream->EndIfIdle(since);
}

}  // namespace parley::grpc_api
