// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/origin.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace parley {
namespace {

constexpr Day kToday = Day(2026, 11, 22);
constexpr Day kTomorrow = Day(2026, 11, 23);

Transfer ATransfer(Day date) {
  return {.from_party = "Example Bank", .to_party = "Example Lending Ltd", .transfer_date = date};
}

Origin AnOrigin() {
  Origin origin;
  origin.original_creditor = "Example Bank";
  origin.product = "Credit card";
  return origin;
}

std::vector<Violation> Check(const Origin& origin) {
  Violations violations;
  CheckOrigin(origin, kToday, "debt.origin", violations);
  return violations.all();
}

TEST(CheckOrigin, FindsNothingInASoundOne) {
  EXPECT_TRUE(Check(AnOrigin()).empty());
  Origin origin = AnOrigin();
  origin.agreement_reference = SensitiveText(std::string(200, '1'));
  origin.language = "es-MX";
  origin.agreement_date = origin.default_date = origin.last_payment_date = kToday;
  origin.charge_off = ChargeOff{kToday, 0};
  origin.transfers = {ATransfer(Day(2026, 1, 1)), ATransfer(Day(2026, 1, 1)), ATransfer(kToday)};
  origin.transfers[0].notice_date = kToday;
  EXPECT_TRUE(Check(origin).empty());
}

TEST(CheckOrigin, TellsEverythingAtOnceWithItsPath) {
  Origin origin;
  origin.original_creditor = "Example\nBank";
  origin.agreement_reference = SensitiveText(std::string(201, '1'));
  origin.language = "Spanish, please";
  origin.agreement_date = kTomorrow;
  origin.default_date = kTomorrow;
  origin.last_payment_date = kTomorrow;
  origin.charge_off = ChargeOff{kTomorrow, -1};
  origin.transfers = {ATransfer(kToday), ATransfer(Day(2026, 11, 21)), ATransfer(kTomorrow)};
  origin.transfers[1].from_party = "";
  origin.transfers[1].to_party = "\xFF";
  origin.transfers[2].notice_date = kTomorrow;
  EXPECT_EQ(Check(origin), (std::vector<Violation>{
                               {"debt.origin.original_creditor", Fault::kControlCharacter},
                               {"debt.origin.product", Fault::kRequired},
                               {"debt.origin.agreement_reference", Fault::kTooLong},
                               {"debt.origin.agreement_date", Fault::kDateInFuture},
                               {"debt.origin.language_code", Fault::kLanguageMalformed},
                               {"debt.origin.default_date", Fault::kDateInFuture},
                               {"debt.origin.last_payment_date", Fault::kDateInFuture},
                               {"debt.origin.charge_off.date", Fault::kDateInFuture},
                               {"debt.origin.charge_off.amount", Fault::kNegative},
                               {"debt.origin.transfers[1].from_party", Fault::kRequired},
                               {"debt.origin.transfers[1].to_party", Fault::kNotUtf8},
                               {"debt.origin.transfers[1].transfer_date", Fault::kDateOrder},
                               {"debt.origin.transfers[2].transfer_date", Fault::kDateInFuture},
                               {"debt.origin.transfers[2].notice_date", Fault::kDateInFuture},
                           }));
}

TEST(CheckOrigin, LimitsTextsTo200Bytes) {
  Origin origin = AnOrigin();
  origin.original_creditor = origin.product = std::string(200, 'n');
  EXPECT_TRUE(Check(origin).empty());
  origin.original_creditor = origin.product = std::string(201, 'n');
  origin.transfers = {ATransfer(kToday)};
  origin.transfers[0].from_party = origin.transfers[0].to_party = std::string(201, 'n');
  EXPECT_EQ(Check(origin), (std::vector<Violation>{
                               {"debt.origin.original_creditor", Fault::kTooLong},
                               {"debt.origin.product", Fault::kTooLong},
                               {"debt.origin.transfers[0].from_party", Fault::kTooLong},
                               {"debt.origin.transfers[0].to_party", Fault::kTooLong},
                           }));
}

TEST(CheckOrigin, TakesAtMost50Transfers) {
  Origin origin = AnOrigin();
  origin.transfers.assign(50, ATransfer(kToday));
  EXPECT_TRUE(Check(origin).empty());
  origin.transfers.push_back(ATransfer(kToday));
  EXPECT_EQ(Check(origin), (std::vector<Violation>{{"debt.origin.transfers", Fault::kTooLong}}));
}

}  // namespace
}  // namespace parley
