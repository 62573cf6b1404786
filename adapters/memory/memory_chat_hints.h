// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_CHAT_HINTS_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_CHAT_HINTS_H_

#include <functional>

#include "application/ports/chat_hints.h"

namespace parley {

// What lies in memory has one server process: there is nobody to hint to.
class MemoryChatHints final : public ChatHints {
 public:
  void Send(const ChatHint&) override {}
  void Listen(std::function<void(const ChatHint&)>) override {}
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_CHAT_HINTS_H_
