// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_MESSAGING_FAKE_RELAY_H_
#define PARLEY_TESTS_SUPPORT_MESSAGING_FAKE_RELAY_H_

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/communication/log/contact.h"
#include "tests/support/messaging/loopback_server.h"

namespace parley {

// In place of a reply: the connection is cut, or nothing is ever said again.
inline constexpr std::string_view kCut = "(cut)";
inline constexpr std::string_view kStall = "(stall)";

// How a relay behaves at each step of a talk.
struct RelayMood {
  std::string greeting = "220 relay.example ESMTP";
  std::string sender = "250 2.1.0 Ok";
  std::string recipient = "250 2.1.5 Ok";
  std::string data = "354 End data with <CR><LF>.<CR><LF>";
  std::string end = "250 2.0.0 Ok: queued as 4XyZ";
  std::string goodbye = "221 2.0.0 Bye";
  bool takes = true;  // What is ended by a dot, whatever it answers.
};

struct TakenMail {
  std::string sender;
  std::string recipient;
  std::string content;  // Without the dots of the line.
};

// A mail relay in plain SMTP that is steered byte by byte: it drops, delays and lies as it is told.
class FakeRelay {
 public:
  explicit FakeRelay(int port = 0)
      : server_([this](LoopbackConnection& link) { Serve(link); }, port) {}

  int port() const { return server_.port(); }
  void Be(const RelayMood& mood);

  std::vector<TakenMail> taken() const;
  // How often the message was taken, told by its return path.
  int TimesTaken(CommunicationId id) const;
  int connections() const { return connections_; }

 private:
  RelayMood mood() const;
  void Serve(LoopbackConnection& link);
  // False once the talk is over.
  bool Reply(LoopbackConnection& link, std::string_view reply) const;
  bool Answer(LoopbackConnection& link, const std::string& command, TakenMail& mail);
  bool TakeContent(LoopbackConnection& link, TakenMail& mail);

  mutable std::mutex mutex_;
  RelayMood mood_;
  std::vector<TakenMail> taken_;
  std::atomic<int> connections_ = 0;
  LoopbackServer server_;  // Last, so that it ends before what it serves.
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_MESSAGING_FAKE_RELAY_H_
