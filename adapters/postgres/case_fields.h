// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_CASE_FIELDS_H_
#define PARLEY_ADAPTERS_POSTGRES_CASE_FIELDS_H_

#include <concepts>
#include <type_traits>

#include "domain/communication/callback.h"
#include "domain/communication/complaint.h"
#include "domain/communication/reflection.h"
#include "domain/debt/dispute.h"
#include "domain/debtor/circumstance.h"
#include "domain/plan/promise.h"

// The fields of what a person told of their life, promised and raised, told to who writes and to
// who reads them. They stand beside the records, where person_json.cc finds them by the argument.
namespace parley {

template <typename T, typename Record>
concept FieldsOf = std::same_as<std::remove_const_t<T>, Record>;

void Describe(auto& field, FieldsOf<LifeCircumstance> auto& circumstance) {
  field("event", circumstance.event);
  field("note", circumstance.note);
  field("condition", circumstance.condition);
  field("from", circumstance.from);
  field("until", circumstance.until);
  field("evidence", circumstance.evidence);
  field("review", circumstance.review);
  field("told_in", circumstance.told_in);
  field("end_reason", circumstance.end_reason);
  field("provenance", circumstance.provenance);
}

void Describe(auto& field, FieldsOf<Promise> auto& promise) {
  field("debt", promise.debt);
  field("amount", promise.amount);
  field("due", promise.due);
  field("channel", promise.channel);
  field("told_in", promise.told_in);
  field("taker", promise.taker);
  field("state", promise.state);
  field("end_reason", promise.end_reason);
  field("revision", promise.revision);
  field("created", promise.created_time);
  field("updated", promise.updated_time);
}

void Describe(auto& field, FieldsOf<DebtDispute> auto& dispute) {
  field("debt", dispute.debt);
  field("ground", dispute.ground);
  field("disputed", dispute.disputed);
  field("statement", dispute.statement);
  field("evidence", dispute.evidence);
  field("state", dispute.state);
  field("outcome", dispute.outcome);
  field("hold", dispute.hold);
  field("like", dispute.like);
  field("told_in", dispute.told_in);
  field("answered_in", dispute.answered_in);
  field("answer_by", dispute.answer_by);
  field("breached", dispute.breached);
  field("window_until", dispute.window_until);
  field("adjusted", dispute.adjusted);
  field("reflection", dispute.reflection);
  field("adjusting_entry", dispute.adjusting_entry);
  field("finding", dispute.finding);
  field("source", dispute.source);
  field("actor", dispute.actor);
  field("revision", dispute.revision);
  field("created", dispute.created_time);
  field("updated", dispute.updated_time);
}

void Describe(auto& field, FieldsOf<Complaint> auto& complaint) {
  field("debt", complaint.debt);
  field("what", complaint.what);
  field("state", complaint.state);
  field("received", complaint.received);
  field("acknowledge_by", complaint.acknowledge_by);
  field("summary_by", complaint.summary_by);
  field("answer_by", complaint.answer_by);
  field("hold", complaint.hold);
  field("like", complaint.like);
  field("told_in", complaint.told_in);
  field("answered_in", complaint.answered_in);
  field("answer", complaint.answer);
  field("root_cause", complaint.root_cause);
  field("redress", complaint.redress);
  field("breached", complaint.breached);
  field("times_reopened", complaint.times_reopened);
  field("source", complaint.source);
  field("actor", complaint.actor);
  field("revision", complaint.revision);
  field("created", complaint.created_time);
  field("updated", complaint.updated_time);
}

void Describe(auto& field, FieldsOf<CallSlot> auto& slot) {
  field("from", slot.from);
  field("until", slot.until);
}

void Describe(auto& field, FieldsOf<CallbackRequest> auto& request) {
  field("debt", request.debt);
  field("point", request.point);
  field("slot", request.slot);
  field("wished", request.wished);
  field("about", request.about);
  field("told_in", request.told_in);
  field("kept_in", request.kept_in);
  field("state", request.state);
  field("end_reason", request.end_reason);
  field("actor", request.actor);
  field("revision", request.revision);
  field("created", request.created_time);
  field("updated", request.updated_time);
}

void Describe(auto& field, FieldsOf<Understood> auto& point) {
  field("kind", point.kind);
  field("subject", point.subject);
  field("word", point.word);
  field("amount", point.amount);
  field("day", point.day);
}

void Describe(auto& field, FieldsOf<Reflection> auto& reflection) {
  field("version", reflection.version);
  field("points", reflection.points);
  field("state", reflection.state);
  field("correction", reflection.correction);
  field("told_in", reflection.told_in);
  field("actor", reflection.actor);
  field("decided_by", reflection.decided_by);
  field("revision", reflection.revision);
  field("created", reflection.created_time);
  field("updated", reflection.updated_time);
}

}  // namespace parley

#endif  // PARLEY_ADAPTERS_POSTGRES_CASE_FIELDS_H_
