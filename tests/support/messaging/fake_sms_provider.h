// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_MESSAGING_FAKE_SMS_PROVIDER_H_
#define PARLEY_TESTS_SUPPORT_MESSAGING_FAKE_SMS_PROVIDER_H_

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "domain/communication/log/contact.h"
#include "tests/support/messaging/loopback_server.h"

namespace parley {

// What an SMS provider does with a message that is posted.
struct SmsMood {
  enum class Ending : std::uint8_t {
    kAnswers,
    kCuts,    // The connection, in place of an answer.
    kStalls,  // Never answers, never hangs up.
  };

  bool takes = true;  // The message, whatever it answers.
  Ending ending = Ending::kAnswers;
  std::optional<int> status;        // In place of the true one,
  std::optional<std::string> body;  // and in place of the true body.
  std::string headers;              // More of them, each ended by CR LF.
  bool is_read = true;              // False: it cuts when it sees the head of a request.
};

// What was posted last.
struct SmsRequest {
  std::string line;
  std::map<std::string, std::string> headers;  // Names in lower case.
  std::map<std::string, std::string> form;     // Decoded.
};

// The SMS provider of infra/docs/channels.md, over plain HTTP, which drops, delays and lies as it
// is told. It takes a key once; how often it sent something is counted a key.
class FakeSmsProvider {
 public:
  explicit FakeSmsProvider(int port = 0)
      : server_([this](LoopbackConnection& link) { Serve(link); }, port) {}

  int port() const { return server_.port(); }
  std::string url() const;  // Without a slash at its end.
  void Be(const SmsMood& mood);

  // How many text messages went out under the key.
  int TimesSent(CommunicationId id) const;
  int sent() const;                     // In all.
  int posts() const { return posts_; }  // Requests, whatever came of them.
  SmsRequest last() const;
  // What it answers when it is asked about a message that it took.
  void SetState(CommunicationId id, const std::string& state);

 private:
  struct Kept {
    int times_sent = 0;
    std::string id;
    std::string state = "queued";
  };
  struct Reply {
    int status = 0;
    std::string body;
  };

  void Serve(LoopbackConnection& link);
  bool Exchange(LoopbackConnection& link, const std::string& line);
  Reply OnPost(const SmsRequest& request, const SmsMood& mood);
  Reply OnGet(const std::string& line) const;
  static void Write(LoopbackConnection& link, const Reply& reply, const std::string& headers);

  mutable std::mutex mutex_;
  SmsMood mood_;
  SmsRequest last_;
  std::map<std::string, Kept> kept_;
  std::atomic<int> posts_ = 0;
  LoopbackServer server_;  // Last, so that it ends before what it serves.
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_MESSAGING_FAKE_SMS_PROVIDER_H_
