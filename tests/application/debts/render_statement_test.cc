// SPDX-License-Identifier: Apache-2.0
#include "application/debts/render_statement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "application/debts/statement_paper.h"
#include "tests/support/application/fake_papers.h"
#include "tests/support/application/sample_statement.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string TextOf(const SampleStatement& sample) {
  return FakeDocuments().PlainText(StatementPaper(sample.view(), KeyVoice()));
}

TEST(StatementPaper, TellsTheBalanceAndWhatItIsMadeOfFirst) {
  const std::string text = TextOf(AStatementOfHalfAYear());
  EXPECT_THAT(text, StartsWith("statement.title\n"
                               "statement.period(from=2026-01-01, to=2026-06-15)\n"
                               "statement.term.debtor: Greta Erfunden\n"
                               "statement.term.origin: Nowhere Card Company, credit card\n"
                               "statement.term.agreement: CARD 0000 0004\n"
                               "statement.term.reference: CARD-0004-2026\n"));
  const std::size_t figure = text.find("statement.figure.owed(day=2026-06-15)");
  const std::size_t parts = text.find("# statement.parts.heading");
  const std::size_t chart = text.find("# statement.chart.heading");
  const std::size_t movements = text.find("# statement.movements.heading");
  const std::size_t interest = text.find("# statement.interest.heading");
  const std::size_t rights = text.find("# statement.rights.heading");
  EXPECT_TRUE(figure < parts && parts < chart && chart < movements && movements < interest &&
              interest < rights && rights != std::string::npos)
      << text;
}

TEST(StatementPaper, TellsEachMovementWithItsReason) {
  const std::string text = TextOf(AStatementOfHalfAYear());
  EXPECT_THAT(text, HasSubstr("statement.kind.PAYMENT | statement.amount(amount=-100.00)"));
  EXPECT_THAT(text, HasSubstr("Returned by the bank. You pay nothing for that."));
  EXPECT_THAT(text, HasSubstr("statement.accrued("));
}

TEST(StatementPaper, TellsByWhichRulesInterestIsComputed) {
  const std::string text = TextOf(AStatementOfHalfAYear());
  EXPECT_THAT(text, AllOf(HasSubstr("basis=clause 7 of the agreement, rule=contract-interest"),
                          HasSubstr("statement.interest.frozen(from=2026-03-01, to=2026-03-14)"),
                          HasSubstr("statement.interest.cap(amount=500.00 EUR)"),
                          HasSubstr("statement.rate(percent=4.25)")));
  EXPECT_THAT(TextOf(AStatementOfPayments(1)), HasSubstr("statement.interest.none"));
}

TEST(StatementPaper, TellsOnceThatNoInterestBuildsUpUntilFurther) {
  SampleStatement sample = AStatementOfHalfAYear();
  sample.issued.journal.debt.rules.freezes = {{Day(2026, 5, 4), Day::max()},
                                              {Day(2026, 6, 1), Day::max()}};
  const std::string text = TextOf(sample);
  EXPECT_THAT(text, HasSubstr("statement.interest.frozen_since(from=2026-05-04)"));
  EXPECT_THAT(text, Not(HasSubstr("from=2026-06-01")));
}

TEST(StatementPaper, RepeatsTheNoticesOfChanges) {
  SampleStatement sample = AStatementOfHalfAYear();
  ChangeNotice notice;
  notice.given = Day(2026, 5, 2);
  notice.effective = Day(2026, 7, 1);
  notice.before = {kDefaultAllocationOrder, sample.issued.journal.debt.rules.interest};
  notice.after = notice.before;
  notice.after.interest->rates.push_back({Day(2026, 7, 1), 600'000'000});
  std::swap(notice.after.order[0], notice.after.order[4]);
  sample.issued.notices = {notice};
  EXPECT_THAT(TextOf(sample),
              HasSubstr("# statement.notices.heading\n"
                        "statement.notice.told(given=2026-05-02, effective=2026-07-01) "
                        "statement.notice.rate(day=2026-07-01, percent=6) "
                        "statement.notice.order(order=bucket.PRINCIPAL, bucket.COSTS, "
                        "bucket.PENALTY, bucket.INTEREST, bucket.FEES)\n"));
  notice.after.interest->cap = 1;
  sample.issued.notices = {notice};
  EXPECT_THAT(TextOf(sample), HasSubstr("statement.notice.terms"));
  notice.after.interest.reset();
  sample.issued.notices = {notice};
  EXPECT_THAT(TextOf(sample), HasSubstr("statement.interest.none"));
}

TEST(StatementPaper, SaysSoWhenNothingHappened) {
  const std::string text =
      TextOf(ForPeriod(AStatementOfHalfAYear(), {Day(2026, 2, 1), Day(2026, 2, 9)}));
  EXPECT_THAT(text,
              AllOf(HasSubstr("statement.movements.none"), HasSubstr("statement.meaning.same")));
}

TEST(StatementPaper, CallsMoneyThatIsHeldTheDebtors) {
  SampleStatement sample = AStatementOfPayments(1);
  sample.issued.statement.closing = Holding(2'510);
  EXPECT_THAT(TextOf(sample), AllOf(HasSubstr("statement.figure.held"),
                                    HasSubstr("statement.meaning.held(owed=0.00 EUR, held=25.10"),
                                    HasSubstr("statement.bucket.held")));
  sample.issued.statement.closing = Position();
  EXPECT_THAT(TextOf(sample), HasSubstr("statement.meaning.nothing"));
  sample.issued.statement.closing.written_off = 100;
  EXPECT_THAT(TextOf(sample), HasSubstr("statement.meaning.written_off"));
}

TEST(StatementPaper, SaysThatItIsOwedOnlyWhereNothingStandsAgainstIt) {
  SampleStatement sample = AStatementOfHalfAYear();
  sample.state = PlainState::kOnPlan;
  EXPECT_THAT(TextOf(sample),
              AllOf(HasSubstr("statement.figure.owed"), HasSubstr("statement.meaning.owed"),
                    Not(HasSubstr("state.O"))));
  for (const PlainState state :
       {PlainState::kDisputed, PlainState::kDisputedInPart, PlainState::kEstate,
        PlainState::kTakenBack, PlainState::kClosedTooOld, PlainState::kPaid}) {
    sample.state = state;
    EXPECT_THAT(TextOf(sample), AllOf(HasSubstr("statement.figure.balance(day=2026-06-15)"),
                                      HasSubstr(") state." + std::string(NameOf(state))),
                                      Not(HasSubstr("statement.meaning.owed"))));
  }
  sample.issued.statement.closing = Position();
  EXPECT_THAT(TextOf(sample), HasSubstr("statement.meaning.nothing"));
}

TEST(StatementPaper, ComparesWithWhatWasOwedBefore) {
  const SampleStatement sample = AStatementOfHalfAYear();
  EXPECT_THAT(TextOf(sample), HasSubstr("statement.meaning.less("));
  EXPECT_THAT(TextOf(ForPeriod(sample, {Day(2026, 2, 9), Day(2026, 2, 10)})),
              HasSubstr("statement.meaning.more("));
  EXPECT_THAT(TextOf(ForPeriod(sample, {Day(2025, 12, 31), Day(2026, 2, 10)})),
              AllOf(HasSubstr("statement.meaning.owed("), Not(HasSubstr("meaning.less"))));
}

class Rendering : public ::testing::Test {
 public:
  Rendering() : debt_(world_.Place(world_.MakeDebtor("customer-1"), "Loan 1/ß", 100'000)) {}

  RenderStatement::Query Query(DocumentFormat format) const {
    return {.statement = {.tenant = world_.tenant,
                          .debtor = debt_.debtor,
                          .debt = debt_.id,
                          .period = {Day(2026, 1, 1), Day(2026, 2, 28)},
                          .known_at = std::nullopt},
            .language_code = "",
            .format = format};
  }

  World world_;
  Debt debt_;
};

TEST_F(Rendering, NamesTheFileAfterTheDebtAndThePeriod) {
  const auto pdf = world_.app.render_statement.Handle(Query(DocumentFormat::kPdf)).value();
  EXPECT_THAT(pdf.content, StartsWith("%PDF"));
  EXPECT_EQ(pdf.content_type, "application/pdf");
  EXPECT_EQ(pdf.file_name, "statement-Loan-1----2026-01-01-2026-02-28.pdf");
  const auto text = world_.app.render_statement.Handle(Query(DocumentFormat::kText)).value();
  EXPECT_THAT(text.content, Not(StartsWith("%PDF")));
  EXPECT_EQ(text.content_type, "text/plain; charset=utf-8");
  EXPECT_EQ(text.file_name, "statement-Loan-1----2026-01-01-2026-02-28.txt");
}

TEST_F(Rendering, TellsWhereTheDebtStandsToday) {
  Hold dispute;
  dispute.type = HoldType::kDispute;
  dispute.debt = debt_.id;
  dispute.from = Day(2026, 1, 15);
  dispute.source = Secret("the person");
  ASSERT_TRUE(world_.PlaceAHold(debt_.debtor, dispute).ok());
  const auto text = world_.app.render_statement.Handle(Query(DocumentFormat::kText)).value();
  EXPECT_THAT(text.content, HasSubstr("state.DISPUTED"));
}

TEST_F(Rendering, RefusesADebtThatIsNotThere) {
  RenderStatement::Query query = Query(DocumentFormat::kPdf);
  query.statement.debt = NumberedId<DebtId>(404);
  EXPECT_THAT(world_.app.render_statement.Handle(query), IsRefused(Reason::kDebtNotFound));
}

}  // namespace
}  // namespace parley
