// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/container/inlined_vector.h"
#include "domain/communication/rules/frequency_consent.h"
#include "domain/communication/rules/judge.h"
#include "domain/communication/rules/rebuttal.h"

namespace parley {
namespace {

struct Limit {
  int most = 0;
  int days = 0;
};

// What no law gives, the firm does; or nobody, and then nothing is counted.
std::optional<Limit> LimitOf(const FrequencyCap& kind, const FirmPolicy& policy) {
  const std::optional<FirmFigure>& figure = kind.figure == FrequencyCap::Figure::kFirmElectronic
                                                ? policy.electronic_cap
                                                : policy.cumulative_cap;
  if (kind.figure == FrequencyCap::Figure::kOfTheRule) return Limit{kind.limit, kind.days};
  if (!figure.has_value()) return std::nullopt;
  return Limit{figure->limit, figure->days};
}

// Counts on the days of a person's calendar.
class Window {
 public:
  Window(const FrequencyCap& kind, const Rule& rule, const Hearing& hearing, Limit limit)
      : kind_(kind), rule_(rule), hearing_(hearing), limit_(limit) {}

  // The days of what counts toward these debts within the window that ends on `today`, the latest
  // first.
  absl::InlinedVector<std::int32_t, 16> Days(DebtSet debts) const {
    absl::InlinedVector<std::int32_t, 16> days;
    absl::InlinedVector<std::uint32_t, 4> threads;
    for (std::size_t at = hearing_.heard(); at-- > 0;) {
      const std::int32_t day = hearing_.record().DayOf(at);
      if (day + limit_.days + 1 < hearing_.today()) break;  // Days of zones may lie a day apart.
      if (day + limit_.days <= hearing_.today() || day > hearing_.today()) continue;
      const Communication& one = hearing_.communication(at);
      if (!Counts(one, day, debts) || Again(one, threads)) continue;
      days.push_back(day);
    }
    return days;
  }

 private:
  bool Counts(const Communication& one, std::int32_t day, DebtSet debts) const {
    const Concern& concern = rule_.concern;
    if (one.direction != Direction::kOutbound || one.person != hearing_.act().person ||
        !concern.channels.Admits(one.channel) || !concern.purposes.Admits(one.purpose) ||
        concern.except_purposes.Has(one.purpose) || (kind_.per_debt && !one.debts.Meets(debts))) {
      return false;
    }
    return CountsOutcome(one) && AdmitsClass(one) &&
           !(kind_.except_consented &&
             UnderFrequencyConsent(hearing_, kind_.per_debt ? debts : one.debts, day, one.at));
  }

  bool CountsOutcome(const Communication& one) const {
    if (kind_.except_misdirected && hearing_.WentAstray(one)) return false;
    if (one.outcome == Outcome::kUnknown) return true;
    return !kind_.except_outcomes.Has(one.outcome) && kind_.only_outcomes.Admits(one.outcome);
  }

  bool AdmitsClass(const Communication& one) const {
    if (rule_.concern.classes.empty()) return true;
    if (!one.point.has_value()) return rule_.concern.classes.Has(PointClass::kUnknown);
    return rule_.concern.classes.Has(hearing_.person().points[*one.point].kind);
  }

  bool Again(const Communication& one, absl::InlinedVector<std::uint32_t, 4>& threads) const {
    if (!kind_.thread_once || one.thread == 0) return false;
    if (std::find(threads.begin(), threads.end(), one.thread) != threads.end()) return true;
    threads.push_back(one.thread);
    return false;
  }

  const FrequencyCap& kind_;
  const Rule& rule_;
  const Hearing& hearing_;
  Limit limit_;
};

// True for an exchange that went on within the window, and so has its place in it.
bool GoesOn(std::uint32_t thread, const Hearing& hearing, int days) {
  for (std::size_t at = hearing.heard(); at-- > 0;) {
    const bool within = hearing.record().DayOf(at) + days > hearing.today();
    if (within && hearing.communication(at).thread == thread) return true;
  }
  return false;
}

Uncounted WhyUncounted(const FrequencyCap& kind, const Hearing& hearing, const Limit& limit,
                       DebtSet debts) {
  const Act& act = hearing.act();
  if (SkipsCounts(act.purpose)) return Uncounted::kPurpose;
  if (kind.except_consented &&
      UnderFrequencyConsent(hearing, debts, hearing.today(), hearing.at())) {
    return Uncounted::kConsent;
  }
  const bool goes_on =
      kind.thread_once && act.thread != 0 && GoesOn(act.thread, hearing, limit.days);
  return goes_on ? Uncounted::kThread : Uncounted::kNo;
}

// The first day on which one more fits: when enough of what counted has left the window, or the
// person agreed to a call.
std::int32_t FirstFreeDay(const FrequencyCap& kind, const Hearing& hearing, DebtSet debts,
                          std::int32_t leaves) {
  if (!kind.except_consented) return leaves;
  for (std::int32_t day = hearing.today() + 1; day < leaves; ++day) {
    const absl::Time start = StartOfDay(Day(1970, 1, 1) + day, hearing.calendar_zone());
    if (UnderFrequencyConsent(hearing, debts, day, start)) return day;
  }
  return leaves;
}

// What one debt (or, without, the person) has to say.
Saying JudgeOne(const FrequencyCap& kind, const Rule& rule, const Hearing& hearing, Limit limit,
                std::optional<std::uint8_t> debt) {
  const DebtSet debts =
      debt.has_value() ? hearing.record().Grouped(DebtSet::Of(*debt)) : DebtSet::All();
  const auto days = Window(kind, rule, hearing, limit).Days(debts);
  const auto count = static_cast<int>(days.size());
  const DebtSet meant = kind.per_debt ? debts : hearing.debts();
  const Uncounted uncounted = WhyUncounted(kind, hearing, limit, meant);
  const bool concerned = Concerns(rule, hearing);
  if (Verdict* notes = hearing.notes(); notes != nullptr) {
    const int after = concerned && uncounted == Uncounted::kNo ? count + 1 : count;
    notes->counted.push_back({&rule, debt, count, after, limit.most});
    if (concerned && uncounted != Uncounted::kNo) notes->uncounted = uncounted;
  }
  if (!concerned) return {.word = Word::kDoesNotConcern, .count = count, .limit = limit.most};
  Saying saying{.count = count, .limit = limit.most};
  if (uncounted == Uncounted::kConsent) {
    saying.source = FrequencyConsent(hearing, meant, hearing.today(), hearing.at());
  }
  if (uncounted != Uncounted::kNo || count < limit.most) return saying;
  const std::int32_t leaves = days[static_cast<std::size_t>(limit.most - 1)] + limit.days;
  const std::int32_t free = FirstFreeDay(kind, hearing, meant, leaves);
  saying.word = kind.refuses ? Word::kRefuses : Word::kDefers;
  saying.until = StartOfDay(Day(1970, 1, 1) + free, hearing.calendar_zone());
  return saying;
}

bool IsStricter(const Saying& left, const Saying& right) {
  return left.word > right.word || (left.word == right.word && left.until > right.until);
}

}  // namespace

Saying Judge(const FrequencyCap& kind, const Rule& rule, const Hearing& hearing) {
  const std::optional<Limit> limit = LimitOf(kind, hearing.facts().policy);
  if (!limit.has_value()) return Permits();
  if (!kind.per_debt) {
    return Rebutted(kind.rebuttal, JudgeOne(kind, rule, hearing, *limit, std::nullopt), hearing);
  }
  Saying strictest{.word = Word::kDoesNotConcern};
  for (DebtSet rest = hearing.act().debts; !rest.empty(); rest = rest.Without(rest.First())) {
    const auto debt = static_cast<std::uint8_t>(rest.First());
    const Saying one = JudgeOne(kind, rule, hearing, *limit, debt);
    if (strictest.count < 0 || IsStricter(one, strictest)) strictest = one;
  }
  return Rebutted(kind.rebuttal, strictest, hearing);
}

}  // namespace parley
