// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/gate.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

#include "absl/container/inlined_vector.h"
#include "domain/communication/applies.h"
#include "domain/communication/rules/judge.h"

namespace parley {
namespace {

constexpr absl::Duration kHorizon = absl::Hours(24 * 400);
constexpr int kMostTries = 400;

// How far each book of the set reaches, on one day.
class Reaches {
 public:
  Reaches(const Rulebooks& rulebooks, const Hearing& hearing) : rulebooks_(rulebooks) {
    Find(hearing);
  }

  Reach Of(const Rulebooks::Entry& entry) const { return reaches_[entry.book]; }

  // How many books speak whose law nobody read.
  int unresearched() const { return unresearched_; }

  void Find(const Hearing& hearing) {
    if (!reaches_.empty() && day_ == hearing.today()) return;
    day_ = hearing.today();
    reaches_.clear();
    unresearched_ = 0;
    for (const Rulebook& book : rulebooks_.books()) Add(book, hearing);
  }

 private:
  void Add(const Rulebook& book, const Hearing& hearing) {
    const bool judged = book.status != BookStatus::kDraft;
    const Reach reach = judged ? ReachOf(book, hearing.facts(), hearing.person(),
                                         hearing.act().debts, hearing.day())
                               : Reach::kElsewhere;
    reaches_.push_back(reach);
    if (reach == Reach::kSpeaks && book.status == BookStatus::kUnresearched) ++unresearched_;
  }

  const Rulebooks& rulebooks_;
  std::int32_t day_ = 0;
  int unresearched_ = 0;
  absl::InlinedVector<Reach, 16> reaches_;
};

// A rule that counts tells its counts also of an act that it does not concern.
bool Counts(const Rule& rule) { return std::holds_alternative<FrequencyCap>(rule.kind); }

Saying SayingOf(const Rule& rule, const Hearing& hearing) {
  if (!Counts(rule) && !Concerns(rule, hearing)) return {.word = Word::kDoesNotConcern};
  return std::visit(
      [&](const auto& kind) -> Saying {
        using Kind = std::decay_t<decltype(kind)>;
        if constexpr (std::is_same_v<Kind, Scope> || std::is_same_v<Kind, DutyRule>) {
          return Permits();
        } else {
          return Judge(kind, rule, hearing);
        }
      },
      rule.kind);
}

RuleFinding FindingOf(const Rulebook& book, const Rule& rule, const Saying& said) {
  return {.book = &book,
          .rule = &rule,
          .word = said.word,
          .until = said.until,
          .count = static_cast<std::int16_t>(said.count),
          .limit = static_cast<std::int16_t>(said.limit),
          .source = said.source};
}

// The word of the strictest finding, the first of them deciding.
void Decide(Verdict& verdict) {
  Word strictest = Word::kPermits;
  verdict.deciding = -1;
  for (std::size_t at = 0; at < verdict.findings.size(); ++at) {
    if (verdict.findings[at].word <= strictest) continue;
    strictest = verdict.findings[at].word;
    verdict.deciding = static_cast<int>(at);
  }
  switch (strictest) {
    case Word::kDoesNotConcern:
    case Word::kPermits:
    case Word::kWarns:
      verdict.decision = GateDecision::kAllow;
      return;
    case Word::kRequires:
      verdict.decision = GateDecision::kAllowWith;
      return;
    case Word::kDefers:
      verdict.decision = GateDecision::kDefer;
      return;
    case Word::kRefuses:
      verdict.decision = GateDecision::kRefuse;
  }
}

class Gate {
 public:
  Gate(const Act& act, const Record& record, const Rulebooks& rulebooks, absl::Time now)
      : rulebooks_(rulebooks),
        now_(now),
        hearing_(act, record, now, verdict_),
        reaches_(rulebooks, hearing_) {}

  Verdict Run() && {
    Hear();
    Decide(verdict_);
    if (verdict_.decision == GateDecision::kDefer) Search();
    const ContactPoint* point = hearing_.point();
    const bool overheard = point != nullptr && (point->shared || point->unverified);
    const bool reveals = !overheard && hearing_.act().purpose != Purpose::kLocation;
    verdict_.variant = reveals ? Variant::kFull : Variant::kLimited;
    return std::move(verdict_);
  }

 private:
  void Tell(const Rulebooks::Entry& entry, const Saying& said) {
    verdict_.findings.push_back(FindingOf(rulebooks_.books()[entry.book], *entry.rule, said));
  }

  void TellStanding(Standing::What what) {
    verdict_.findings.push_back(
        FindingOf(rulebooks_.standing(), rulebooks_.StandingRule(what), Refuses()));
  }

  void Hear() {
    const bool somewhere = hearing_.knows_place();
    for (const Rulebooks::Entry& entry : rulebooks_.contact_rules()) {
      const Reach reach = reaches_.Of(entry);
      if (reach == Reach::kSpeaks) {
        Tell(entry, somewhere ? SayingOf(*entry.rule, hearing_) : SayingNowhere(*entry.rule));
      }
      if (reach == Reach::kOutOfScope && std::holds_alternative<Scope>(entry.rule->kind)) {
        Tell(entry, {.word = Word::kDoesNotConcern});
      }
    }
    for (int told = 0; told < reaches_.unresearched(); ++told) {
      TellStanding(Standing::What::kUnresearched);
    }
  }

  // Without a clock no hour can be kept, nor a time that somebody named; the rest is judged as
  // anywhere.
  Saying SayingNowhere(const Rule& rule) const {
    const bool keeps_hours = std::holds_alternative<TimeWindow>(rule.kind);
    if (keeps_hours && Concerns(rule, hearing_)) return Refuses();
    const bool needs_clock = keeps_hours || std::holds_alternative<DesignatedTime>(rule.kind);
    return needs_clock ? Saying{.word = Word::kDoesNotConcern} : SayingOf(rule, hearing_);
  }

  // The latest opening of the rules that object to the instant that is tried; the instant itself
  // when none does, and never when one of them has no opening or a law is unread.
  absl::Time NextOpening() {
    reaches_.Find(hearing_);
    if (reaches_.unresearched() > 0) return absl::InfiniteFuture();
    absl::Time next = hearing_.at();
    for (const Rulebooks::Entry& entry : rulebooks_.contact_rules()) {
      if (reaches_.Of(entry) != Reach::kSpeaks) continue;
      const Saying said = SayingOf(*entry.rule, hearing_);
      if (said.word == Word::kRefuses) return absl::InfiniteFuture();
      if (said.word == Word::kDefers) next = std::max(next, CeilMinute(said.until));
    }
    return next;
  }

  void Search() {
    absl::Time next = now_;
    for (const RuleFinding& finding : verdict_.findings) {
      if (finding.word == Word::kDefers) next = std::max(next, CeilMinute(finding.until));
    }
    for (int tries = 0; tries < kMostTries && next <= now_ + kHorizon; ++tries) {
      hearing_.MoveTo(next);
      next = NextOpening();
      if (next == hearing_.at()) {
        verdict_.until = next;
        return;
      }
    }
    TellStanding(Standing::What::kNoCommonTime);
    Decide(verdict_);
  }

  const Rulebooks& rulebooks_;
  absl::Time now_;
  Verdict verdict_;
  Hearing hearing_;
  Reaches reaches_;
};

bool IsMilder(const Verdict& left, const Verdict& right) {
  return left.decision < right.decision ||
         (left.decision == right.decision && left.until < right.until);
}

// How full a debt's tightest count is; of two that are free the fuller one is booked.
int FullnessOf(const Verdict& verdict) {
  int fullest = 0;
  for (const Counted& one : verdict.counted) fullest = std::max(fullest, one.before);
  return fullest;
}

// The candidate to which the act may be booked soonest, if sooner than to its own debts.
Verdict JudgeCandidates(const Act& act, const Record& record, const Rulebooks& rulebooks,
                        absl::Time now) {
  Verdict best = Gate(act, record, rulebooks, now).Run();
  const bool asked_is_best = best.decision <= GateDecision::kAllowWith;
  for (DebtSet rest = act.candidates; !rest.empty(); rest = rest.Without(rest.First())) {
    Act one = act;
    one.debts = DebtSet::Of(rest.First());
    Verdict verdict = Gate(one, record, rulebooks, now).Run();
    const bool fuller = verdict.decision == best.decision && !asked_is_best &&
                        best.booked.has_value() && verdict.decision <= GateDecision::kAllowWith &&
                        FullnessOf(verdict) > FullnessOf(best);
    if (IsMilder(verdict, best) || fuller) {
      best = std::move(verdict);
      best.booked = static_cast<std::uint8_t>(rest.First());
    }
  }
  return best;
}

}  // namespace

Verdict Judge(const Act& act, const Record& record, const Rulebooks& rulebooks, absl::Time now) {
  if (!act.candidates.empty()) return JudgeCandidates(act, record, rulebooks, now);
  return Gate(act, record, rulebooks, now).Run();
}

}  // namespace parley
