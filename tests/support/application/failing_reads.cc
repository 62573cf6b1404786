// SPDX-License-Identifier: Apache-2.0
#include "domain/common/status_macros.h"
#include "tests/support/application/fail_nth.h"

namespace parley {

absl::StatusOr<Debtor> FailingDirectory::GetDebtor(TenantId tenant, DebtorId id) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Directory.GetDebtor"));
  return directory_.GetDebtor(tenant, id);
}

absl::StatusOr<std::vector<Debtor>> FailingDirectory::ListDebtors(TenantId tenant, DebtorId after,
                                                                  int most) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Directory.ListDebtors"));
  return directory_.ListDebtors(tenant, after, most);
}

absl::StatusOr<std::vector<Debtor>> FailingDirectory::FindDebtors(
    TenantId tenant, std::span<const std::string> external_refs) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Directory.FindDebtors"));
  return directory_.FindDebtors(tenant, external_refs);
}

absl::StatusOr<DebtorRecord> FailingDirectory::GetRecord(TenantId tenant, DebtorId id) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Directory.GetRecord"));
  return directory_.GetRecord(tenant, id);
}

absl::StatusOr<std::vector<Debtor>> FailingDirectory::FindReached(TenantId tenant,
                                                                  const Fingerprint& key,
                                                                  int most) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Directory.FindReached"));
  return directory_.FindReached(tenant, key, most);
}

absl::StatusOr<Creditor> FailingDirectory::GetCreditor(TenantId tenant, CreditorId id) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Directory.GetCreditor"));
  return directory_.GetCreditor(tenant, id);
}

absl::StatusOr<std::vector<Creditor>> FailingDirectory::ListCreditors(
    TenantId tenant, CreditorId after, int most, const std::optional<std::string>& code) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Directory.ListCreditors"));
  return directory_.ListCreditors(tenant, after, most, code);
}

absl::StatusOr<Debt> FailingPortfolio::GetDebt(TenantId tenant, DebtorId debtor, DebtId debt) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Portfolio.GetDebt"));
  return portfolio_.GetDebt(tenant, debtor, debt);
}

absl::StatusOr<DebtJournal> FailingPortfolio::GetJournal(TenantId tenant, DebtorId debtor,
                                                         DebtId debt) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Portfolio.GetJournal"));
  return portfolio_.GetJournal(tenant, debtor, debt);
}

absl::StatusOr<std::vector<Debt>> FailingPortfolio::ListDebts(TenantId tenant,
                                                              const DebtFilter& filter,
                                                              const DebtPosition& after, int most) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Portfolio.ListDebts"));
  return portfolio_.ListDebts(tenant, filter, after, most);
}

absl::StatusOr<DebtorHolds> FailingPortfolio::GetHolds(TenantId tenant, DebtorId debtor,
                                                       const std::optional<DebtId>& debt) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Portfolio.GetHolds"));
  return portfolio_.GetHolds(tenant, debtor, debt);
}

absl::StatusOr<std::vector<StoredLedger>> FailingPortfolio::ListLedgers(
    TenantId tenant, const DebtPosition& after, const LedgerLimits& limits) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Portfolio.ListLedgers"));
  return portfolio_.ListLedgers(tenant, after, limits);
}

absl::StatusOr<std::vector<KnownDebt>> FailingPortfolio::FindDebts(
    TenantId tenant, std::span<const DebtReference> references) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Portfolio.FindDebts"));
  return portfolio_.FindDebts(tenant, references);
}

absl::StatusOr<DuePage> FailingPortfolio::FindDueDebts(TenantId tenant, const DueSearch& search) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Portfolio.FindDueDebts"));
  return portfolio_.FindDueDebts(tenant, search);
}

absl::StatusOr<std::optional<StoredAnswer>> FailingGivenAnswers::Find(TenantId tenant,
                                                                      const RequestKey& key) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("GivenAnswers.Find"));
  return answers_.Find(tenant, key);
}

absl::StatusOr<int> FailingGivenAnswers::Prune(TenantId tenant, absl::Time before, int most) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("GivenAnswers.Prune"));
  return answers_.Prune(tenant, before, most);
}

absl::StatusOr<std::vector<TenantId>> FailingAuditRecords::Tenants() {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("AuditRecords.Tenants"));
  return records_.Tenants();
}

absl::StatusOr<AuditDigest> FailingAuditRecords::DigestNow(TenantId tenant) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("AuditRecords.DigestNow"));
  return records_.DigestNow(tenant);
}

absl::StatusOr<AuditDigest> FailingAuditRecords::DigestAt(TenantId tenant,
                                                          const std::string& position) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("AuditRecords.DigestAt"));
  return records_.DigestAt(tenant, position);
}

absl::StatusOr<std::vector<AuditChain>> FailingAuditRecords::ChainsAfter(
    TenantId tenant, const std::optional<DebtorId>& after, int most) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("AuditRecords.ChainsAfter"));
  return records_.ChainsAfter(tenant, after, most);
}

}  // namespace parley
