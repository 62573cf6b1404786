// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_OPEN_STREAMS_H_
#define PARLEY_ADAPTERS_GRPC_OPEN_STREAMS_H_

#include <chrono>
#include <mutex>
#include <set>

namespace parley::grpc_api {

class StreamCall;

// The streams that run, so that those on which nothing moves any more can be ended: a caller who
// neither reads nor writes would keep what the server holds for them for ever. Safe for threads.
class OpenStreams {
 public:
  // A stream is here from its start until gRPC is done with it.
  void Add(StreamCall& stream);
  void Remove(StreamCall& stream);

  // Ends the streams on which nothing has moved since then.
  void EndIdle(std::chrono::steady_clock::time_point since);

 private:
  std::mutex mutex_;
  std::set<StreamCall*> streams_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_OPEN_STREAMS_H_
