// SPDX-License-Identifier: Apache-2.0
// A debt that bears interest, over the API alone: each figure is computed by hand beside it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;

constexpr std::int64_t kSevenPointThree = 730'000'000;  // 20 cents a day of 1000.00.
constexpr std::int64_t kHalf = 365'000'000;             // 10 cents a day of 1000.00.

class InterestStory : public ::testing::Test {
 public:
  template <typename Response>
  Response Call(const std::string& method, const google::protobuf::Message& request) {
    const Reply reply = served_.Call(method, request);
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<Response>();
  }

  std::string NextRequest() { return RequestIdText(++requests_); }

  // A creditor that charges at most 5.00 for a late payment, and tells of dearer terms 14 days
  // before.
  void SetUpCreditor() {
    v1::UpdateCreditorRequest update;
    update.mutable_creditor()->set_name(NameOfCreditor(served_.world.creditor.id));
    v1::CreditorSettings& settings = *update.mutable_creditor()->mutable_settings();
    settings.set_change_notice_days(14);
    v1::FeeRule& rule = *settings.add_fee_rules();
    rule.set_id("late-fee");
    rule.set_basis("General terms, section 14");
    rule.set_enabled(true);
    rule.add_most()->set_minor_units(500);
    rule.mutable_most(0)->set_currency_code("EUR");
    update.set_request_id(NextRequest());
    Call<v1::Creditor>("CreditorService/UpdateCreditor", update);
  }

  // 1000.00 since 2026-01-01, at 7.3 % a year over 365 days.
  void Place() {
    v1::PlaceDebtRequest place = APlaceDebt(served_.world, debtor_.id, "loan-1");
    place.mutable_opening(0)->set_minor_units(100'000);
    v1::InterestTerms& terms = *place.mutable_debt()->mutable_interest_terms();
    terms.set_rule("contract-rate");
    terms.set_basis("Section 4 of the contract");
    terms.set_day_count(v1::DAY_COUNT_ACT_365F);
    terms.set_base(v1::INTEREST_BASE_PRINCIPAL);
    terms.set_posting(v1::INTEREST_POSTING_MONTH_END);
    v1::RateChange& rate = *terms.add_rates();
    rate.set_from_date("2026-01-01");
    rate.set_rate_e10(kSevenPointThree);
    place.set_request_id(NextRequest());
    debt_ = Call<v1::Debt>("DebtService/PlaceDebt", place);
  }

  v1::PostEntriesRequest APosting(const std::string& ref, const std::string& day,
                                  std::int64_t minor_units) {
    v1::PostEntriesRequest post = APostEntries(ADebt(), ref);
    post.set_name(debt_.name());
    post.mutable_entries(0)->set_value_date(day);
    post.mutable_entries(0)->mutable_amount()->set_minor_units(minor_units);
    post.set_request_id(NextRequest());
    return post;
  }

  v1::Entry Post(const v1::PostEntriesRequest& post) {
    auto posted = Call<v1::PostEntriesResponse>("DebtService/PostEntries", post);
    debt_ = posted.debt();
    return posted.entries(0);
  }

  // What is owed, as "PRINCIPAL 90900".
  std::vector<std::string> Owed() const {
    std::vector<std::string> owed;
    for (const v1::BucketAmount& amount : debt_.buckets()) {
      owed.push_back(
          absl::StrCat(v1::Bucket_Name(amount.bucket()).substr(7), " ", amount.minor_units()));
    }
    return owed;
  }

  // The terms with another rate from a day on.
  v1::ChangeTermsRequest ARate(const std::string& from_date, std::int64_t rate_e10) {
    v1::ChangeTermsRequest change;
    change.set_name(debt_.name());
    *change.mutable_interest_terms() = debt_.interest_terms();
    v1::RateChange& rate = *change.mutable_interest_terms()->add_rates();
    rate.set_from_date(from_date);
    rate.set_rate_e10(rate_e10);
    change.set_request_id(NextRequest());
    return change;
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
  v1::Debt debt_;
  std::uint64_t requests_ = 0;
};

TEST_F(InterestStory, AddsUpToTheCent) {
  SetUpCreditor();
  Place();
  // January's 30 days after the first cost 30 x 0.20 = 6.00, and February's first 15 cost 3.00. The
  // payment of 100.00 pays 9.00 of interest and 91.00 of the principal.
  Post(APosting("payment-1", "2026-02-15", 10'000));
  EXPECT_THAT(Owed(), ElementsAre("PRINCIPAL 90900"));

  // The 13 days to the end of February cost 909.00 x 0.073 x 13 / 365 = 2.3634. With 9.00 it is
  // 11.3634, of which 9.00 is posted: 2.36. The fee bears no interest.
  v1::PostEntriesRequest fee = APosting("fee-1", "2026-03-10", 500);
  fee.mutable_entries(0)->set_kind(v1::ENTRY_KIND_FEE);
  fee.mutable_entries(0)->mutable_fee()->set_rule("late-fee");
  fee.mutable_entries(0)->mutable_fee()->set_cause(v1::FEE_CAUSE_LATE_PAYMENT);
  fee.mutable_entries(0)->mutable_fee()->set_cause_ref("instalment of March");
  EXPECT_EQ(Post(fee).fee().basis(), "General terms, section 14");
  EXPECT_THAT(Owed(), ElementsAre("PRINCIPAL 90900", "INTEREST 236", "FEES 500"));

  // Half the rate from the first of March on costs nobody more, so it may begin in the past.
  const auto changed =
      Call<v1::ChangeTermsResponse>("DebtService/ChangeTerms", ARate("2026-03-01", kHalf));
  debt_ = changed.debt();
  EXPECT_EQ(changed.notice().effective_date(), "2026-03-01");
  EXPECT_EQ(changed.notice().before().interest_terms().rates_size(), 1);
  EXPECT_EQ(debt_.interest_terms_level(), v1::SETTING_LEVEL_DEBT);

  // March's 31 days cost 909.00 x 0.0365 x 31 / 365 = 2.8179: 14.1813 less 11.36 is 2.82. April's
  // ten cost 0.909: 15.0903 less 14.18 is 0.91. So 5.00 of fees, 2.36 + 2.82 + 0.91 = 6.09 of
  // interest and 38.91 of the principal are paid.
  Post(APosting("payment-2", "2026-04-10", 5'000));
  EXPECT_THAT(Owed(), ElementsAre("PRINCIPAL 87009"));

  // A dearer rate waits for the days of notice.
  const std::string today = FormatDay(TestToday());
  const Reply refused = served_.Call("DebtService/ChangeTerms", ARate(today, kSevenPointThree));
  EXPECT_EQ(refused.reason(), "NOTICE_TOO_SHORT");
  const std::string later = FormatDay(TestToday() + 14);
  EXPECT_EQ(refused.metadata().at("earliest_date"), later);
  EXPECT_EQ(Call<v1::ChangeTermsResponse>("DebtService/ChangeTerms", ARate(later, kSevenPointThree))
                .notice()
                .effective_date(),
            later);

  v1::CheckInvariantsRequest check;
  check.set_name(debt_.name());
  EXPECT_EQ(Call<v1::CheckInvariantsResponse>("DebtService/CheckInvariants", check).findings_size(),
            0);
}

}  // namespace
}  // namespace parley
