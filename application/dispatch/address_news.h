// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_ADDRESS_NEWS_H_
#define PARLEY_APPLICATION_DISPATCH_ADDRESS_NEWS_H_

#include "absl/status/status.h"
#include "application/mutations.h"
#include "application/ports/blind_index.h"
#include "application/ports/ids.h"
#include "domain/communication/message/delivery_report.h"
#include "domain/communication/message/message.h"

namespace parley {

// What news of a message say of the address that it went to: whether it is good, and whether
// anything may be sent there. In whatever order news come, and however often, the outcome is the
// same. An address that is retired stays as it is. Where the person wants nothing more, what waits
// for the address is taken off the queue. Errors: those of the store.
absl::Status TakeNews(Work& work, const BlindIndex& index, Ids& ids, const Message& message,
                      const DeliveryNews& news);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_ADDRESS_NEWS_H_
