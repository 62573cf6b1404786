// SPDX-License-Identifier: Apache-2.0
#include "application/inbound/judge_inbound.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "application/communication/contact_record.h"
#include "application/etag.h"
#include "application/inbound/end_work.h"
#include "application/inbound/react.h"
#include "application/inbound/take_in.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley {
namespace {

constexpr int kCertain = 100;

bool Says(const std::vector<Intent>& intents, Intent intent) {
  return std::find(intents.begin(), intents.end(), intent) != intents.end();
}

// What a person hears that nobody heard before, as a hearing of its own.
HeardInbound HeardAnew(const InboundItem& before, const InboundItem& after,
                       const std::string& principal) {
  const std::vector<Intent> known = IntentsOf(before);
  HeardInbound heard = before.heard.value_or(HeardInbound());
  heard.labels.clear();
  for (const Intent intent : IntentsOf(after)) {
    if (Says(known, intent)) continue;
    heard.labels.push_back({.intent = intent,
                            .evidence = {},
                            .source = LabelSource::kPerson,
                            .rule = principal,
                            .confidence_percent = kCertain});
  }
  return heard;
}

}  // namespace

absl::StatusOr<Answer> JudgeInbound::Change(const Call& call, const Reference& of, Judge judge,
                                            Encode<InboundItem> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<InboundItem> {
    PARLEY_ASSIGN_OR_RETURN(const InboundItem before,
                            work.store.inbound().Find(of.debtor, of.item));
    PARLEY_ASSIGN_OR_RETURN(InboundItem after, judge(work, before));
    PARLEY_RETURN_IF_ERROR(CheckEtag(of.etag, before.revision));
    // Whoever looks too late tells it, where nobody did before.
    const std::optional<absl::Time> by = RunsOut(before);
    const bool is_late = by.has_value() && *by <= work.now;
    if (is_late) after = WithBreach(after, work.now);
    if (after == before) return before;
    after.revision = work.NextRevision(of.debtor);
    work.store.inbound().Replace(after);
    if (is_late) TellInbound(work, tools_.contact.ids, after, EventType::kInboundAnswerBreached);
    if (after.state != before.state) {
      TellInbound(work, tools_.contact.ids, after, EventType::kInboundStateChanged);
    }
    return after;
  };
  return mutations_.Run<InboundItem>(call, of.debtor, decide, encode);
}

absl::StatusOr<Answer> JudgeInbound::Label(const Call& call, const Correction& correction,
                                           Encode<InboundItem> encode) const {
  const auto label = [&](Work& work, const InboundItem& before) -> absl::StatusOr<InboundItem> {
    const LabelCorrection said{correction.intents, work.call.principal, work.now,
                               correction.reason};
    PARLEY_ASSIGN_OR_RETURN(InboundItem after, Corrected(before, said));
    const HeardInbound anew = HeardAnew(before, after, work.call.principal);
    PARLEY_ASSIGN_OR_RETURN(const std::vector<ContactRecord> read,
                            ReadContactRecords(work, std::array{before.debtor}));
    const ContactRecord& record = read.front();
    PARLEY_ASSIGN_OR_RETURN(const PersonDays days, PersonDays::Make(work, tools_, record));
    const std::vector<Reaction> reactions = ReactionsTo(anew, KnownOf(record, after, days.today()));
    PARLEY_ASSIGN_OR_RETURN(std::vector<TakenReaction> taken,
                            React(work, tools_, record, after, reactions));
    std::move(taken.begin(), taken.end(), std::back_inserter(after.reactions));
    TellInbound(work, tools_.contact.ids, after, EventType::kInboundLabelled);
    return after;
  };
  return Change(call, correction.of, label, encode);
}

absl::StatusOr<Answer> JudgeInbound::Triage(const Call& call, const Reference& of,
                                            Encode<InboundItem> encode) const {
  const auto triage = [&](Work& work, const InboundItem& before) {
    return Triaged(before, work.call.principal, work.now);
  };
  return Change(call, of, triage, encode);
}

absl::StatusOr<Answer> JudgeInbound::Answered(const Call& call, const Ending& ending,
                                              Encode<InboundItem> encode) const {
  const auto end = [&](Work& work, const InboundItem& before) -> absl::StatusOr<InboundItem> {
    if (!ending.answer.has_value()) {
      PARLEY_ASSIGN_OR_RETURN(InboundItem after, WithoutAnswer(before, ending.no_answer_reason,
                                                               work.call.principal, work.now));
      PARLEY_RETURN_IF_ERROR(EndWorkOf(work, before, "ANSWER"));
      return after;
    }
    if (!ending.no_answer_reason.Reveal().empty()) {
      Violations violations;
      violations.Add("no_answer_reason", Fault::kUnknownValue);
      return violations.ToStatus();
    }
    PARLEY_ASSIGN_OR_RETURN(InboundItem after,
                            AnsweredBy(before, *ending.answer, work.call.principal, work.now));
    PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication ours,
                            work.store.communications().Find(before.debtor, *ending.answer));
    if (ours.direction != Direction::kOutbound) return Refuse(Reason::kCommunicationNotFound);
    PARLEY_RETURN_IF_ERROR(EndWorkOf(work, before, "ANSWER"));
    return after;
  };
  return Change(call, ending.of, end, encode);
}

}  // namespace parley
