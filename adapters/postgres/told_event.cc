// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/told_event.h"

#include <optional>
#include <string>

namespace parley::postgres {

ToldEvent ReadToldEvent(RowReader& row) {
  ToldEvent told;
  told.position.transaction = row.Integer();
  told.position.debtor = row.ReadId<DebtorId>();
  told.position.revision = row.Integer();
  told.position.sequence = row.Integer();
  told.revision = told.position.revision;
  Event& event = told.event;
  event.debtor = told.position.debtor;
  event.id = row.ReadId<EventId>();
  event.type = row.Named(EventTypeNamed).value_or(EventType::kDebtReceived);
  event.debt = DebtId(row.UuidOrNil());
  event.entry = EntryId(row.UuidOrNil());
  event.subject = row.UuidOrNil();
  const std::optional<std::int64_t> amount = row.IntegerOrNone();
  const std::string code = row.Text();
  if (amount.has_value()) {
    if (const auto currency = row.Known(Currency::Find(code)); currency.has_value()) {
      event.amount = Money(*amount, *currency);
    }
  }
  event.state = row.Text();
  event.occurred_time = row.Time();
  return told;
}

}  // namespace parley::postgres
