// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_CHAT_HINTS_H_
#define PARLEY_ADAPTERS_POSTGRES_CHAT_HINTS_H_

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "adapters/postgres/connection_settings.h"
#include "application/ports/chat_hints.h"

namespace parley::postgres {

// A hint as text, without a comma or a blank around it, and back; none for what is no hint.
std::string HintText(const ChatHint& hint);
std::optional<ChatHint> ParseHint(std::string_view text);

// Hints by NOTIFY, on a link of its own and outside of all transactions: a transaction that
// notifies waits for each other one that does. What comes within a few milliseconds goes together.
// A link that breaks is made anew; what was hinted meanwhile is lost, as hints may be.
class PostgresChatHints final : public ChatHints {
 public:
  // The link is made when somebody listens.
  explicit PostgresChatHints(ConnectionSettings settings);
  PostgresChatHints(const PostgresChatHints&) = delete;
  PostgresChatHints& operator=(const PostgresChatHints&) = delete;
  ~PostgresChatHints() override;

  void Send(const ChatHint& hint) override;
  void Listen(std::function<void(const ChatHint&)> take) override;

 private:
  class Link;

  void Run();
  // Sends what waits and tells what came, until the link breaks or all is over.
  void Serve(Link& link);
  void Tell(std::string_view payload);
  bool IsOver();

  const ConnectionSettings settings_;
  const std::string process_;  // Tells it from others: what it hints itself is not told to it.
  std::mutex mutex_;
  std::condition_variable over_;
  std::vector<std::string> waiting_;
  bool ended_ = false;
  std::mutex
      telling_;  // Held while something is told, so that who stops listening knows it is over.
  std::function<void(const ChatHint&)> take_;
  std::thread thread_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_CHAT_HINTS_H_
