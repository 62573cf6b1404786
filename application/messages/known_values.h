// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_KNOWN_VALUES_H_
#define PARLEY_APPLICATION_MESSAGES_KNOWN_VALUES_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/ports/contact_record.h"
#include "application/ports/letterhead.h"
#include "domain/common/money.h"
#include "domain/communication/templates/signpost.h"
#include "domain/communication/templates/values.h"
#include "domain/communication/templates/variable.h"
#include "domain/debt/creditor.h"

namespace parley {

// What the records know of a message: read when it is put into words, so that it is true then.
struct KnownFacts {
  const ContactRecord& record;
  std::span<const DebtId> debts;        // That the message is about.
  std::span<const Creditor> creditors;  // Of these debts.
  const Letterhead& letterhead;
  std::span<const Signpost> signposts;
  Day today;                 // The person's own.
  std::string opt_out_link;  // Empty where none is to be had.
  // Who is written to in place of the debtor; none for the debtor.
  std::optional<RepresentativeId> representative;
};

// The value of a variable by its name, of the type that it is declared with; none where the records
// know nothing by that name. `name` is whose address it goes to, and `debtor_name` whose debts they
// are; `paused_since` there is only where nothing is asked for on any of the debts. `balance` is
// what is owed over all debts of the message, and `count` how many they are, where they are listed
// as `debts`.
std::optional<TemplateValue> KnownValue(const KnownFacts& facts, const Variable& variable,
                                        std::span<const Variable> beside);

// True for a name by which no caller can tell another value than the records'.
bool IsKnown(std::string_view name, std::span<const Variable> beside);

// What is owed over these debts, by currency, in the order in which they first come.
std::vector<Money> OwedOver(const ContactRecord& record, std::span<const DebtId> debts);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_KNOWN_VALUES_H_
