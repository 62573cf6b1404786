// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <utility>

#include "adapters/cases/case_answer.h"
#include "adapters/cases/case_facts.h"
#include "domain/communication/duties/duty_book.h"
#include "domain/communication/duties/first_notice.h"
#include "domain/communication/gate.h"

namespace parley::cases {
namespace {

std::string DecisionWord(GateDecision decision) {
  switch (decision) {
    case GateDecision::kAllow:
      return "allow";
    case GateDecision::kAllowWith:
      return "allow_with";
    case GateDecision::kDefer:
      return "defer";
    case GateDecision::kRefuse:
      return "deny";
  }
  return "";
}

std::string ForceWord(Force force) {
  switch (force) {
    case Force::kProhibition:
      return "prohibition";
    case Force::kPresumption:
      return "presumption";
    case Force::kGuideline:
      return "guideline";
    case Force::kPolicy:
      return "policy";
    case Force::kStandard:
      return "standard_not_number";
  }
  return "";
}

void AddCounts(const Verdict& verdict, const CaseNames& names, SpokenRule& rule,
               const Rule& judged) {
  for (const Counted& one : verdict.counted) {
    if (one.rule != &judged) continue;
    const std::vector<std::string> keys = one.debt.has_value()
                                              ? std::vector<std::string>{names.Debt(*one.debt)}
                                              : std::vector<std::string>{"*", "all_channels"};
    for (const std::string& key : keys) {
      rule.before[key] = one.before;
      rule.after[key] = one.after;
    }
  }
}

template <typename Texts>
Json ListOf(const Texts& texts) {
  Json list = Json::array();
  for (const std::string_view text : texts) list.push_back(std::string(text));
  return list;
}

std::string UncountedWord(Uncounted uncounted) {
  switch (uncounted) {
    case Uncounted::kNo:
      return "";
    case Uncounted::kConsent:
      return "consent";
    case Uncounted::kPurpose:
      return "purpose";
    case Uncounted::kThread:
      return "thread";
  }
  return "";
}

void AddFields(const Verdict& verdict, Json& fields) {
  fields["required_disclosures"] = ListOf(verdict.disclosures);
  fields["required_records"] = ListOf(verdict.records);
  fields["required_routing"] = ListOf(verdict.routing);
  fields["warnings"] = ListOf(verdict.warnings);
  fields["record"] = ListOf(verdict.kept);
  if (verdict.safe_harbour.has_value()) fields["safe_harbour"] = *verdict.safe_harbour;
  if (verdict.presumed_violation) fields["presumption"] = "violation_rebuttable";
  if (verdict.uncounted != Uncounted::kNo) {
    fields["excluded_by"] = UncountedWord(verdict.uncounted);
  }
}

// The counts of the debts to which the act is not booked, too.
void AddOtherCounts(const Act& booked, const Record& record, const Rulebooks& books, absl::Time now,
                    const CaseNames& names, CaseAnswer& answer) {
  for (std::size_t debt = 0; debt < record.facts().debts.size(); ++debt) {
    if (booked.debts.Has(debt)) continue;
    Act other = booked;
    other.debts = DebtSet::Of(debt);
    const bool grouped = record.Grouped(booked.debts).Has(debt);
    for (const Counted& one : Judge(other, record, books, now).counted) {
      const auto rule =
          std::find_if(answer.spoke.begin(), answer.spoke.end(),
                       [&](const SpokenRule& spoken) { return spoken.id == one.rule->id; });
      if (rule == answer.spoke.end() || !one.debt.has_value()) continue;
      rule->before.emplace(names.Debt(debt), one.before);
      rule->after.emplace(names.Debt(debt), grouped ? one.after : one.before);
    }
  }
}

Day LocalDay(const Act& act, const Record& record, absl::Time now) {
  const auto zone = Record::PrimaryZone(record.facts().persons[act.person]);
  return Day(zone.value_or(absl::UTCTimeZone()).At(now).cs);
}

// A suit, or the threat of one, is no act of the product's: to ask for an old debt is allowed.
void AddLimitation(const Json& given, const DutyBook& duties, CaseAnswer& answer) {
  const Json& debts = Member(given, "debts");
  const bool told = std::any_of(debts.begin(), debts.end(), [](const Json& debt) {
    return Has(debt, "limitation_expired_on");
  });
  const Rule* const rule = duties.Looks(Aspect::kLimitation);
  if (told && rule != nullptr) answer.spoke.push_back({.id = rule->id, .word = Word::kPermits});
}

// Who has not shown who they are is told of no debt.
void AddIdentity(const Json& when, const DutyBook& duties, CaseAnswer& answer) {
  const Json& content = Member(when, "content");
  const Rule* const rule = duties.Looks(Aspect::kIdentity);
  if (!Has(content, "identity_verified") || rule == nullptr) return;
  const bool unknown = IsFalse(content, "identity_verified") && !IsFalse(content, "states_debt");
  answer.spoke.push_back({.id = rule->id, .word = unknown ? Word::kRefuses : Word::kPermits});
  if (unknown) answer.decision = DecisionWord(GateDecision::kRefuse);
}

// What says nothing of a debt begins no clock, and neither does a later communication.
Json ClocksOf(const Act& act, const Record& record, absl::Time now) {
  Json clocks = Json::array();
  const bool tells = act.purpose != Purpose::kUnrelated && act.purpose != Purpose::kLocation;
  const absl::Time before = now - absl::Microseconds(1);
  if (tells && !FirstCommunication(record, act.debts, before).has_value()) {
    clocks.push_back("validation_5_day_clock");
  }
  return clocks;
}

bool IsNamed(const Json& names, const Rulebook& book) {
  return std::any_of(names.begin(), names.end(), [&](const Json& name) {
    return name == book.id || name == book.id + "@" + book.version;
  });
}

}  // namespace

const SpokenRule* CaseAnswer::Find(const std::string& id) const {
  const auto found = std::find_if(spoke.begin(), spoke.end(),
                                  [&](const SpokenRule& rule) { return rule.id == id; });
  return found == spoke.end() ? nullptr : &*found;
}

Rulebooks BooksInPlay(const Json& given, const std::vector<Rulebook>& books,
                      const std::vector<Calendar>& calendars) {
  const Json& names = Member(given, "rulebooks");
  std::set<std::string> ids;
  std::vector<Rulebook> in_play;
  for (const Rulebook& book : books) {
    if (!IsNamed(names, book)) continue;
    ids.insert(book.companions.begin(), book.companions.end());
    in_play.push_back(book);
  }
  for (const Json& name : names) {
    const std::string id = name.get<std::string>();
    const bool known = std::any_of(books.begin(), books.end(), [&](const Rulebook& book) {
      return id == book.id || id == book.id + "@" + book.version;
    });
    if (!known) throw CaseFault{"no such rulebook: " + id};
  }
  for (const Rulebook& book : books) {
    if (ids.contains(book.id) && !IsNamed(names, book)) in_play.push_back(book);
  }
  for (Rulebook& book : in_play) book.status = BookStatus::kLive;
  absl::StatusOr<Rulebooks> made = Rulebooks::Make(std::move(in_play), calendars);
  if (!made.ok()) throw CaseFault{made.status().ToString()};
  return *std::move(made);
}

CaseAnswer AnswerContact(const Json& given, const Json& when, const Rulebooks& books) {
  const CaseNames names(given);
  const Record record(ReadFacts(given, names));
  const Act act = ReadAct(given, when, names, record.facts());
  const absl::Time now = InstantOf(TextOf(when, "at"));
  const Verdict verdict = Judge(act, record, books, now);

  CaseAnswer answer;
  answer.decision = DecisionWord(verdict.decision);
  if (verdict.decision == GateDecision::kDefer) answer.earliest = verdict.until;
  for (const RuleFinding& finding : verdict.findings) {
    SpokenRule rule{.id = finding.rule->id, .book = finding.book->id, .word = finding.word};
    rule.force = ForceWord(finding.rule->force);
    AddCounts(verdict, names, rule, *finding.rule);
    answer.spoke.push_back(std::move(rule));
  }
  Act booked = act;
  booked.candidates = DebtSet();
  if (verdict.booked.has_value()) booked.debts = DebtSet::Of(*verdict.booked);
  AddOtherCounts(booked, record, books, now, names, answer);
  const DutyBook duties(books, record.facts(), act.debts, LocalDay(act, record, now));
  AddLimitation(given, duties, answer);
  AddIdentity(when, duties, answer);
  AddFields(verdict, answer.fields);
  answer.fields["starts"] = ClocksOf(act, record, now);
  return answer;
}

}  // namespace parley::cases
