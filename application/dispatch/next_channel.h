// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_NEXT_CHANNEL_H_
#define PARLEY_APPLICATION_DISPATCH_NEXT_CHANNEL_H_

#include <map>

#include "absl/status/statusor.h"
#include "application/dispatch/dispatch_tools.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/communication/message/message.h"

namespace parley {

// Where a message failed for good, or came back, makes another of it by the next channel that the
// person likes. The gate judges that one anew, and one that it lets through follows the one that
// failed. Lives for one transaction, and counts what it queued in it.
class NextChannel {
 public:
  // Without templates, nothing follows.
  NextChannel(Work& work, const DispatchTools& tools, const TemplateLibrary* templates)
      : work_(work), tools_(tools), templates_(templates) {}

  // True when another one is queued. Nothing follows one that may have arrived, whose channel
  // somebody named, or whose person wants nothing from us. Errors: those of the store.
  absl::StatusOr<bool> Follow(const Message& failed, const LoggedCommunication& slot);

 private:
  bool MayFollow(const Message& failed) const;
  absl::StatusOr<EnumSet<Channel>> TriedBefore(const Message& failed) const;
  absl::StatusOr<ContactRecord*> RecordFor(const Message& failed);
  absl::StatusOr<bool> Queue(const Message& failed, const std::vector<Contact>& contacts,
                             ContactRecord& record);

  Work& work_;
  const DispatchTools& tools_;
  const TemplateLibrary* templates_;
  std::map<DebtorId, ContactRecord> records_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_NEXT_CHANNEL_H_
