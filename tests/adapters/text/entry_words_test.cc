// SPDX-License-Identifier: Apache-2.0
// Every kind of entry, as it is told in each language.
#include "application/words/entry_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/adapters/text/told_ledger.h"

namespace parley {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr Day kMarch5(2026, 3, 5);

Buckets Owing(std::int64_t principal, std::int64_t interest = 0) {
  Buckets buckets;
  buckets[Bucket::kPrincipal] = principal;
  buckets[Bucket::kInterest] = interest;
  return buckets;
}

TEST(EntryWords, TellAnOpening) {
  const ToldLedger ledger("EUR", Owing(100'000, 5'000));
  const Entry& opening = ledger.last();
  EXPECT_EQ(ledger.Tell(opening),
            "This debt came to us with a balance of €1,050.00. It was made up of: principal "
            "€1,000.00, interest €50.00.");
  EXPECT_EQ(ledger.Tell(opening, "de"),
            "Diese Forderung kam mit einem Saldo von 1.050,00\u00a0€ zu uns. Er bestand aus: "
            "Hauptforderung 1.000,00\u00a0€, Zinsen 50,00\u00a0€.");
  EXPECT_EQ(ledger.Tell(Entry{}), "This debt came to us with nothing owed.");
  const ToldLedger held("EUR", Owing(-500));
  EXPECT_EQ(held.Tell(held.last()), "This debt came to us with €5.00 kept for you.");
}

TEST(EntryWords, TellHowAPaymentWasUsed) {
  ToldLedger ledger("EUR", Owing(4'000, 1'000));
  ledger.Post(EntryKind::kPayment, kMarch5, 6'000);
  EXPECT_EQ(ledger.Tell(ledger.last()),
            "We received a payment of €60.00. It was used like this: principal €40.00, interest "
            "€10.00, kept for you €10.00.");
  EXPECT_EQ(ledger.Tell(ledger.last(), "es"),
            "Recibimos un pago de 60,00\u00a0€. Se usó así: capital 40,00\u00a0€, intereses "
            "10,00\u00a0€, guardado para usted 10,00\u00a0€.");
}

TEST(EntryWords, TellWhatRaisesADebt) {
  ToldLedger ledger("EUR", Owing(-500));
  ledger.Post(EntryKind::kCharge, kMarch5, 2'000, Bucket::kCosts);
  EXPECT_EQ(ledger.Tell(ledger.last()),
            "€20.00 of costs was added. €5.00 of this was covered by money that we kept for you.");
  ledger.Post(EntryKind::kFee, kMarch5, 700);
  EXPECT_EQ(ledger.Tell(ledger.last()), "A fee of €7.00 was added.");
  EXPECT_EQ(ledger.Tell(ledger.last(), "fr"), "Des frais de 7,00\u00a0€ ont été ajoutés.");
}

TEST(EntryWords, TellTheRuleAndTheCauseOfAFee) {
  ToldLedger ledger("EUR", Owing(1'000));
  ledger.Post(EntryKind::kFee, kMarch5, 700);
  Entry fee = ledger.last();
  fee.fee = FeeDetail{.rule = "returns",
                      .version = 2,
                      .basis = "clause 7 of an invented contract",
                      .cause = FeeCause::kFailedPayment,
                      .cause_ref = "BANK-7"};
  EXPECT_EQ(ledger.Tell(fee),
            "A fee of €7.00 was added. The cause: a payment that did not arrive (BANK-7). Rule: "
            "returns, version 2. Basis: clause 7 of an invented contract.");
  for (int cause = 1; cause <= 6; ++cause) {
    fee.fee->cause = static_cast<FeeCause>(cause);
    for (const char* language : kLanguages) {
      EXPECT_THAT(ledger.Tell(fee, language), HasSubstr("(BANK-7)"));
    }
  }
}

TEST(EntryWords, TellWhatIsGivenUpAndPaidBack) {
  ToldLedger ledger("JPY", Owing(4'000));
  ledger.Post(EntryKind::kWaiver, kMarch5, 1'500, Bucket::kPrincipal);
  EXPECT_EQ(ledger.Tell(ledger.last()),
            "We cancelled JP¥1,500. You do not have to pay it. That is: principal JP¥1,500.");
  ledger.Post(EntryKind::kWriteOff, kMarch5, 500);
  EXPECT_EQ(ledger.Tell(ledger.last(), "de"),
            "Wir verlangen 500\u00a0¥ nicht mehr. Das sind: Hauptforderung 500\u00a0¥.");
  ledger.Post(EntryKind::kPayment, kMarch5, 3'000);
  EXPECT_THAT(ledger.Tell(ledger.last()), HasSubstr("what we no longer asked for JP¥500"));
  ledger.Post(EntryKind::kRefund, kMarch5, 500);
  EXPECT_EQ(ledger.Tell(ledger.last()), "We paid JP¥500 back to you.");
}

TEST(EntryWords, TellWhatAReversalUndoes) {
  ToldLedger ledger("KWD", Owing(4'000));
  ledger.Reverse(ledger.Post(EntryKind::kPayment, kMarch5, 1'500));
  EXPECT_EQ(ledger.Tell(ledger.last()),
            "This takes back the payment of KWD\u00a01.500 from 5\u00a0March\u00a02026. The "
            "balance rises by "
            "KWD\u00a01.500.");
  EXPECT_EQ(ledger.Tell(ledger.last(), "es"),
            "Esto anula el pago de 1,500\u00a0KWD del 5\u00a0de\u00a0marzo\u00a0de\u00a02026. El "
            "saldo sube "
            "1,500\u00a0KWD.");
  EXPECT_EQ(TellEntry(ledger.last(), nullptr, ledger.currency(), Words().In("en")),
            "This takes back an earlier entry of KWD\u00a01.500. The balance rises by "
            "KWD\u00a01.500.");
}

TEST(EntryWords, TellWhatACorrectionPutsRight) {
  ToldLedger ledger("EUR", Owing(100'000));
  ledger.Post(EntryKind::kPayment, Day(2026, 3, 20), 5'000);
  ledger.Post(EntryKind::kFee, kMarch5, 1'000);
  EXPECT_EQ(ledger.Tell(ledger.last(EntryKind::kCorrection)),
            "This puts right the payment from 20\u00a0March\u00a02026, because of something that "
            "we learnt "
            "later. The difference is: principal €10.00, fees -€10.00. The balance stays the "
            "same.");
}

TEST(EntryWords, TellHowACorrectionOfInterestCameAbout) {
  ToldLedger ledger("EUR", Owing(36'500), FivePercent());
  ledger.PostInterestThrough(Day(2026, 2, 28));
  ledger.Post(EntryKind::kPayment, Day(2026, 2, 14), 18'250);
  const std::string told = ledger.Tell(ledger.last(EntryKind::kCorrection));
  EXPECT_THAT(told, HasSubstr("This puts right the interest from 28\u00a0February\u00a02026"));
  EXPECT_THAT(
      told, HasSubstr("The interest was worked out again: 14 days from 15\u00a0February\u00a02026 "
                      "to 28\u00a0February\u00a02026 on "));
  EXPECT_THAT(told, HasSubstr(". Rounded: €0.35. "));
  EXPECT_THAT(told, HasSubstr("The balance falls by €"));
}

TEST(EntryWords, FillInEverythingInEveryLanguage) {
  ToldLedger ledger("EUR", Owing(36'500, 100), FivePercent());
  for (const Bucket bucket : kBuckets) ledger.Post(EntryKind::kCharge, kMarch5, 1'000, bucket);
  ledger.PostInterestThrough(Day(2026, 5, 31));
  ledger.Post(EntryKind::kCredit, Day(2026, 5, 10), 300);
  ledger.Reverse(ledger.Post(EntryKind::kPayment, Day(2026, 4, 10), 20'000));
  ledger.Post(EntryKind::kWaiver, Day(2026, 6, 1), 100, Bucket::kInterest);
  ledger.Post(EntryKind::kWriteOff, Day(2026, 6, 1), 100);
  ledger.Post(EntryKind::kPayment, Day(2026, 6, 2), 90'000);
  ledger.Post(EntryKind::kRefund, Day(2026, 6, 3), 100);
  ledger.Post(EntryKind::kFee, Day(2026, 6, 3), 100);
  for (const char* language : kLanguages) {
    for (const Entry& entry : ledger.journal()) {
      const std::string told = ledger.Tell(entry, language);
      EXPECT_THAT(told, Not(IsEmpty()));
      EXPECT_EQ(told.find_first_of("{}"), std::string::npos) << told;
      for (const char* group : {"entry.", "interest.", "part.", "bucket."}) {
        EXPECT_THAT(told, Not(HasSubstr(group))) << told;
      }
      EXPECT_FALSE(TellEntry(entry, nullptr, ledger.currency(), Words().In(language)).empty());
    }
  }
}

}  // namespace
}  // namespace parley
