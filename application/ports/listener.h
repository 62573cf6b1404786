// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_LISTENER_H_
#define PARLEY_APPLICATION_PORTS_LISTENER_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "domain/communication/inbound/label.h"
#include "domain/communication/vocabulary.h"

namespace parley {

// What is known of a text beside its words.
struct ListenContext {
  Channel channel = Channel::kEmail;
  absl::Time received;
  absl::TimeZone zone;   // Of the person.
  std::string language;  // That they are known to write in; empty where nobody knows.
  std::string region;    // Whose dates are written the month first, or not.
};

// Hears what a text says: the same text gives the same answer. Safe for threads.
class Listener {
 public:
  virtual ~Listener() = default;

  // Where nothing is sure, or there is no text, it says UNCLEAR.
  virtual HeardInbound Listen(std::string_view text, const ListenContext& context) const = 0;
};

// Proposes labels beside those that rules heard, each with the words that it goes by. What it says
// of danger and of wishes for silence is believed; anything else never replaces what rules heard.
class LabelModel {
 public:
  virtual ~LabelModel() = default;

  virtual std::vector<InboundLabel> Propose(std::string_view text,
                                            const ListenContext& context) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_LISTENER_H_
