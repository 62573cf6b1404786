// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_CHAT_HINTS_H_
#define PARLEY_APPLICATION_PORTS_CHAT_HINTS_H_

#include <cstdint>
#include <functional>

#include "domain/common/id.h"
#include "domain/communication/vocabulary.h"

namespace parley {

// What happens in a chat that other server processes may want to know at once. It holds nobody's
// words and nobody's name.
enum class ChatHintKind : std::uint8_t {
  kSaid = 1,     // Something new may be read.
  kTyping = 2,   // That side is writing.
  kStopped = 3,  // It is no longer.
  kArrived = 4,  // That side is there.
  kLeft = 5,     // It is no longer.
  kRead = 6,     // It has read up to a line.
};

struct ChatHint {
  ChatHintKind kind = ChatHintKind::kSaid;
  TenantId tenant;
  DebtorId debtor;
  Direction side = Direction::kInbound;  // The person's, or ours.
  std::int64_t line = 0;                 // Of kRead.

  friend bool operator==(const ChatHint&, const ChatHint&) = default;
};

// Hints between server processes: each may be lost, and none is the truth. Safe for threads.
class ChatHints {
 public:
  virtual ~ChatHints() = default;

  // Gives a hint to the other processes, soon. It never waits.
  virtual void Send(const ChatHint& hint) = 0;

  // From now on, and until it is called with none, what other processes hint is told here, one at
  // a time, on a thread of its own.
  virtual void Listen(std::function<void(const ChatHint&)> take) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_CHAT_HINTS_H_
