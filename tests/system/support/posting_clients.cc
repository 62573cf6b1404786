// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/posting_clients.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"

namespace parley::system_test {
namespace {

constexpr absl::Duration kLongestCall = absl::Seconds(10);
constexpr int kMostAttempts = 1000;

enum class Verdict : std::uint8_t {
  kNoEffect,  // Nothing happened, and the next attempt may fare better.
  kInDoubt,   // It may have happened.
  kSurprise,  // No outage explains this answer.
};

Verdict Judge(const absl::Status& status) {
  const std::string reason = WireReason(status);
  if (reason == "WRITE_CONFLICT" || reason == "QUOTA_EXCEEDED") return Verdict::kNoEffect;
  // Without a reason it is the connection that broke.
  if (reason.empty() || reason == "STORE_UNAVAILABLE" || reason == "DEADLINE_EXCEEDED" ||
      reason == "CANCELLED") {
    return Verdict::kInDoubt;
  }
  return Verdict::kSurprise;
}

}  // namespace

PostingClients::PostingClients(const Deployment& deployment, const PlacedDebt& placed, int threads,
                               std::uint32_t seed)
    : deployment_(deployment),
      placed_(placed),
      seed_(seed),
      history_(placed.debt.balance().minor_units()) {
  for (int client = 0; client < threads; ++client) {
    threads_.emplace_back([this, client] { Work(client); });
  }
}

void PostingClients::Stop() {
  stopping_ = true;
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

bool PostingClients::MakeProgress(std::size_t requests) const {
  const std::size_t goal = history_.acknowledged() + requests;
  return Eventually([&] { return history_.acknowledged() >= goal; }, absl::Seconds(60));
}

void PostingClients::Work(int client) {
  const Connection connection = deployment_.Connect();
  Random random(seed_ + static_cast<std::uint32_t>(client));
  for (int number = 1; !stopping_; ++number) {
    if (random() % 4 == 0) {
      Read(connection);
    } else {
      Write(connection, absl::StrCat("CHARGE-", client, "-", number), random);
    }
  }
}

void PostingClients::Write(const Connection& connection, const std::string& ref, Random& random) {
  const auto units = static_cast<std::int64_t>(1 + random() % 1000);
  const v1::PostEntriesRequest request = Posting(placed_.debt.name(), ACharge(ref, units));
  const std::size_t write = history_.BeginWrite(ref, units);
  bool in_doubt = false;
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    const auto answer =
        connection.Call<v1::PostEntriesResponse>("DebtService/PostEntries", request, kLongestCall);
    if (answer.ok()) return history_.EndWrite(write, Known::kOk);
    const Verdict verdict = Judge(answer.status());
    if (verdict == Verdict::kSurprise) {
      AddSurprise(answer.status());
      break;
    }
    in_doubt = in_doubt || verdict == Verdict::kInDoubt;
    if (in_doubt && random() % 16 == 0) break;
    absl::SleepFor(absl::Milliseconds(10));
  }
  history_.EndWrite(write, in_doubt ? Known::kUnknown : Known::kFailed);
}

void PostingClients::Read(const Connection& connection) {
  const std::size_t read = history_.BeginRead();
  const auto debt =
      connection.Call<v1::Debt>("DebtService/GetDebt", Getting(placed_.debt.name()), kLongestCall);
  if (debt.ok()) return history_.EndRead(read, debt->balance().minor_units());
  if (Judge(debt.status()) == Verdict::kSurprise) AddSurprise(debt.status());
}

void PostingClients::AddSurprise(const absl::Status& status) {
  const std::lock_guard lock(mutex_);
  surprises_.push_back("no outage explains " + status.ToString());
}

std::vector<std::string> PostingClients::Findings() {
  Stop();
  std::vector<KeptEntry> kept;
  const std::string debt = placed_.debt.name().substr(placed_.debt.name().rfind('/') + 1);
  for (const std::vector<std::string>& row : deployment_.database().Query(absl::StrCat(
           "select external_ref, amount from parley.entries where kind = ", v1::ENTRY_KIND_CHARGE,
           " and debt_id = '", debt, "'"))) {
    kept.push_back({.ref = row.at(0)});
    if (!absl::SimpleAtoi(row.at(1), &kept.back().units)) kept.back().units = -1;
  }
  std::vector<std::string> findings = history_.Findings(kept);
  CheckBalance(kept, findings);
  findings.insert(findings.end(), surprises_.begin(), surprises_.end());
  return findings;
}

void PostingClients::CheckBalance(const std::vector<KeptEntry>& kept,
                                  std::vector<std::string>& findings) const {
  const Connection connection = deployment_.Connect();
  std::int64_t expected = placed_.debt.balance().minor_units();
  for (const KeptEntry& entry : kept) expected += entry.units;
  const auto debt =
      Must(connection.Call<v1::Debt>("DebtService/GetDebt", Getting(placed_.debt.name())));
  if (debt.balance().minor_units() != expected) {
    findings.push_back(absl::StrCat("the balance is ", debt.balance().minor_units(),
                                    " and its entries say ", expected));
  }
  v1::CheckInvariantsRequest check;
  check.set_name(placed_.debt.name());
  const auto checked =
      Must(connection.Call<v1::CheckInvariantsResponse>("DebtService/CheckInvariants", check));
  for (const v1::InvariantFinding& finding : checked.findings()) {
    findings.push_back(finding.invariant() + ": " + finding.description());
  }
}

}  // namespace parley::system_test
