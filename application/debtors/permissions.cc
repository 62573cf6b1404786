// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/permissions.h"

#include "application/etag.h"
#include "application/messages/take_back.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"

namespace parley {
namespace {

// A word about an address whatever it is used for.
bool IsAboutAPoint(const ContactScope& scope) {
  return scope.point.has_value() && !scope.channel.has_value() && !scope.purpose.has_value();
}

// Whether a message that waits is what the person does not want. A word of theirs about no address
// says nothing of whom they have speak for them.
bool Stops(const OptOut& opt_out, const DebtorRecord& record, const Message& message) {
  if (IsWaitedFor(message.purpose)) return false;
  const auto point = FindPart(record.points, message.point, Reason::kContactPointNotFound);
  const bool is_anothers = point.ok() && point->representative.has_value();
  if (is_anothers && !opt_out.scope.point.has_value()) return false;
  return Covers(opt_out.scope, {message.point, message.channel, message.purpose});
}

absl::Status Close(Work& work, const BlindIndex& index, const DebtorRecord& record,
                   const OptOut& opt_out) {
  if (!IsAboutAPoint(opt_out.scope)) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const KnownPoint point, FindPart(record.points, *opt_out.scope.point,
                                                           Reason::kContactPointNotFound));
  if (point.state == PointState::kRetired) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(KnownPoint closed,
                          SuppressPoint(point, SuppressionCause::kOptOut, work.now));
  closed.revision = work.NextRevision(point.debtor);
  work.store.person_records().Replace(closed);
  work.store.person_records().Bar(point.debtor, Bar(closed, KeyOf(index, work.call.tenant, point)));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<OptOut> OptThemOut(Work& work, Ids& ids, const BlindIndex& index, DebtorId debtor,
                                  const OptOut& opt_out) {
  OptOut recorded = opt_out;
  recorded.id = OptOutId(ids.Next());
  Sign(work, recorded.provenance);
  Violations violations;
  CheckOptOut(recorded, "opt_out", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
  PARLEY_RETURN_IF_ERROR(CheckPointOf(record, recorded.scope.point));
  work.store.person_records().Add(debtor, recorded);
  PARLEY_RETURN_IF_ERROR(Close(work, index, record, recorded));
  PARLEY_RETURN_IF_ERROR(TakeOffQueue(
      work, ids, debtor, MessageEnd::kGateRefused,
      [&](const Message& message, const Contact&) { return Stops(recorded, record, message); }));
  TellRecord(work, ids, debtor, EventType::kConsentRevoked, recorded.id.uuid());
  return recorded;
}

absl::StatusOr<Answer> Permissions::RecordConsent(const Call& call, DebtorId debtor,
                                                  const ConsentFact& fact,
                                                  Encode<ConsentFact> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<ConsentFact> {
    ConsentFact recorded = fact;
    recorded.id = ConsentId(ids_.Next());
    Sign(work, recorded.provenance);
    Violations violations;
    CheckConsent(recorded, "consent", violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
    PARLEY_RETURN_IF_ERROR(CheckPointOf(record, recorded.scope.point));
    work.store.person_records().Append(debtor, recorded);
    const bool granted = recorded.state == ConsentState::kGranted;
    TellRecord(work, ids_, debtor,
               granted ? EventType::kConsentGranted : EventType::kConsentRevoked,
               recorded.id.uuid());
    return recorded;
  };
  return mutations_.Run<ConsentFact>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> Permissions::RecordOptOut(const Call& call, DebtorId debtor,
                                                 const OptOut& opt_out,
                                                 Encode<OptOut> encode) const {
  const auto decide = [&](Work& work) { return OptThemOut(work, ids_, index_, debtor, opt_out); };
  return mutations_.Run<OptOut>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> Permissions::LiftOptOut(const Call& call, const Lift& lift,
                                               Encode<OptOut> encode) const {
  const DebtorId debtor = lift.reference.debtor;
  const auto decide = [&](Work& work) -> absl::StatusOr<OptOut> {
    Violations violations;
    RequireText(violations, "source", lift.source.Reveal(), kLongestReason, Lines::kMany);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
    PARLEY_ASSIGN_OR_RETURN(OptOut lifted,
                            FindPart(record.opt_outs, lift.reference.id, Reason::kOptOutNotFound));
    PARLEY_RETURN_IF_ERROR(CheckEtag(lift.reference.etag, record.debtor.record_revision));
    if (lifted.lifted.has_value()) return lifted;
    lifted.lifted = work.now;
    lifted.lift_source = lift.source;
    work.store.person_records().Replace(debtor, lifted);
    Touch(work, record.debtor);
    TellRecord(work, ids_, debtor, EventType::kPreferenceChanged, lifted.id.uuid());
    return lifted;
  };
  return mutations_.Run<OptOut>(call, debtor, decide, encode);
}

}  // namespace parley
