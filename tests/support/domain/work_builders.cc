// SPDX-License-Identifier: Apache-2.0
#include "tests/support/domain/work_builders.h"

#include <string>

#include "tests/support/domain/builders.h"

namespace parley {

PendingAct AWaiverAct(std::int64_t minor_units) {
  PendingAct act;
  act.kind = ActKind::kWaiver;
  act.amount = Money(minor_units, CurrencyOf("EUR"));
  act.bucket = Bucket::kPrincipal;
  act.content = NumberedFingerprint(7);
  return act;
}

Builder<WorkItem> AnApproval(int number) {
  WorkItem item;
  item.id = NumberedId<WorkItemId>(static_cast<std::uint64_t>(number));
  item.debtor = NumberedId<DebtorId>(1);
  item.debt = NumberedId<DebtId>(1);
  item.act = AWaiverAct();
  item.reason = Secret("a lasting illness");
  item.asked_by = "asker";
  item.created_time = TestNow();
  item.updated_time = TestNow();
  return Builder<WorkItem>(item);
}

Builder<WorkItem> ATask(int number) {
  return AnApproval(number)
      .With(&WorkItem::kind, WorkKind::kCreditHeld)
      .With(&WorkItem::act, std::nullopt)
      .With(&WorkItem::reason, SensitiveText())
      .With(&WorkItem::asked_by, std::string(kAskedByRule));
}

}  // namespace parley
