// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ADAPTERS_GRPC_REQUESTS_H_
#define PARLEY_TESTS_ADAPTERS_GRPC_REQUESTS_H_

#include <cstdint>
#include <string>

#include "domain/common/id.h"
#include "domain/debt/debt.h"
#include "parley/v1/creditor_service.pb.h"
#include "parley/v1/debt_service.pb.h"
#include "parley/v1/debtor_service.pb.h"
#include "tests/support/memory/world.h"

namespace parley {

// Requests that are fine as they are; a test changes what it is about. Numbers make request ids.
std::string RequestIdText(std::uint64_t number);

std::string NameOfDebtor(DebtorId debtor);
std::string NameOfDebt(const Debt& debt);
std::string NameOfCreditor(CreditorId creditor);

v1::CreateCreditorRequest ACreateCreditor(const std::string& code, std::uint64_t request = 1);
v1::CreateDebtorRequest ACreateDebtor(const std::string& external_ref, std::uint64_t request = 1);
// Of 100.00 EUR, opened on 2026-01-01.
v1::PlaceDebtRequest APlaceDebt(const World& world, DebtorId debtor, const std::string& ref,
                                std::uint64_t request = 1);
// One payment of 10.00 EUR.
v1::PostEntriesRequest APostEntries(const Debt& debt, const std::string& ref,
                                    std::uint64_t request = 1);

}  // namespace parley

#endif  // PARLEY_TESTS_ADAPTERS_GRPC_REQUESTS_H_
