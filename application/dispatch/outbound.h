// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_OUTBOUND_H_
#define PARLEY_APPLICATION_DISPATCH_OUTBOUND_H_

#include <string>

#include "application/ports/letterhead.h"
#include "application/ports/plain_words.h"
#include "application/ports/sender.h"
#include "domain/communication/message/message.h"
#include "domain/communication/verdict.h"
#include "domain/debtor/contact_point.h"

namespace parley {

// A message in the form that its channel's sender takes.
struct OutboundParts {
  const Message& message;  // With its words.
  const KnownPoint& point;
  const Letterhead& letterhead;
  const PlainWords& words;
  Variant variant = Variant::kFull;  // Limited: what is around the words reveals no more than they.
  std::string opt_out_link;          // Empty where it has none.
  bool large_print = false;          // Of what is printed.
  absl::Time now;
  Day today;  // The person's own.
};

OutboundMessage ToOutbound(const OutboundParts& parts);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_OUTBOUND_H_
