// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_COMMUNICATIONS_H_
#define PARLEY_APPLICATION_PORTS_COMMUNICATIONS_H_

#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/communication/log/stored_verdict.h"

namespace parley {

// How far back a history reaches: conversations with third parties are remembered longer.
struct HistorySpan {
  absl::Time since;
  absl::Time third_parties_since;  // Not later than `since`.
};

// Which communications a list shows; every part that is given must hold.
struct CommunicationFilter {
  std::optional<Channel> channel;
  std::optional<Direction> direction;
  std::optional<CommunicationState> state;
};

struct ContactMoment;
struct ContactRecord;

// The log of communications with the debtors whose locks a unit of work holds. What is added or
// replaced is written at the commit, which reports WRITE_CONFLICT for an id that is taken.
class Communications {
 public:
  virtual ~Communications() = default;

  // Errors: COMMUNICATION_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<LoggedCommunication> Find(DebtorId debtor, CommunicationId id) = 0;

  // What happened, or is about to, since then, in the order of dispatch; what was released never
  // did. Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<LoggedCommunication>> Since(DebtorId debtor,
                                                                 const HistorySpan& span) = 0;

  // What bears on whether these debtors may be contacted, in their order, and for all of them in
  // one round trip. Errors: DEBTOR_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<ContactRecord>> RecordsOf(std::span<const DebtorId> debtors,
                                                               const ContactMoment& moment) = 0;

  virtual void Add(const LoggedCommunication& communication) = 0;
  // Writes what is told of how it came out: state, outcome, debts that were talked about, dispatch
  // time, note, revision. The commit reports WRITE_CONFLICT unless the stored revision is below.
  virtual void Replace(const LoggedCommunication& communication) = 0;
};

// The verdicts on what was proposed, each written once at the commit, before what it let through.
// The commit reports WRITE_CONFLICT for an id that is taken.
class Verdicts {
 public:
  virtual ~Verdicts() = default;

  virtual void Append(const StoredVerdict& verdict) = 0;
};

// Reads about communications, outside any transaction: one statement each.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class ContactLog {
 public:
  virtual ~ContactLog() = default;

  // Also COMMUNICATION_NOT_FOUND.
  virtual absl::StatusOr<LoggedCommunication> GetCommunication(TenantId tenant, DebtorId debtor,
                                                               CommunicationId id) = 0;
  // As Communications::RecordsOf.
  virtual absl::StatusOr<std::vector<ContactRecord>> RecordsOf(TenantId tenant,
                                                               std::span<const DebtorId> debtors,
                                                               const ContactMoment& moment) = 0;
  // At most `most` communications with a debtor, after an id, in the order of ids.
  virtual absl::StatusOr<std::vector<LoggedCommunication>> ListCommunications(
      TenantId tenant, DebtorId debtor, const CommunicationFilter& filter, CommunicationId after,
      int most) = 0;
  // At most `most` verdicts on acts toward a debtor, after an id, in the order of ids.
  virtual absl::StatusOr<std::vector<StoredVerdict>> ListVerdicts(TenantId tenant, DebtorId debtor,
                                                                  VerdictId after, int most) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_COMMUNICATIONS_H_
