// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/dispatch_tools.h"

#include <set>
#include <string>

#include "application/audit/chain.h"
#include "domain/common/status_macros.h"

namespace parley {

TemplateLibraryRef TemplatesOf(const DispatchTools& tools, TenantId tenant) {
  const absl::StatusOr<std::int64_t> edition = tools.shelf.Edition(tenant);
  if (!edition.ok()) return nullptr;
  absl::StatusOr<TemplateLibraryRef> templates = tools.messages.templates.At(tenant, *edition);
  return templates.ok() ? *std::move(templates) : nullptr;
}

std::vector<DebtorId> DebtorsOf(std::span<const MessageKey> keys) {
  std::set<DebtorId> debtors;
  for (const MessageKey& key : keys) debtors.insert(key.debtor);
  return {debtors.begin(), debtors.end()};
}

absl::Status RunForAll(const DispatchTools& tools, TenantId tenant,
                       std::span<const DebtorId> debtors, std::string_view method,
                       absl::FunctionRef<absl::Status(Work&)> work) {
  const Call call{
      .tenant = tenant, .principal = std::string(kDispatcher), .method = std::string(method)};
  return RunForAll(tools, call, debtors, work);
}

absl::Status RunForAll(const DispatchTools& tools, const Call& call,
                       std::span<const DebtorId> debtors,
                       absl::FunctionRef<absl::Status(Work&)> work) {
  return tools.store.Run(call.tenant, debtors, [&](UnitOfWork& store) -> absl::Status {
    Work unit{call, tools.clock.Now(), store, tools.messages.contact.ids};
    PARLEY_RETURN_IF_ERROR(work(unit));
    const bool is_asked_for = call.request != Fingerprint();
    const Fingerprint content =
        is_asked_for ? call.request : tools.messages.fingerprints.Of(call.method);
    for (const DebtorId debtor : debtors) {
      if (store.Changes(debtor)) AppendAudit(unit, debtor, content, tools.audit_seal);
    }
    return absl::OkStatus();
  });
}

}  // namespace parley
