// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_APPLICATION_PAYMENTS_PAYER_H_
#define PARLEY_TESTS_APPLICATION_PAYMENTS_PAYER_H_

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/support/memory/world.h"

namespace parley {

// A debtor who owes 1000.00, 2000.00 and 3000.00 EUR, the oldest debt first.
class Payer : public ::testing::Test {
 public:
  Payer();

  Debt PlaceSince(const std::string& external_ref, std::string_view default_date,
                  std::int64_t principal);
  // 365.00 USD that bear 5 % since 2026-01-01: 0.05 a day.
  Debt PlaceBearing(const std::string& external_ref);

  PostPayment::Command PaymentOf(const std::string& external_ref, std::int64_t minor_units,
                                 std::string_view value_date = "2026-02-01") const;
  absl::StatusOr<Payment> Pay(const PostPayment::Command& command);
  // All that is owed, in one payment "ALL".
  void PayAll();

  AnnouncePayment::Command Announcement(const std::string& external_ref,
                                        std::int64_t minor_units) const;
  absl::StatusOr<Payment> Announce(const AnnouncePayment::Command& command);
  absl::StatusOr<Payment> Announce(const std::string& external_ref, std::int64_t minor_units) {
    return Announce(Announcement(external_ref, minor_units));
  }
  absl::StatusOr<Payment> SettleIt(const Payment& payment, std::int64_t minor_units);
  absl::StatusOr<Payment> Return(const Payment& payment);

  absl::Status WriteOffAll(const Debt& debt);

  // Status, position and accrued figures of the three debts, as text.
  std::string State();
  // What is not sound in their ledgers.
  std::vector<std::string> Findings();
  std::vector<EventType> EventsSince(std::size_t count);

  World world;
  Debtor debtor = world.MakeDebtor("D-1");
  Debt youngest = PlaceSince("L-3", "2024-03-01", 300'000);
  Debt old = PlaceSince("L-1", "2022-03-01", 100'000);
  Debt young = PlaceSince("L-2", "2023-03-01", 200'000);
};

}  // namespace parley

#endif  // PARLEY_TESTS_APPLICATION_PAYMENTS_PAYER_H_
