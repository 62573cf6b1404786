// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_REQUESTS_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_REQUESTS_H_

#include <cstdint>
#include <string>

#include "parley/v1/creditor_service.pb.h"
#include "parley/v1/debt_service.pb.h"
#include "parley/v1/debtor_service.pb.h"
#include "tests/system/support/connection.h"

namespace parley::system_test {

// Requests that are right as they stand, for a test to change what it is about. Each has a new
// request_id. Everybody and everything in them is invented.
v1::CreateCreditorRequest NewCreditor(const std::string& code);
v1::CreateDebtorRequest NewDebtor(const std::string& external_ref);
// A debt in EUR, itemised from 2026-01-31, with a principal in cents.
v1::PlaceDebtRequest NewDebt(const v1::Debtor& debtor, const v1::Creditor& creditor,
                             const std::string& external_ref, std::int64_t principal);

// Entries of 2026-02-15 in EUR.
v1::NewEntry ACharge(const std::string& external_ref, std::int64_t cents);
v1::NewEntry APayment(const std::string& external_ref, std::int64_t cents);
v1::PostEntriesRequest Posting(const std::string& debt, const v1::NewEntry& entry);

v1::ReverseEntryRequest Reversing(const std::string& entry);

// A debt that is placed, with those whom it concerns. Throws when the server refuses.
struct PlacedDebt {
  v1::Creditor creditor;
  v1::Debtor debtor;
  v1::Debt debt;
};
// `suffix` tells the references of one placed debt from another's.
PlacedDebt Place(const Connection& connection, const std::string& suffix,
                 std::int64_t principal = 100'000);

v1::GetDebtRequest Getting(const std::string& debt);

// The value of an answer that must be OK; throws when it is not.
template <typename T>
T Must(absl::StatusOr<T> answer) {
  if (!answer.ok()) throw std::runtime_error(answer.status().ToString());
  return *std::move(answer);
}

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_REQUESTS_H_
