// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstddef>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "domain/debt/ledger.h"

namespace parley {
namespace {

using Findings = std::vector<Finding>;

// In the order of the enum.
constexpr auto kNames = std::to_array<std::string_view>({
    "POSTINGS_SUM_TO_ZERO",
    "NUMBERS_RUN_ON",
    "LINKS_LEAD_BACK",
    "BUCKETS_EQUAL_JOURNAL",
    "AT_REST_ON_EVERY_DAY",
    "ALLOCATION_EQUALS_REPLAY",
    "ITEMISATION_ADDS_UP",
    "RECORD_IS_SOUND",
    "PAYMENTS_IN_JOURNAL",
});

void CheckEntry(const Entry& entry, std::int64_t place, Findings& findings) {
  absl::int128 sum = 0;
  for (const Posting& posting : entry.postings) sum += posting.minor_units;
  const std::string line = absl::StrCat("entry ", entry.number);
  if (sum != 0) {
    findings.push_back({Invariant::kPostingsSumToZero, line + " does not sum to zero"});
  }
  if (entry.number != place) {
    findings.push_back({Invariant::kNumbersRunOn, line + " is out of the journal's numbering"});
  }
  const bool needs_link =
      entry.kind == EntryKind::kReversal || entry.kind == EntryKind::kCorrection;
  if (needs_link == entry.linked.IsNil()) {
    findings.push_back({Invariant::kLinksLeadBack, line + " has the wrong kind of link"});
  }
}

void CheckLinks(std::span<const Entry> journal, Findings& findings) {
  absl::flat_hash_map<EntryId, const Entry*> known;
  absl::flat_hash_map<EntryId, int> reversals;
  for (const Entry& entry : journal) {
    const std::string line = absl::StrCat("entry ", entry.number);
    if (!entry.linked.IsNil() && !known.contains(entry.linked)) {
      findings.push_back({Invariant::kLinksLeadBack, line + " links to no earlier entry"});
    }
    if (entry.kind == EntryKind::kReversal && ++reversals[entry.linked] > 1) {
      findings.push_back({Invariant::kLinksLeadBack, line + " reverses an entry a second time"});
    }
    known.emplace(entry.id, &entry);
  }
}

void CheckDays(std::span<const Entry> journal, Findings& findings) {
  std::set<Day> days;
  for (const Entry& entry : journal) days.insert(entry.value_date);
  for (const Day day : days) {
    const absl::StatusOr<Position> position = PositionAsOf(journal, day);
    if (!position.ok() || !IsSettled(*position)) {
      findings.push_back(
          {Invariant::kAtRestOnEveryDay, "the position is not at rest on " + FormatDay(day)});
    }
  }
}

void CheckAgainstReplay(std::span<const Entry> journal, const LedgerRules& rules,
                        const LedgerStanding& kept, Findings& findings) {
  const Day through = kept.interest.has_value() ? kept.interest->posted_through : Day::min();
  const absl::StatusOr<Bookkeeper> replay = Replay(journal, rules, through);
  if (!replay.ok()) {
    findings.push_back({Invariant::kAllocationEqualsReplay, "the journal cannot be replayed"});
    return;
  }
  if (replay->standing() != kept) {
    findings.push_back({Invariant::kAllocationEqualsReplay,
                        "the kept balance is not what replaying the journal gives"});
  }
  if (!FindAmendments(journal, *replay).empty()) {
    findings.push_back({Invariant::kAllocationEqualsReplay,
                        "an allocation is not what replaying the journal gives"});
  }
}

}  // namespace

std::string_view NameOf(Invariant invariant) {
  return kNames.at(static_cast<std::size_t>(invariant));
}

std::vector<Finding> CheckJournal(std::span<const Entry> journal, const LedgerRules& rules,
                                  const LedgerStanding& kept) {
  Findings findings;
  std::int64_t place = 0;
  for (const Entry& entry : journal) CheckEntry(entry, ++place, findings);
  CheckLinks(journal, findings);
  // What follows reads the journal as a whole, which makes sense only of sound entries.
  if (!findings.empty()) return findings;
  const absl::StatusOr<Position> sum = PositionAsOf(journal, Day::max());
  if (!sum.ok() || *sum != kept.position) {
    findings.push_back(
        {Invariant::kBucketsEqualJournal, "the kept balance is not the sum of the journal"});
  }
  CheckDays(journal, findings);
  CheckAgainstReplay(journal, rules, kept, findings);
  return findings;
}

}  // namespace parley
