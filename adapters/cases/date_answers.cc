// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "adapters/cases/duty_case.h"
#include "domain/communication/duties/dates.h"
#include "domain/communication/duties/first_notice.h"

namespace parley::cases {
namespace {

template <typename Kind>
const Kind& RuleIn(const Rule* rule) {
  if (rule == nullptr) throw CaseFault{"no rulebook in play has a rule for it"};
  return *DutyBook::Get<Kind>(*rule);
}

Duty DutyNamed(const std::string& word) {
  constexpr auto kDuties = std::to_array<std::pair<std::string_view, Duty>>(
      {{"provide_substantiation", Duty::kSubstantiation},
       {"honour_revocation", Duty::kHonourRevocation},
       {"send_validation_notice", Duty::kFirstNotice},
       {"validation_notice", Duty::kFirstNotice}});
  return WordIn(kDuties, word);
}

// A first notice is due from the first communication on; anything else from when it is asked for.
Day BeginOf(Duty duty, const DutyCase& one) {
  if (duty != Duty::kFirstNotice) return one.today();
  return FirstCommunication(one.record(), one.debts(), one.now()).value_or(one.today());
}

void TellDeadline(Duty duty, const DutyCase& one, DutyAnswer& answer) {
  const Rule* const rule = one.rules().Due(duty);
  answer.Say(rule, Word::kPermits);
  answer["deadline"] = FormatDay(DueDay(RuleIn<Deadline>(rule), BeginOf(duty, one)));
}

void TellRevocation(const DutyCase& one, DutyAnswer& answer) {
  TellDeadline(Duty::kHonourRevocation, one, answer);
  answer.Say(one.rules().RuleOf<Revocation>(), Word::kPermits);
}

void TellPeriod(const DutyCase& one, DutyAnswer& answer) {
  const Rule* const rule = one.rules().RuleOf<NoticePeriod>();
  answer.Say(rule, Word::kPermits);
  const Day given = DayOf(TextOf(Member(one.given(), "validation"), "provided_on"));
  const NoticeDates dates = DatesOf(RuleIn<NoticePeriod>(rule), given);
  answer["assumed_receipt"] = FormatDay(dates.assumed_receipt);
  answer["validation_period_end"] = FormatDay(dates.ends);
}

void TellRetention(Day anchor, const DutyCase& one, DutyAnswer& answer) {
  const Rule* const rule = one.rules().RuleOf<Retention>();
  const Day last = KeptUntil(RuleIn<Retention>(rule), anchor);
  if (one.today() > last) {
    answer.Say(rule, Word::kPermits);
  } else {
    answer.Defer(rule, StartOfDay(last + 1, one.zone()));
  }
}

// What nobody knows is kept, as evidence of how we behaved.
RecordClass RecordNamed(const std::string& word) {
  constexpr auto kRecords = std::to_array<std::pair<std::string_view, RecordClass>>(
      {{"call_log", RecordClass::kCallLog},
       {"document_sent", RecordClass::kDocument},
       {"recording", RecordClass::kRecording},
       {"call_recording", RecordClass::kRecording},
       {"decision", RecordClass::kDecision},
       {"marketing", RecordClass::kOther},
       {"personal_note", RecordClass::kOther}});
  const auto* const found = std::find_if(kRecords.begin(), kRecords.end(),
                                         [&](const auto& row) { return row.first == word; });
  return found == kRecords.end() ? RecordClass::kCompliance : found->second;
}

void TellClass(const DutyCase& one, DutyAnswer& answer) {
  const Rule* const rule = one.rules().RuleOf<Retention>();
  answer.Say(rule, Word::kPermits);
  answer["retain"] = RuleIn<Retention>(rule).classes.Has(RecordNamed(TextOf(one.when(), "record")));
}

}  // namespace

bool AnswerDate(const std::string& action, const DutyCase& one, DutyAnswer& answer) {
  if (action == "compute_deadline") {
    TellDeadline(DutyNamed(TextOf(one.when(), "duty")), one, answer);
  } else if (action == "compute_revocation_deadline") {
    TellRevocation(one, answer);
  } else if (action == "compute_validation_period_end") {
    TellPeriod(one, answer);
  } else if (action == "delete_records") {
    TellRetention(DayOf(TextOf(one.when(), "last_collection_activity")), one, answer);
  } else if (action == "delete_recording") {
    TellRetention(DayOf(TextOf(one.when(), "recorded_on")), one, answer);
  } else if (action == "classify_record") {
    TellClass(one, answer);
  } else {
    return false;
  }
  return true;
}

}  // namespace parley::cases
