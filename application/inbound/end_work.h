// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_INBOUND_END_WORK_H_
#define PARLEY_APPLICATION_INBOUND_END_WORK_H_

#include <string_view>

#include "absl/status/status.h"
#include "application/mutations.h"
#include "domain/communication/inbound/inbound_item.h"

namespace parley {

// What people were asked to do about an item is done: "MATCH" or "ANSWER". Errors: those of the
// store.
absl::Status EndWorkOf(Work& work, const InboundItem& item, std::string_view what);

}  // namespace parley

#endif  // PARLEY_APPLICATION_INBOUND_END_WORK_H_
