// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_work.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <variant>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/filter_terms.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

constexpr int kMostLanguagesSpoken = 50;

bool TakeDue(const FilterTerm& term, WorkFilter& filter) {
  const auto* const text = std::get_if<std::string>(&term.value);
  return text != nullptr && term.comparator == "<=" && SetOnce(filter.due_by, ParseDay(*text));
}

bool Take(const FilterTerm& term, WorkFilter& filter) {
  if (term.field == "due_date") return TakeDue(term, filter);
  if (term.comparator != "=") return false;
  if (const auto* const word = std::get_if<FilterWord>(&term.value)) {
    if (term.field == "state") return SetOnce(filter.state, WorkStateNamed(word->text));
    if (term.field == "kind") return SetOnce(filter.kind, WorkKindNamed(word->text));
    if (term.field == "skill") return SetOnce(filter.skill, SkillNamed(word->text));
    return term.field == "priority" && SetOnce(filter.priority, WorkPriorityNamed(word->text));
  }
  const auto* const text = std::get_if<std::string>(&term.value);
  if (text == nullptr) return false;
  if (term.field == "debtor") return SetOnce(filter.debtor, ParseDebtorName(*text));
  if (term.field == "language") return SetOnce(filter.language, std::optional(*text));
  return term.field == "claimed_by" && SetOnce(filter.claimed_by, std::optional(*text));
}

// The last byte of an id that is otherwise nil.
Uuid AsId(WorkPriority priority) {
  Uuid::Bytes bytes{};
  bytes.back() = static_cast<std::uint8_t>(priority);
  return Uuid(bytes);
}

std::string DayText(const std::optional<Day>& day) {
  return day.has_value() ? FormatDay(*day) : std::string();
}

v1::CloseCode CodeOf(const PendingAct& act) {
  v1::CloseCode code = v1::CLOSE_CODE_UNSPECIFIED;
  v1::CloseCode_Parse("CLOSE_CODE_" + act.choice, &code);
  return code;
}

v1::Decision DecisionOf(const PendingAct& act) {
  v1::Decision decision = v1::DECISION_UNSPECIFIED;
  v1::Decision_Parse("DECISION_" + act.choice, &decision);
  return decision;
}

template <typename Message>
void WriteAmount(const PendingAct& act, Message& out) {
  Write(act.amount->minor_units(), act.amount->currency(), *out.mutable_amount());
}

// The parts that waivers, write-offs and refunds have in common.
template <typename Message>
void WriteMoneyAct(const PendingAct& act, Message& out) {
  WriteAmount(act, out);
  out.set_value_date(DayText(act.value_date));
  out.set_external_ref(act.external_ref);
}

void Write(const PendingAct& act, DebtorId debtor, v1::PendingAct& out) {
  switch (act.kind) {
    case ActKind::kWaiver:
      WriteMoneyAct(act, *out.mutable_waiver());
      if (act.bucket.has_value()) out.mutable_waiver()->set_bucket(WriteBucket(*act.bucket));
      return;
    case ActKind::kWriteOff:
      WriteMoneyAct(act, *out.mutable_write_off());
      if (act.bucket.has_value()) out.mutable_write_off()->set_bucket(WriteBucket(*act.bucket));
      return;
    case ActKind::kRefund:
      WriteMoneyAct(act, *out.mutable_refund());
      return;
    case ActKind::kHold:
      out.mutable_hold()->set_hold(NameOf(HoldName{debtor, *act.hold}));
      return;
    case ActKind::kClose:
      out.mutable_closing()->set_code(CodeOf(act));
      WriteAmount(act, *out.mutable_closing());
      return;
    case ActKind::kDecide:
      out.mutable_decision()->set_decision(DecisionOf(act));
      WriteAmount(act, *out.mutable_decision());
      return;
  }
}

}  // namespace

WorkTarget ReadWorkTarget(const std::string& name, const std::string& etag,
                          Violations& violations) {
  const auto read = ReadWorkItemName(name, "name", violations).value_or(WorkItemName());
  return {read.debtor, read.item, ReadEtag(etag)};
}

SensitiveText ReadRemark(const std::string& text, const std::string& field,
                         Violations& violations) {
  Violations more;
  AllowText(more, field, text, kLongestReason, Lines::kMany);
  AddOnce(violations, more);
  return SensitiveText(text);
}

ClaimNextWork::Command ReadAbilities(const v1::ClaimNextWorkRequest& request,
                                     Violations& violations) {
  ClaimNextWork::Command can;
  for (int at = 0; at < request.skills_size(); ++at) {
    if (request.skills(at) == v1::WORK_SKILL_UNSPECIFIED) {
      AddOnce(violations, absl::StrCat("skills[", at, "]"), Fault::kUnknownValue);
    }
    can.skills.push_back(static_cast<Skill>(request.skills(at)));
  }
  if (request.languages_size() > kMostLanguagesSpoken) {
    AddOnce(violations, "languages", Fault::kTooLong);
  }
  for (int at = 0; at < request.languages_size(); ++at) {
    if (!IsLanguageTag(request.languages(at))) {
      AddOnce(violations, absl::StrCat("languages[", at, "]"), Fault::kLanguageMalformed);
    }
    can.languages.push_back(SpokenLanguage(request.languages(at)));
  }
  return can;
}

WorkFilter ReadWorkFilter(std::string_view filter, Violations& violations) {
  WorkFilter result;
  const auto terms = ParseFilter(filter);
  const bool sound =
      terms.has_value() && std::all_of(terms->begin(), terms->end(),
                                       [&](const FilterTerm& term) { return Take(term, result); });
  if (!sound) AddOnce(violations, "filter", Fault::kFilterInvalid);
  return result;
}

WorkPosition ReadWorkPosition(const std::vector<Uuid>& ids) {
  const int priority = ids.front().bytes().back();
  if (priority == 0) return {};
  return {static_cast<WorkPriority>(priority), WorkItemId(ids.back())};
}

std::vector<Uuid> WriteWorkPosition(const WorkItem& last) {
  return {AsId(last.priority), last.id.uuid()};
}

void Write(const WorkItem& item, v1::WorkItem& out) {
  const auto subject = [&](DebtId debt) { return DebtName{item.debtor, debt}; };
  out.set_name(NameOf(WorkItemName{item.debtor, item.id}));
  // The numbers are the domain's.
  out.set_kind(static_cast<v1::WorkKind>(item.kind));
  out.set_state(static_cast<v1::WorkState>(item.state));
  out.set_priority(static_cast<v1::WorkPriority>(item.priority));
  const std::string whole = item.debtor.IsNil() ? "inbox" : NameOf(item.debtor);
  out.set_subject(item.debt.has_value() ? NameOf(subject(*item.debt)) : whole);
  out.set_due_date(DayText(item.due));
  if (item.act.has_value()) Write(*item.act, item.debtor, *out.mutable_act());
  out.set_reason(item.reason.Reveal());
  out.set_asked_by(item.asked_by);
  out.set_claimed_by(item.claimed_by);
  out.set_ended_by(item.ended_by);
  out.set_outcome(item.outcome.Reveal());
  if (!item.entry.IsNil() && item.debt.has_value()) {
    out.set_entry(NameOf(EntryName{subject(*item.debt), item.entry}));
  }
  out.set_etag(WriteEtag(item.revision));
  Write(item.created_time, *out.mutable_create_time());
  Write(item.updated_time, *out.mutable_update_time());
  out.set_skill(static_cast<v1::WorkSkill>(item.skill));
  out.set_language(item.language);
}

void Write(const WorkItem& item, bool rehearsal, v1::WorkItem& out) {
  Write(item, out);
  if (!rehearsal) return;
  out.clear_name();
  out.clear_etag();
}

}  // namespace parley::grpc_api
