// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_CASE_FIELDS_H_
#define PARLEY_ADAPTERS_POSTGRES_CASE_FIELDS_H_

#include <concepts>
#include <type_traits>

#include "domain/communication/complaint.h"
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
  field("window_until", dispute.window_until);
  field("adjusted", dispute.adjusted);
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
  field("times_reopened", complaint.times_reopened);
  field("source", complaint.source);
  field("actor", complaint.actor);
  field("revision", complaint.revision);
  field("created", complaint.created_time);
  field("updated", complaint.updated_time);
}

}  // namespace parley

#endif  // PARLEY_ADAPTERS_POSTGRES_CASE_FIELDS_H_
