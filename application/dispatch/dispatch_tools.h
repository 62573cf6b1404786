// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_DISPATCH_TOOLS_H_
#define PARLEY_APPLICATION_DISPATCH_DISPATCH_TOOLS_H_

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/dispatch/retry_schedule.h"
#include "application/messages/message_tools.h"
#include "application/mutations.h"
#include "application/ports/clock.h"
#include "application/ports/messages.h"
#include "application/ports/plain_words.h"
#include "application/ports/seals.h"
#include "application/ports/store.h"
#include "application/ports/templates.h"

namespace parley {

struct DispatchSettings {
  RetryRules retries;
  // For how long a message is whoever's who took it; longer than a hand-over may take.
  absl::Duration lease = absl::Minutes(2);
  absl::Duration hand_over = absl::Seconds(30);
  // When a person is asked about a message of which nobody knows whether it went.
  absl::Duration unknown_for = absl::Hours(24);
  // Told where a dispatcher is: CLAIMED, DECIDED, BEGUN, HANDING_OVER, HANDED_OVER, WRITTEN,
  // COMPLETED. Tests end the process there.
  std::function<void(std::string_view)> at = [](std::string_view) {};
};

// What it takes to dispatch.
struct DispatchTools {
  Store& store;
  MessageQueue& queue;
  TemplateShelf& shelf;
  const AuditSeal& audit_seal;
  const Clock& clock;
  const PlainWords& words;
  MessageTools messages;
  DispatchSettings settings;
};

// In whose name dispatchers act.
inline constexpr std::string_view kDispatcher = "parley.dispatch";

// Runs work on these debtors in one transaction, and adds a row to the audit chain of each that it
// changed. Errors: those of the work and of Store::Run.
absl::Status RunForAll(const DispatchTools& tools, TenantId tenant,
                       std::span<const DebtorId> debtors, std::string_view method,
                       absl::FunctionRef<absl::Status(Work&)> work);

// The same in the name of a caller.
absl::Status RunForAll(const DispatchTools& tools, const Call& call,
                       std::span<const DebtorId> debtors,
                       absl::FunctionRef<absl::Status(Work&)> work);

// The templates of a tenant as they are now; none where they cannot be read.
TemplateLibraryRef TemplatesOf(const DispatchTools& tools, TenantId tenant);

// Does something to all of them at once or, where that fails, to each alone: one that cannot be
// read stands in nobody else's way. To how many it was done; what befell one of them, once the
// others are done.
template <typename One>
absl::StatusOr<int> TogetherOrEach(
    std::span<const One> all, absl::FunctionRef<absl::StatusOr<int>(std::span<const One>)> run) {
  absl::StatusOr<int> together = run(all);
  if (together.ok() || all.size() <= 1) return together;
  int done = 0;
  absl::Status failed;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const absl::StatusOr<int> alone = run(all.subspan(at, 1));
    if (!alone.ok()) failed = alone.status();
    done += alone.value_or(0);
  }
  if (!failed.ok()) return failed;
  return done;
}

// The debtors of messages, each once.
std::vector<DebtorId> DebtorsOf(std::span<const MessageKey> keys);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_DISPATCH_TOOLS_H_
