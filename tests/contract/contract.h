// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_CONTRACT_CONTRACT_H_
#define PARLEY_TESTS_CONTRACT_CONTRACT_H_

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "application/ports/contact_record.h"
#include "domain/common/reason.h"
#include "tests/contract/stores.h"
#include "tests/support/application/store_harness.h"
#include "tests/support/domain/builders.h"

namespace parley {

// Whom most tests are about: the one tenant, debtor 1 and creditor 1.
inline constexpr auto kTenant = NumberedId<TenantId>(1);
inline constexpr auto kDebtor = NumberedId<DebtorId>(1);
inline constexpr auto kCreditor = NumberedId<CreditorId>(1);

// What is committed about a debtor: equal traces mean that nothing has changed.
struct Trace {
  std::vector<Debtor> debtor;  // One or none.
  std::vector<Debt> debts;
  std::vector<Entry> entries;  // Of all debts.
  std::vector<Creditor> creditors;
  std::vector<KeptEvent> events;  // Of the tenant.
  std::int64_t revision = 0;
  AuditHead audit;

  friend bool operator==(const Trace&, const Trace&) = default;
};

// A fresh world of one store with one tenant, and short ways to write into it. What a test expects
// is read through the ports.
class StoreContract : public testing::TestWithParam<StoreUnderTest> {
 protected:
  using Work = std::function<absl::Status(UnitOfWork&)>;

  void SetUp() override;

  // Runs work for the tenant, over one debtor or many.
  absl::Status Run(DebtorId debtor, const Work& work);
  absl::Status Run(const std::vector<DebtorId>& debtors, const Work& work);
  // Runs work that only records, and so cannot fail before its commit.
  absl::Status Record(DebtorId debtor, const std::function<void(UnitOfWork&)>& work);

  // Adds in a transaction of its own, with the revision that this transaction gives. Returns what
  // is to be read from now on; for a debtor only until something else of theirs changes.
  Creditor Have(Creditor creditor);
  Debtor Have(Debtor debtor);
  Debt Have(Debt debt, const std::vector<Entry>& entries = {});
  // Creditor 1 and debtor 1.
  void HaveParties();

  // What bears on whether a debtor may be contacted, which is the same under their lock as without.
  ContactRecord ContactRecordOf(DebtorId debtor, absl::Time now,
                                const HistorySpan& span = {absl::UnixEpoch(), absl::UnixEpoch()});

  Trace TraceOf(DebtorId debtor);
  DebtorHead HeadOf(DebtorId debtor);

  StoreHarness& world() { return *harness_; }

 private:
  std::unique_ptr<StoreHarness> harness_;
};

// Runs `count` threads that begin at about the same moment; each is told its number, from 0.
void Together(int count, const std::function<void(int)>& body);

// How many of the statuses are OK; expects all others to be of this reason.
int CountWinners(const std::vector<absl::Status>& statuses, Reason reason);

}  // namespace parley

// Runs a suite over every store. GoogleTest fails a suite for which this was forgotten.
#define PARLEY_OVER_EVERY_STORE(suite)                        \
  INSTANTIATE_TEST_SUITE_P(                                   \
      Stores, suite, testing::ValuesIn(parley::EveryStore()), \
      [](const testing::TestParamInfo<parley::StoreUnderTest>& i) { return i.param.name; })

#endif  // PARLEY_TESTS_CONTRACT_CONTRACT_H_
