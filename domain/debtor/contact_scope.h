// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_CONTACT_SCOPE_H_
#define PARLEY_DOMAIN_DEBTOR_CONTACT_SCOPE_H_

#include <optional>

#include "domain/common/id.h"
#include "domain/communication/vocabulary.h"

namespace parley {

using ContactPointId = Id<struct ContactPointTag>;

// What a permission or its withdrawal is about, and what somebody wants to do. A part that is
// missing stands for all of its kind: nothing at all is every contact.
struct ContactScope {
  std::optional<ContactPointId> point;
  std::optional<Channel> channel;
  std::optional<Purpose> purpose;

  friend bool operator==(const ContactScope&, const ContactScope&) = default;
};

// True when whatever `asked` names lies within the scope: a word about text messages says nothing
// of every channel, and one about all says something of text messages.
bool Covers(const ContactScope& scope, const ContactScope& asked);

// The more is said, the more it weighs: a point more than a channel, a channel more than a purpose,
// and either more than nothing.
int SpecificityOf(const ContactScope& scope);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_CONTACT_SCOPE_H_
