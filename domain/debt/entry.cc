// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/entry.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace parley {
namespace {

constexpr auto kAccounts = std::to_array<std::pair<Account, std::string_view>>({
    {Account::kPrincipal, "PRINCIPAL"},
    {Account::kInterest, "INTEREST"},
    {Account::kFees, "FEES"},
    {Account::kCosts, "COSTS"},
    {Account::kPenalty, "PENALTY"},
    {Account::kCreditBalance, "CREDIT_BALANCE"},
    {Account::kWriteOff, "WRITE_OFF"},
    {Account::kRecovery, "RECOVERY"},
    {Account::kPlacement, "PLACEMENT"},
    {Account::kCharges, "CHARGES"},
    {Account::kPayments, "PAYMENTS"},
    {Account::kCredits, "CREDITS"},
    {Account::kWaivers, "WAIVERS"},
    {Account::kRefunds, "REFUNDS"},
    {Account::kInterestEarned, "INTEREST_EARNED"},
    {Account::kFeesEarned, "FEES_EARNED"},
});

constexpr auto kKinds = std::to_array<std::pair<EntryKind, std::string_view>>({
    {EntryKind::kOpening, "OPENING"},
    {EntryKind::kCharge, "CHARGE"},
    {EntryKind::kPayment, "PAYMENT"},
    {EntryKind::kCredit, "CREDIT"},
    {EntryKind::kReversal, "REVERSAL"},
    {EntryKind::kCorrection, "CORRECTION"},
    {EntryKind::kWaiver, "WAIVER"},
    {EntryKind::kWriteOff, "WRITE_OFF"},
    {EntryKind::kRefund, "REFUND"},
    {EntryKind::kFee, "FEE"},
    {EntryKind::kInterest, "INTEREST"},
});

}  // namespace

std::string_view NameOf(Account account) {
  for (const auto& [known, name] : kAccounts) {
    if (known == account) return name;
  }
  return {};
}

std::optional<Account> AccountNumbered(int number) {
  for (const auto& [known, name] : kAccounts) {
    if (static_cast<int>(known) == number) return known;
  }
  return std::nullopt;
}

Account ReceivableOf(Bucket bucket) {
  return static_cast<Account>(static_cast<int>(Account::kPrincipal) + static_cast<int>(bucket));
}

std::optional<Bucket> BucketOf(Account account) {
  const auto* const found = std::find_if(kBuckets.begin(), kBuckets.end(), [&](Bucket bucket) {
    return ReceivableOf(bucket) == account;
  });
  return found == kBuckets.end() ? std::nullopt : std::optional<Bucket>(*found);
}

std::string_view NameOf(EntryKind kind) {
  return kKinds.at(static_cast<std::size_t>(kind) - 1).second;
}

std::optional<EntryKind> EntryKindNamed(std::string_view name) {
  for (const auto& [kind, known] : kKinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

std::optional<EntryKind> EntryKindNumbered(int number) {
  for (const auto& [kind, name] : kKinds) {
    if (static_cast<int>(kind) == number) return kind;
  }
  return std::nullopt;
}

bool IsFact(const Entry& entry) {
  return entry.kind != EntryKind::kInterest && entry.kind != EntryKind::kCorrection &&
         entry.quote.IsNil();
}

bool FillsByOrder(EntryKind kind) {
  return kind == EntryKind::kPayment || kind == EntryKind::kCredit || kind == EntryKind::kWaiver ||
         kind == EntryKind::kWriteOff;
}

Position EffectOf(const std::vector<Posting>& postings) {
  Position effect;
  for (const Posting& posting : postings) {
    const std::optional<Bucket> bucket = BucketOf(posting.account);
    if (bucket.has_value()) effect.owed[*bucket] += posting.minor_units;
    if (posting.account == Account::kCreditBalance) effect.credit -= posting.minor_units;
    if (posting.account == Account::kWriteOff) effect.written_off += posting.minor_units;
    if (posting.account == Account::kRecovery) effect.recovered -= posting.minor_units;
  }
  return effect;
}

std::vector<Posting> PostingsOf(const Position& effect, Account counter) {
  std::vector<Posting> postings;
  std::int64_t left_over = 0;
  const auto post = [&](Account account, std::int64_t minor_units) {
    if (minor_units != 0) postings.push_back({account, minor_units});
  };
  for (const Bucket bucket : kBuckets) {
    post(ReceivableOf(bucket), effect.owed[bucket]);
    left_over -= effect.owed[bucket];
  }
  post(Account::kCreditBalance, -effect.credit);
  post(Account::kWriteOff, effect.written_off);
  post(Account::kRecovery, -effect.recovered);
  post(counter, left_over + effect.credit - effect.written_off + effect.recovered);
  return postings;
}

std::optional<Account> CounterAccountOf(const Entry& entry) {
  const auto counter = std::find_if(entry.postings.begin(), entry.postings.end(), [](Posting side) {
    return static_cast<int>(side.account) >= static_cast<int>(Account::kPlacement);
  });
  return counter == entry.postings.end() ? std::nullopt : std::optional<Account>(counter->account);
}

}  // namespace parley
