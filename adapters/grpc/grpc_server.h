// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_GRPC_SERVER_H_
#define PARLEY_ADAPTERS_GRPC_GRPC_SERVER_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "adapters/grpc/server_credentials.h"
#include "adapters/grpc/tenant_limits.h"
#include "application/application.h"
#include "application/ports/authenticator.h"
#include "application/ports/call_observer.h"
#include "application/ports/chat_hints.h"
#include "application/ports/clock.h"
#include "application/ports/event_feed.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/log.h"
#include "application/ports/publications.h"
#include "application/ports/seals.h"
#include "application/ports/time_zones.h"

namespace parley {

// Serves the application over gRPC: parley.v1, health, and reflection if asked for.
class GrpcServer {
 public:
  struct Options {
    std::string address = "127.0.0.1:0";  // Port 0 takes a free one.
    std::optional<grpc_api::TlsFiles> tls;
    int threads = 4;                 // That do calls; as many as the store has connections.
    std::size_t most_waiting = 512;  // Calls that wait for a thread; more are refused.
    int stream_threads = 1;          // That do streams, so that imports leave the calls alone.
    std::size_t most_streams_waiting = 64;
    std::size_t most_chats = 10'000;                    // Callers who chat.
    std::size_t most_watches = 200;                     // Callers who are told events.
    absl::Duration longest_unread = absl::Seconds(30);  // Of what a caller who chats is told.
    absl::Duration watch_pause = absl::Seconds(1);      // Between two looks for news, about.
    absl::Duration sign_of_life = absl::Seconds(15);    // Of a watch to which nothing is told.
    // A stream whose caller neither reads nor writes for so long is ended by EndIdleStreams.
    absl::Duration longest_idle = absl::Minutes(10);
    int most_calls_a_connection = 100;
    std::size_t most_known_tokens = 10'000;
    grpc_api::TenantLimit tenant_limit;
    bool reflection = false;
  };

  // What the server is made of; all of it outlives the server.
  struct Parts {
    Application& application;
    EventFeed& events;
    Publications& publications;
    ChatHints& chat_hints;
    const Authenticator& authenticator;
    const Seals& seals;
    const Fingerprints& fingerprints;
    const TimeZones& time_zones;
    const Clock& clock;
    Ids& ids;
    CallObserver& observer;
    Log& log;
  };

  GrpcServer(const Parts& parts, const Options& options);
  GrpcServer(const GrpcServer&) = delete;
  GrpcServer& operator=(const GrpcServer&) = delete;
  ~GrpcServer();  // Drains, without patience.

  // Binds and serves; health says NOT_SERVING until SetServing. Errors: INVALID_ARGUMENT for TLS
  // files that are of no use, UNAVAILABLE when the address cannot be taken.
  absl::Status Start();

  // The port that was bound; 0 before Start.
  int port() const;

  // What health answers, for "" and each service.
  void SetServing(bool serving);

  // Verifies each token anew from now on: the keys that tokens are verified by changed.
  void ForgetCallers();

  // Ends the streams that have rested for too long; to be called now and then.
  void EndIdleStreams();

  // Ends the server gracefully: health says NOT_SERVING, no new call is taken, those that run have
  // so long to end, and are then cancelled. It returns when all are over.
  void Drain(absl::Duration patience);

 private:
  class Impl;

  std::unique_ptr<Impl> impl_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_GRPC_GRPC_SERVER_H_
