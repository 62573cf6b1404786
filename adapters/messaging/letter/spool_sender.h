// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_LETTER_SPOOL_SENDER_H_
#define PARLEY_ADAPTERS_MESSAGING_LETTER_SPOOL_SENDER_H_

#include <memory>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "application/ports/documents.h"
#include "application/ports/sender.h"

namespace parley {

// Puts letters as PDF into the folder `out` of a spool, ID.pdf each, for whoever prints and posts
// them to take away. A letter appears whole or not at all, is on the disk when it is accepted, and
// appears once: an empty file of its name in `handed` remembers it after it was taken away. Many
// threads and processes may share a spool, on one machine.
class SpoolSender final : public Sender {
 public:
  // Makes the folders in `folder`, which exists. `documents` outlive it.
  // Errors: those of the file system, with no path in them but ours.
  static absl::StatusOr<std::unique_ptr<SpoolSender>> Open(std::string folder,
                                                           const Documents& documents);

  SenderTraits traits() const override { return {.can_be_asked = true, .honours_key = true}; }
  HandOver Send(const OutboundMessage& message, absl::Duration within) override;
  ProviderAnswer Ask(CommunicationId id, absl::Duration within) override;

 private:
  SpoolSender(std::string folder, const Documents& documents)
      : folder_(std::move(folder)), documents_(documents) {}

  std::string Path(const char* where, const std::string& name) const;
  HandOver HandOverOnce(const std::string& name, const std::string& pdf) const;
  // Moves what waits in `work` to where it is taken away.
  HandOver Publish(const std::string& name) const;

  const std::string folder_;
  const Documents& documents_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MESSAGING_LETTER_SPOOL_SENDER_H_
