// SPDX-License-Identifier: Apache-2.0
#include "application/communication/start_call.h"

namespace parley {

absl::StatusOr<Answer> StartCall::Handle(const Call& call, const Command& command,
                                         Encode<Decided> encode) const {
  Contact contact = command.contact;
  contact.channel = Channel::kCall;
  const auto decide = [&](Work& work) {
    return DecideAndReserve(work, tools_, command.debtor, contact);
  };
  return mutations_.Run<Decided>(call, command.debtor, decide, encode);
}

}  // namespace parley
