// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_UNSUBSCRIBE_LINK_H_
#define PARLEY_APPLICATION_COMMUNICATION_UNSUBSCRIBE_LINK_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "application/ports/delivery_reports.h"
#include "application/ports/seals.h"

namespace parley {

// The last part of such a link: sealed, so that nobody reads it or makes another.
std::string SealUnsubscription(const Seals& seals, const Unsubscription& asked, absl::Time expires);

// None for what was not sealed by us, or has expired.
std::optional<Unsubscription> OpenUnsubscription(const Seals& seals, std::string_view token,
                                                 absl::Time now);

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_UNSUBSCRIBE_LINK_H_
