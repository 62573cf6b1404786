// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_HTTP_CALLBACK_SERVER_H_
#define PARLEY_ADAPTERS_HTTP_CALLBACK_SERVER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "adapters/http/recent_events.h"
#include "application/ports/clock.h"
#include "application/ports/delivery_reports.h"
#include "application/ports/inbound_posts.h"
#include "application/ports/log.h"
#include "application/ports/seals.h"
#include "domain/common/sensitive.h"

namespace httplib {
class Server;
struct Request;
struct Response;
}  // namespace httplib

namespace parley {

// One provider that may post: at /callbacks/NAME, signed with that secret.
struct CallbackRoute {
  std::string provider;  // Lower-case letters, digits, hyphens and underscores.
  SensitiveText secret;
  const ReportReader& reader;
};

// One that may post what people send us: at /inbound/NAME, for one tenant, signed in the same way.
struct InboundRoute {
  std::string provider;
  SensitiveText secret;
  TenantId tenant;
  const PostReader& reader;
};

struct CallbackSettings {
  std::string host = "127.0.0.1";
  int port = 0;  // 0 takes a free one.
  absl::Duration window = absl::Minutes(5);
  std::size_t longest_body = 256 * 1024;
  absl::Duration longest_wait = absl::Seconds(5);  // For the next byte of a caller.
  int threads = 8;
  int most_waiting = 64;  // Connections that are accepted while all of them are busy.
};

// What it works with, which outlives it.
struct CallbackParts {
  DeliveryReports& reports;
  const Seals& seals;
  const Clock& clock;
  Log& log;
  InboundPosts* inbound = nullptr;  // None where nobody posts what people send us.
};

// Takes what providers post of messages, and the clicks of people who want no more of them. It
// stands behind a proxy that ends TLS and bounds who may knock how often; by default only this
// machine reaches it.
class CallbackServer {
 public:
  // Errors: UNAVAILABLE when the address cannot be taken.
  static absl::StatusOr<std::unique_ptr<CallbackServer>> Start(
      const CallbackSettings& settings, const CallbackParts& parts,
      std::vector<CallbackRoute> routes, std::vector<InboundRoute> inbound = {});
  ~CallbackServer();
  CallbackServer(const CallbackServer&) = delete;
  CallbackServer& operator=(const CallbackServer&) = delete;

  int port() const { return port_; }

 private:
  CallbackServer(const CallbackSettings& settings, const CallbackParts& parts,
                 std::vector<CallbackRoute> routes, std::vector<InboundRoute> inbound);

  void SetUp();
  void OnInbound(const httplib::Request& request, httplib::Response& response);
  bool IsSigned(const httplib::Request& request, const std::string& provider,
                const SensitiveText& secret);
  void OnCallback(const httplib::Request& request, httplib::Response& response);
  void Take(const CallbackRoute& route, const std::string& body, httplib::Response& response);
  void OnUnsubscribe(const httplib::Request& request, httplib::Response& response);
  void Tell(std::string_view provider, std::string_view what);

  const CallbackSettings settings_;
  const CallbackParts parts_;
  const std::vector<CallbackRoute> routes_;
  const std::vector<InboundRoute> inbound_;
  RecentEvents recent_;
  std::unique_ptr<httplib::Server> server_;
  int port_ = 0;
  std::thread listener_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_HTTP_CALLBACK_SERVER_H_
