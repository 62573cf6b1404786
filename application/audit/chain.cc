// SPDX-License-Identifier: Apache-2.0
#include "application/audit/chain.h"

namespace parley {

Fingerprint MacOf(TenantId tenant, const AuditRow& row, const Fingerprint& previous,
                  const AuditSeal& seal) {
  CanonicalContent content;
  content.Add(BytesOf(previous))
      .Add(tenant.ToString())
      .Add(row.debtor.ToString())
      .Add(row.number)
      .Add(absl::ToUnixMicros(row.time))
      .Add(row.actor)
      .Add(row.action)
      .Add(row.request_id.ToString())
      .Add(row.revision)
      .Add(BytesOf(row.content));
  return seal.Mac(content.text());
}

AuditRow NextRow(const Deed& deed, const AuditHead& head, const AuditSeal& seal) {
  AuditRow row;
  row.debtor = deed.debtor;
  row.number = head.number + 1;
  row.time = deed.time;
  row.actor = deed.call.principal;
  row.action = deed.call.method;
  row.request_id = deed.call.request_id;
  row.revision = deed.revision;
  row.content = deed.content;
  row.mac = MacOf(deed.call.tenant, row, head.mac, seal);
  return row;
}

void AppendAudit(Work& work, DebtorId debtor, const Fingerprint& content, const AuditSeal& seal) {
  const Deed deed{work.call, work.now, debtor, work.NextRevision(debtor), content};
  work.store.audit().Append(NextRow(deed, work.store.Head(debtor).audit, seal));
}

}  // namespace parley
