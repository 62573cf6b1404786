// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/payments.h"

#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/sql_text.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kById = R"sql(
from payments p
where p.tenant_id = :tenant and p.debtor_id = :debtor and p.payment_id = :payment)sql";
constexpr Query kFind{kJoined<kSelect, kPaymentColumns, kById>, kPaymentWidth};

constexpr std::string_view kByReference = R"sql(
from payments p
where p.tenant_id = :tenant and p.debtor_id = :debtor and p.external_ref = :ref)sql";
constexpr Query kFindByReference{kJoined<kSelect, kPaymentColumns, kByReference>, kPaymentWidth};

constexpr std::string_view kAfter = R"sql(
from payments p
where p.tenant_id = :tenant and p.debtor_id = :debtor and p.payment_id > :after)sql";
constexpr std::string_view kInOrder = R"sql(
order by p.payment_id
limit :most::bigint)sql";
constexpr Query kList{kJoined<kSelect, kPaymentColumns, kAfter, kInOrder>, kPaymentWidth};
constexpr std::string_view kInState = R"sql( and p.state = :state::smallint)sql";
constexpr Query kListInState{kJoined<kSelect, kPaymentColumns, kAfter, kInState, kInOrder>,
                             kPaymentWidth};

constexpr std::string_view kOfState = R"sql(
from payments p
where p.tenant_id = :tenant and p.debtor_id = :debtor and p.state = :state::smallint
order by p.payment_id)sql";
constexpr Query kAnnounced{kJoined<kSelect, kPaymentColumns, kOfState>, kPaymentWidth};

std::vector<Argument> ArgumentsOf(TenantId tenant, DebtorId debtor, PaymentId payment) {
  return {{"tenant", tenant.ToString()},
          {"debtor", debtor.ToString()},
          {"payment", payment.ToString()}};
}

}  // namespace

absl::StatusOr<Payment> PostgresPayments::Find(DebtorId debtor, PaymentId id) {
  OneRow<Payment> found(Reason::kPaymentNotFound);
  return found.After(
      session_.Select(kFind, ArgumentsOf(records_.tenant, debtor, id),
                      [&](RowReader& row) { return found.Take(ReadPayment(records_, row)); }));
}

absl::StatusOr<std::optional<Payment>> PostgresPayments::FindByReference(
    DebtorId debtor, const std::string& external_ref) {
  ManyRows<Payment> rows;
  absl::StatusOr<std::vector<Payment>> found = rows.After(
      session_.Select(kFindByReference,
                      {{"tenant", records_.tenant.ToString()},
                       {"debtor", debtor.ToString()},
                       {"ref", external_ref}},
                      [&](RowReader& row) { return rows.Take(ReadPayment(records_, row)); }));
  if (!found.ok()) return std::move(found).status();
  if (found->empty()) return std::nullopt;
  return std::move(found->front());
}

absl::StatusOr<std::vector<Payment>> PostgresPayments::AnnouncedOf(DebtorId debtor) {
  ManyRows<Payment> found;
  return found.After(
      session_.Select(kAnnounced,
                      {{"tenant", records_.tenant.ToString()},
                       {"debtor", debtor.ToString()},
                       {"state", absl::StrCat(static_cast<int>(PaymentState::kAnnounced))}},
                      [&](RowReader& row) { return found.Take(ReadPayment(records_, row)); }));
}

absl::StatusOr<Payment> PostgresPaymentBook::GetPayment(TenantId tenant, DebtorId debtor,
                                                        PaymentId id) {
  const Records records{tenant, keys_};
  OneRow<Payment> found(Reason::kPaymentNotFound);
  return found.After(
      pool_.Read(tenant, kFind, ArgumentsOf(tenant, debtor, id),
                 [&](RowReader& row) { return found.Take(ReadPayment(records, row)); }));
}

absl::StatusOr<std::vector<Payment>> PostgresPaymentBook::ListPayments(TenantId tenant,
                                                                       const PaymentFilter& filter,
                                                                       PaymentId after, int most) {
  const Records records{tenant, keys_};
  std::vector<Argument> arguments = {{"tenant", tenant.ToString()},
                                     {"debtor", filter.debtor.ToString()},
                                     {"after", after.ToString()},
                                     {"most", absl::StrCat(most)}};
  if (filter.state.has_value()) {
    arguments.push_back({"state", absl::StrCat(static_cast<int>(*filter.state))});
  }
  ManyRows<Payment> found;
  return found.After(
      pool_.Read(tenant, filter.state.has_value() ? kListInState : kList, arguments,
                 [&](RowReader& row) { return found.Take(ReadPayment(records, row)); }));
}

}  // namespace parley::postgres
