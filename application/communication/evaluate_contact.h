// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_EVALUATE_CONTACT_H_
#define PARLEY_APPLICATION_COMMUNICATION_EVALUATE_CONTACT_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "application/communication/contact_record.h"
#include "application/communication/places.h"
#include "application/ports/clock.h"
#include "application/ports/rulebook_source.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/log/stored_verdict.h"

namespace parley {

// May we contact this person, and if not now, when? What the gate would say, and nothing is stored
// or counted.
class EvaluateContact {
 public:
  struct Query {
    TenantId tenant;
    DebtorId debtor;
    Contact contact;                 // Without debts: about all that may be asked for.
    std::optional<Channel> channel;  // None: all by which somebody may be reached, or the point is.
    std::optional<absl::Time> at;    // By default now, and not before it.
  };

  struct OfChannel {
    Channel channel;
    std::optional<ContactPointId> point;  // By which they would be reached.
    Answered answer;
  };
  struct Result {
    absl::Time judged;
    std::vector<DebtId> debts;
    std::vector<OfChannel> channels;
    absl::TimeZone zone;  // Of the person, by whose clock it is told.
  };

  EvaluateContact(ContactLog& log, RulebookSource& rulebooks, const Clock& clock,
                  const Places& places)
      : log_(log), rulebooks_(rulebooks), clock_(clock), places_(places) {}

  // Errors: DEBTOR_NOT_FOUND, DEBT_NOT_FOUND; FIELD_INVALID for what is of somebody else.
  absl::StatusOr<Result> Handle(const Query& query) const;

 private:
  ContactLog& log_;
  RulebookSource& rulebooks_;
  const Clock& clock_;
  Places places_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_EVALUATE_CONTACT_H_
