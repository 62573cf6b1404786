// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_APPLICATION_FAIL_NTH_H_
#define PARLEY_TESTS_SUPPORT_APPLICATION_FAIL_NTH_H_

#include <atomic>
#include <mutex>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "application/ports/answers.h"
#include "application/ports/directory.h"
#include "application/ports/portfolio.h"
#include "application/ports/store.h"
#include "domain/common/reason.h"

namespace parley {

// Counts the calls that cross the ports below and fails the Nth, and only that one, for a reason:
// a test runs with N = 1, 2, ... until HasFailed() says that no call is left.
class FailNth {
 public:
  // 0 fails none.
  explicit FailNth(int nth = 0, Reason reason = Reason::kStoreUnavailable)
      : nth_(nth), reason_(reason) {}

  absl::Status Pass(std::string_view port_call);

  bool HasFailed() const { return calls_ >= nth_ && nth_ > 0; }
  // Which call failed, to be named when a test is red: "Store.Commit".
  std::string failed_call() const;

 private:
  const int nth_;
  const Reason reason_;
  std::atomic<int> calls_ = 0;
  mutable std::mutex mutex_;
  std::string failed_call_;
};

// A store whose Nth call fails. Each Run crosses the port at "Store.Run" (no lock was given), at
// each read of the work, at "Store.Commit" (nothing was written) and at "Store.Reply" (all was
// written, and nobody was told).
class FailingStore final : public Store {
 public:
  FailingStore(Store& store, FailNth& fault) : store_(store), fault_(fault) {}

  absl::Status Run(TenantId tenant, std::span<const DebtorId> debtors,
                   absl::FunctionRef<absl::Status(UnitOfWork&)> work) override;

 private:
  Store& store_;
  FailNth& fault_;
};

// A store that runs all work twice, and keeps only the second run: as after a conflict between
// transactions. Work that has another effect than its unit of work shows it here.
class RerunningStore final : public Store {
 public:
  explicit RerunningStore(Store& store) : store_(store) {}

  absl::Status Run(TenantId tenant, std::span<const DebtorId> debtors,
                   absl::FunctionRef<absl::Status(UnitOfWork&)> work) override;

 private:
  Store& store_;
};

class FailingDirectory final : public Directory {
 public:
  FailingDirectory(Directory& directory, FailNth& fault) : directory_(directory), fault_(fault) {}

  absl::StatusOr<Debtor> GetDebtor(TenantId tenant, DebtorId id) override;
  absl::StatusOr<std::vector<Debtor>> ListDebtors(TenantId tenant, DebtorId after,
                                                  int most) override;
  absl::StatusOr<std::vector<Debtor>> FindDebtors(
      TenantId tenant, std::span<const std::string> external_refs) override;
  absl::StatusOr<DebtorRecord> GetRecord(TenantId tenant, DebtorId id) override;
  absl::StatusOr<std::vector<Debtor>> FindReached(TenantId tenant, const Fingerprint& key,
                                                  int most) override;
  absl::StatusOr<Creditor> GetCreditor(TenantId tenant, CreditorId id) override;
  absl::StatusOr<std::vector<Creditor>> ListCreditors(
      TenantId tenant, CreditorId after, int most, const std::optional<std::string>& code) override;

 private:
  Directory& directory_;
  FailNth& fault_;
};

class FailingPortfolio final : public Portfolio {
 public:
  FailingPortfolio(Portfolio& portfolio, FailNth& fault) : portfolio_(portfolio), fault_(fault) {}

  absl::StatusOr<Debt> GetDebt(TenantId tenant, DebtorId debtor, DebtId debt) override;
  absl::StatusOr<DebtJournal> GetJournal(TenantId tenant, DebtorId debtor, DebtId debt) override;
  absl::StatusOr<std::vector<Debt>> ListDebts(TenantId tenant, const DebtFilter& filter,
                                              const DebtPosition& after, int most) override;
  absl::StatusOr<DebtorHolds> GetHolds(TenantId tenant, DebtorId debtor,
                                       const std::optional<DebtId>& debt) override;
  absl::StatusOr<std::vector<StoredLedger>> ListLedgers(TenantId tenant, const DebtPosition& after,
                                                        const LedgerLimits& limits) override;
  absl::StatusOr<std::vector<KnownDebt>> FindDebts(
      TenantId tenant, std::span<const DebtReference> references) override;
  absl::StatusOr<DuePage> FindDueDebts(TenantId tenant, const DueSearch& search) override;

 private:
  Portfolio& portfolio_;
  FailNth& fault_;
};

class FailingGivenAnswers final : public GivenAnswers {
 public:
  FailingGivenAnswers(GivenAnswers& answers, FailNth& fault) : answers_(answers), fault_(fault) {}

  absl::StatusOr<std::optional<StoredAnswer>> Find(TenantId tenant, const RequestKey& key) override;
  absl::StatusOr<int> Prune(TenantId tenant, absl::Time before, int most) override;

 private:
  GivenAnswers& answers_;
  FailNth& fault_;
};

class FailingAuditRecords final : public AuditRecords {
 public:
  FailingAuditRecords(AuditRecords& records, FailNth& fault) : records_(records), fault_(fault) {}

  absl::StatusOr<std::vector<TenantId>> Tenants() override;
  absl::StatusOr<AuditDigest> DigestNow(TenantId tenant) override;
  absl::StatusOr<AuditDigest> DigestAt(TenantId tenant, const std::string& position) override;
  absl::StatusOr<std::vector<AuditChain>> ChainsAfter(TenantId tenant,
                                                      const std::optional<DebtorId>& after,
                                                      int most) override;

 private:
  AuditRecords& records_;
  FailNth& fault_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_APPLICATION_FAIL_NTH_H_
