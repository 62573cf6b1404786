// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_cases.h"

#include "adapters/grpc/convert_record_words.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

// Who wrote a case down and when it changed: what all of them have.
template <typename Message, typename Case>
void WriteTrail(const Case& one, const std::string& actor, Message& out) {
  out.set_actor(actor);
  out.set_etag(WriteEtag(one.revision));
  Write(one.created_time, *out.mutable_create_time());
  Write(one.updated_time, *out.mutable_update_time());
}

// A debt of that debtor; none for an empty name.
std::optional<DebtId> ReadDebtOf(DebtorId debtor, const std::string& text, const std::string& field,
                                 Violations& violations) {
  if (text.empty()) return std::nullopt;
  const auto name = ReadDebtName(text, field, violations);
  if (!name.has_value()) return std::nullopt;
  if (name->debtor != debtor) AddOnce(violations, field, Fault::kReferenceUnknown);
  return name->debt;
}

void WriteMoney(const std::optional<Money>& money, v1::Money& out) {
  Write(money->minor_units(), money->currency(), out);
}

}  // namespace

std::optional<CommunicationId> ReadToldIn(DebtorId debtor, const std::string& text,
                                          const std::string& field, Violations& violations) {
  if (text.empty()) return std::nullopt;
  const auto name = ReadCommunicationName(text, field, violations);
  if (!name.has_value()) return std::nullopt;
  if (name->debtor != debtor) AddOnce(violations, field, Fault::kReferenceUnknown);
  return name->communication;
}

std::string ToldInName(DebtorId debtor, const std::optional<CommunicationId>& told_in) {
  return told_in.has_value() ? NameOf(CommunicationName{debtor, *told_in}) : std::string();
}

Promise ReadPromise(DebtorId debtor, const v1::Promise& in, Violations& violations) {
  Promise promise;
  promise.debt = ReadDebtOf(debtor, in.debt(), "promise.debt", violations).value_or(DebtId());
  if (const auto amount = ReadMoney(in.amount(), "promise.amount", violations);
      amount.has_value()) {
    promise.amount = *amount;
  }
  promise.due =
      ReadDay(in.due_date(), "promise.due_date", violations).value_or(Day(kFirstYear, 1, 1));
  promise.channel = static_cast<Channel>(in.channel());
  promise.told_in = ReadToldIn(debtor, in.told_in(), "promise.told_in", violations);
  return promise;
}

RecordPromise::Cancel ReadCancelPromise(const v1::CancelPromiseRequest& request,
                                        Violations& violations) {
  Violations more;
  AllowText(more, "reason", request.reason(), kLongestReason, Lines::kMany);
  AddOnce(violations, more);
  return {ReadPart<PromiseId>(request, violations), SensitiveText(request.reason())};
}

void WritePromise(DebtorId debtor, const Promise& promise, v1::Promise& out) {
  out.set_name(NameOf(PartName<PromiseId>{debtor, promise.id}));
  out.set_debt(NameOf(DebtName{debtor, promise.debt}));
  WriteMoney(promise.amount, *out.mutable_amount());
  out.set_due_date(FormatDay(promise.due));
  out.set_channel(static_cast<v1::Channel>(promise.channel));
  out.set_told_in(ToldInName(debtor, promise.told_in));
  out.set_state(static_cast<v1::PromiseState>(promise.state));
  out.set_end_reason(promise.end_reason.Reveal());
  WriteTrail(promise, promise.taker, out);
}

DebtDispute ReadDispute(DebtorId debtor, const v1::Dispute& in, Violations& violations) {
  DebtDispute dispute;
  dispute.debt = ReadDebtOf(debtor, in.debt(), "dispute.debt", violations).value_or(DebtId());
  dispute.ground = static_cast<DisputeGround>(in.ground());
  if (in.has_disputed()) {
    dispute.disputed = ReadMoney(in.disputed(), "dispute.disputed", violations);
  }
  dispute.statement = SensitiveText(in.statement());
  for (const std::string& one : in.evidence()) dispute.evidence.emplace_back(one);
  dispute.told_in = ReadToldIn(debtor, in.told_in(), "dispute.told_in", violations);
  dispute.source = SensitiveText(in.source());
  return dispute;
}

OpenDispute::Reply ReadAnswerDispute(const v1::AnswerDisputeRequest& request,
                                     Violations& violations) {
  OpenDispute::Reply reply{.reference = ReadPart<DisputeId>(request, violations), .answer = {}};
  reply.answer.outcome = static_cast<DisputeOutcome>(request.outcome());
  if (request.outcome() > v1::DISPUTE_OUTCOME_NOT_UPHELD) {
    AddOnce(violations, "outcome", Fault::kUnknownValue);
  }
  if (request.has_adjusted()) {
    reply.answer.adjusted = ReadMoney(request.adjusted(), "adjusted", violations);
  }
  reply.answer.finding = SensitiveText(request.finding());
  reply.answer.answered_in =
      ReadToldIn(reply.reference.debtor, request.answered_in(), "answered_in", violations)
          .value_or(CommunicationId());
  if (request.window_days() < 0 || request.window_days() > kLongestAnswerWindowDays) {
    AddOnce(violations, "window_days", Fault::kOutOfRange);
  }
  if (request.window_days() > 0) reply.window_days = request.window_days();
  const auto cited = ReadPartName<ReflectionId>(request.reflection(), "reflection", violations);
  if (cited.has_value() && cited->debtor != reply.reference.debtor) {
    AddOnce(violations, "reflection", Fault::kReferenceUnknown);
  }
  if (cited.has_value()) reply.answer.reflection = cited->part;
  return reply;
}

OpenDispute::Ending ReadCloseDispute(const v1::CloseDisputeRequest& request,
                                     Violations& violations) {
  OpenDispute::Ending ending{ReadPart<DisputeId>(request, violations), {}};
  ending.end.state = static_cast<DisputeState>(request.ending());
  if (request.ending() < v1::DISPUTE_STATE_ACCEPTED_BY_DEBTOR) {
    AddOnce(violations, "ending", Fault::kUnknownValue);
  }
  if (request.outcome() != v1::DISPUTE_OUTCOME_UNSPECIFIED) {
    ending.end.outcome = static_cast<DisputeOutcome>(request.outcome());
    if (request.outcome() < v1::DISPUTE_OUTCOME_WITHDRAWN) {
      AddOnce(violations, "outcome", Fault::kUnknownValue);
    }
    if (request.ending() != v1::DISPUTE_STATE_CLOSED) {
      AddOnce(violations, "ending", Fault::kDiffers);
    }
  }
  Violations more;
  AllowText(more, "reason", request.reason(), kLongestReason, Lines::kMany);
  AddOnce(violations, more);
  ending.end.reason = SensitiveText(request.reason());
  return ending;
}

void WriteDispute(DebtorId debtor, const DebtDispute& dispute, v1::Dispute& out) {
  const DebtName debt{debtor, dispute.debt};
  out.set_name(NameOf(PartName<DisputeId>{debtor, dispute.id}));
  out.set_debt(NameOf(debt));
  out.set_ground(static_cast<v1::DisputeGround>(dispute.ground));
  if (dispute.disputed.has_value()) WriteMoney(dispute.disputed, *out.mutable_disputed());
  out.set_statement(dispute.statement.Reveal());
  for (const SensitiveText& one : dispute.evidence) out.add_evidence(one.Reveal());
  out.set_told_in(ToldInName(debtor, dispute.told_in));
  out.set_source(dispute.source.Reveal());
  out.set_state(static_cast<v1::DisputeState>(dispute.state));
  if (dispute.outcome.has_value()) {
    out.set_outcome(static_cast<v1::DisputeOutcome>(*dispute.outcome));
  }
  if (dispute.hold.has_value()) out.set_hold(NameOf(HoldName{debtor, *dispute.hold}));
  if (dispute.like.has_value()) out.set_like(NameOf(PartName<DisputeId>{debtor, *dispute.like}));
  out.set_answered_in(ToldInName(debtor, dispute.answered_in));
  if (dispute.window_until.has_value()) {
    out.set_window_until_date(FormatDay(*dispute.window_until));
  }
  if (dispute.adjusted.has_value()) WriteMoney(dispute.adjusted, *out.mutable_adjusted());
  if (!dispute.adjusting_entry.IsNil()) {
    out.set_adjusting_entry(NameOf(EntryName{debt, dispute.adjusting_entry}));
  }
  if (dispute.reflection.has_value()) {
    out.set_reflection(NameOf(PartName<ReflectionId>{debtor, *dispute.reflection}));
  }
  out.set_finding(dispute.finding.Reveal());
  WriteTrail(dispute, dispute.actor, out);
}

Complaint ReadComplaint(DebtorId debtor, const v1::Complaint& in, Violations& violations) {
  Complaint complaint;
  complaint.debt = ReadDebtOf(debtor, in.debt(), "complaint.debt", violations);
  complaint.what = SensitiveText(in.what());
  complaint.told_in = ReadToldIn(debtor, in.told_in(), "complaint.told_in", violations);
  complaint.source = SensitiveText(in.source());
  return complaint;
}

OpenComplaint::Reply ReadAnswerComplaint(const v1::AnswerComplaintRequest& request,
                                         Violations& violations) {
  OpenComplaint::Reply reply{ReadPart<ComplaintId>(request, violations), {}};
  reply.answer.in_short = request.in_short();
  reply.answer.answer = SensitiveText(request.answer());
  reply.answer.root_cause = SensitiveText(request.root_cause());
  reply.answer.redress = SensitiveText(request.redress());
  reply.answer.answered_in =
      ReadToldIn(reply.reference.debtor, request.answered_in(), "answered_in", violations);
  return reply;
}

OpenComplaint::Ending ReadCloseComplaint(const v1::CloseComplaintRequest& request,
                                         Violations& violations) {
  return {
      ReadPart<ComplaintId>(request, violations),
      {request.referred(), SensitiveText(request.root_cause()), SensitiveText(request.redress())}};
}

void WriteComplaint(DebtorId debtor, const Complaint& complaint, v1::Complaint& out) {
  out.set_name(NameOf(PartName<ComplaintId>{debtor, complaint.id}));
  if (complaint.debt.has_value()) out.set_debt(NameOf(DebtName{debtor, *complaint.debt}));
  out.set_what(complaint.what.Reveal());
  out.set_told_in(ToldInName(debtor, complaint.told_in));
  out.set_source(complaint.source.Reveal());
  out.set_state(static_cast<v1::ComplaintState>(complaint.state));
  out.set_receive_date(FormatDay(complaint.received));
  out.set_acknowledge_by_date(FormatDay(complaint.acknowledge_by));
  out.set_summary_by_date(FormatDay(complaint.summary_by));
  out.set_answer_by_date(FormatDay(complaint.answer_by));
  if (complaint.hold.has_value()) out.set_hold(NameOf(HoldName{debtor, *complaint.hold}));
  out.set_answered_in(ToldInName(debtor, complaint.answered_in));
  out.set_answer(complaint.answer.Reveal());
  out.set_root_cause(complaint.root_cause.Reveal());
  out.set_redress(complaint.redress.Reveal());
  out.set_times_reopened(complaint.times_reopened);
  WriteTrail(complaint, complaint.actor, out);
}

}  // namespace parley::grpc_api
