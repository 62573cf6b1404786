// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ADAPTERS_MESSAGING_SENDER_HARNESS_H_
#define PARLEY_TESTS_ADAPTERS_MESSAGING_SENDER_HARNESS_H_

#include <cstdint>
#include <memory>

#include "application/ports/sender.h"

namespace parley {

// What a provider does to a message that is handed over, whatever its technology.
enum class ProviderDeed : std::uint8_t {
  kTakes,
  kIsGone,           // Nobody listens.
  kDropsUnread,      // It cuts the line before the message came.
  kTakesAndDrops,    // It cuts the line in place of an answer.
  kTakesAndStalls,   // It never answers.
  kTakesAndBabbles,  // Its answer makes no sense.
  kRefusesForGood,
  kRefusesForNow,
};

// A sender, and the provider behind it, as the contract suite plays on them.
class SenderHarness {
 public:
  virtual ~SenderHarness() = default;

  virtual Sender& sender() = 0;
  // True when the technology has such a deed at all.
  virtual bool Can(ProviderDeed deed) const = 0;
  virtual void Do(ProviderDeed deed) = 0;
  virtual OutboundMessage Message(CommunicationId id) const = 0;
  // How often that message went out.
  virtual int TimesSent(CommunicationId id) const = 0;
};

std::unique_ptr<SenderHarness> MakeSmtpHarness();
std::unique_ptr<SenderHarness> MakeSmsHarness();
std::unique_ptr<SenderHarness> MakeSpoolHarness();

}  // namespace parley

#endif  // PARLEY_TESTS_ADAPTERS_MESSAGING_SENDER_HARNESS_H_
