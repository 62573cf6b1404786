// SPDX-License-Identifier: Apache-2.0
#include "application/cases/reflect_back.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "application/cases/case_tools.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/messages/take_back.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debtor/understanding.h"

namespace parley {
namespace {

constexpr std::string_view kTemplate = "reflection";

void Tell(Work& work, Ids& ids, EventType type, DebtorId debtor, const Reflection& reflection) {
  const std::string state(WordsOf<ReflectionState>()[static_cast<std::size_t>(reflection.state)]);
  TellCase(work, ids, {type, debtor, std::nullopt, reflection.id.uuid(), state, {}});
}

// What the template says of each kind. A list of nothing, and a number of none, is left out.
class Summary {
 public:
  void Add(const Understood& point) {
    const SensitiveText word(point.word);
    switch (point.kind) {
      case UnderstoodKind::kCircumstance:
        circumstances_.push_back({{"event", word}, {"since", *point.day}});
        return;
      case UnderstoodKind::kSupportNeed:
        needs_.push_back({{"need", word}});
        return;
      case UnderstoodKind::kInconvenience:
        places_.push_back({{"place", word}});
        return;
      case UnderstoodKind::kPromise:
        promises_.push_back({{"amount", *point.amount}, {"day", *point.day}});
        return;
      case UnderstoodKind::kDispute:
        disputes_.push_back({{"ground", word}});
        if (point.amount.has_value()) disputes_.back().push_back({"part", *point.amount});
        return;
      case UnderstoodKind::kComplaint:
        ++complaints_;
        return;
      case UnderstoodKind::kCallback:
        ++calls_;
        return;
    }
  }

  TemplateValues Values() const {
    TemplateValues values;
    for (const auto& [name, rows] :
         {std::pair("circumstances", &circumstances_), std::pair("needs", &needs_),
          std::pair("places", &places_), std::pair("promises", &promises_),
          std::pair("disputes", &disputes_)}) {
      if (!rows->empty()) values.push_back({name, *rows});
    }
    if (complaints_ > 0) values.push_back({"complaints", complaints_});
    if (calls_ > 0) values.push_back({"calls", calls_});
    return values;
  }

 private:
  std::vector<ValueRow> circumstances_;
  std::vector<ValueRow> needs_;
  std::vector<ValueRow> places_;
  std::vector<ValueRow> promises_;
  std::vector<ValueRow> disputes_;
  std::int64_t complaints_ = 0;
  std::int64_t calls_ = 0;
};

// What they wrote, or a talk.
bool IsWordOfTheirs(const LoggedCommunication& told) {
  return told.direction == Direction::kInbound || told.outcome == Outcome::kConversation;
}

std::string OccasionOf(const Reflection& reflection) {
  return absl::StrCat("reflection:", reflection.id.ToString());
}

}  // namespace

absl::StatusOr<Reflection> ReflectBack::Sum(Work& work, DebtorId debtor) const {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
  const Day today = LocalDay(tools_.zones, record.debtor.time_zone, work.now);
  std::vector<Understood> points = WhatWeUnderstood(record, today, work.now);
  if (points.empty()) return Refuse(Reason::kNothingToReflect);
  const std::optional<Reflection> latest = LatestOf(record.reflections);
  // What was corrected beside the points, or taken back, is told anew.
  const bool is_told = latest.has_value() && latest->state != ReflectionState::kCorrected;
  if (is_told && latest->points == points) return *latest;
  const auto kept = std::count_if(
      record.reflections.begin(), record.reflections.end(),
      [](const Reflection& one) { return one.state != ReflectionState::kSuperseded; });
  if (kept >= kMostReflections) return Refuse(Reason::kRecordFull);
  if (latest.has_value() && latest->state == ReflectionState::kProposed) {
    PARLEY_ASSIGN_OR_RETURN(Reflection superseded, Superseded(*latest, work.now));
    superseded.revision = work.NextRevision(debtor);
    PARLEY_RETURN_IF_ERROR(TakeOffQueueOn(work, tools_.ids, debtor, OccasionOf(superseded)));
    work.store.person_records().Replace(debtor, superseded);
  }
  Reflection reflection;
  reflection.id = ReflectionId(tools_.ids.Next());
  reflection.version = latest.has_value() ? latest->version + 1 : 1;
  reflection.points = std::move(points);
  reflection.actor = work.call.principal;
  reflection.revision = work.NextRevision(debtor);
  reflection.created_time = work.now;
  reflection.updated_time = work.now;
  work.store.person_records().Add(debtor, reflection);
  Tell(work, tools_.ids, EventType::kReflectionProposed, debtor, reflection);
  return reflection;
}

void ReflectBack::Send(const Call& call, DebtorId debtor, const Reflection& reflection) const {
  Call own = call;
  own.request_id = {};
  SendMessage::Command command;
  command.debtor = debtor;
  Summary summary;
  for (const Understood& point : reflection.points) summary.Add(point);
  command.order = {std::string(kTemplate), summary.Values()};
  command.occasion = OccasionOf(reflection);
  // Where it may not go, their app shows it, and whoever speaks with them next asks.
  send_.Handle(own, command, [](const SendMessage::Sent&) { return std::string(); }).IgnoreError();
}

absl::StatusOr<Answer> ReflectBack::Propose(const Call& call, DebtorId debtor,
                                            Encode<Reflection> encode) const {
  std::optional<Reflection> proposed;
  const auto decide = [&](Work& work) -> absl::StatusOr<Reflection> {
    PARLEY_ASSIGN_OR_RETURN(proposed, Sum(work, debtor));
    return *proposed;
  };
  PARLEY_ASSIGN_OR_RETURN(Answer answer, mutations_.Run<Reflection>(call, debtor, decide, encode));
  const bool waits = proposed.has_value() && proposed->state == ReflectionState::kProposed;
  if (waits && !answer.replayed && !call.validate_only) Send(call, debtor, *proposed);
  return answer;
}

absl::StatusOr<Answer> ReflectBack::Take(const Call& call, const Word& word, Step step,
                                         Encode<Reflection> encode) const {
  const DebtorId debtor = word.reference.debtor;
  const auto decide = [&](Work& work) -> absl::StatusOr<Reflection> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
    PARLEY_ASSIGN_OR_RETURN(const Reflection before, FindPart(record.reflections, word.reference.id,
                                                              Reason::kReflectionNotFound));
    Violations violations;
    if (!call.by_person && !word.told_in.has_value()) violations.Add("told_in", Fault::kRequired);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    PARLEY_RETURN_IF_ERROR(TakeOffQueueOn(work, tools_.ids, debtor, OccasionOf(before)));
    if (word.told_in.has_value()) {
      PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication told,
                              work.store.communications().Find(debtor, *word.told_in));
      if (!IsWordOfTheirs(told)) return Refuse(Reason::kCommunicationNotFound);
    }
    PARLEY_ASSIGN_OR_RETURN(Reflection after,
                            step(work, before, {word.told_in, call.principal, work.now}));
    PARLEY_RETURN_IF_ERROR(CheckEtag(word.reference.etag, before.revision));
    after.revision = work.NextRevision(debtor);
    work.store.person_records().Replace(debtor, after);
    return after;
  };
  return mutations_.Run<Reflection>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> ReflectBack::Confirm(const Call& call, const Word& word,
                                            Encode<Reflection> encode) const {
  const auto step = [&](Work& work, const Reflection& before,
                        const SaidOfReflection& said) -> absl::StatusOr<Reflection> {
    PARLEY_ASSIGN_OR_RETURN(Reflection after, Confirmed(before, said));
    Tell(work, tools_.ids, EventType::kReflectionConfirmed, word.reference.debtor, after);
    return after;
  };
  return Take(call, word, step, encode);
}

absl::StatusOr<Answer> ReflectBack::Correct(const Call& call, const Word& word,
                                            Encode<Reflection> encode) const {
  const DebtorId debtor = word.reference.debtor;
  const auto step = [&](Work& work, const Reflection& before,
                        const SaidOfReflection& said) -> absl::StatusOr<Reflection> {
    PARLEY_ASSIGN_OR_RETURN(Reflection after, Corrected(before, word.correction, said));
    WorkItem item;
    item.debtor = debtor;
    item.kind = WorkKind::kReview;
    item.reason = word.correction;
    AskTeam(work, tools_.ids, std::move(item), std::nullopt);
    Tell(work, tools_.ids, EventType::kReflectionCorrected, debtor, after);
    return after;
  };
  return Take(call, word, step, encode);
}

}  // namespace parley
