// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

constexpr std::int64_t kFivePercent = 500'000'000;

void SetMoney(v1::Money& money, std::int64_t minor_units, const std::string& currency_code) {
  money.set_minor_units(minor_units);
  money.set_currency_code(currency_code);
}

template <typename Message>
void SetOrder(Message& message, std::initializer_list<v1::Bucket> order) {
  message.clear_allocation_order();
  for (const v1::Bucket bucket : order) message.add_allocation_order(bucket);
}

void PrincipalFirst(auto& message) {
  SetOrder(message, {v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES, v1::BUCKET_COSTS,
                     v1::BUCKET_PENALTY});
}

// One of each.
v1::CreditorSettings SomeSettings() {
  v1::CreditorSettings out;
  PrincipalFirst(out);
  v1::RegionOrder& region = *out.add_region_orders();
  region.set_region("AT");
  SetOrder(region, {v1::BUCKET_COSTS, v1::BUCKET_INTEREST, v1::BUCKET_PRINCIPAL, v1::BUCKET_FEES,
                    v1::BUCKET_PENALTY});
  v1::InterestDefault& interest = *out.add_interest_defaults();
  interest.set_currency_code("EUR");
  v1::InterestTerms& terms = *interest.mutable_terms();
  terms.set_rule("house-rate");
  terms.set_version(2);
  terms.set_basis("General terms, section 12");
  terms.set_day_count(v1::DAY_COUNT_ACT_365F);
  terms.set_base(v1::INTEREST_BASE_PRINCIPAL);
  terms.set_posting(v1::INTEREST_POSTING_MONTH_END);
  v1::RateChange& rate = *terms.add_rates();
  rate.set_from_date("2020-01-01");
  rate.set_rate_e10(kFivePercent);
  SetMoney(*terms.mutable_cap(), 5'000, "EUR");
  v1::FeeRule& rule = *out.add_fee_rules();
  rule.set_id("late-fee");
  rule.set_version(1);
  rule.set_basis("General terms, section 14");
  rule.set_enabled(true);
  rule.add_causes(v1::FEE_CAUSE_LATE_PAYMENT);
  SetMoney(*rule.add_most(), 500, "EUR");
  SetMoney(*out.add_small_balance_floors(), 700, "JPY");
  out.set_change_notice_days(30);
  SetMoney(*out.add_approval_above(), 10'000, "EUR");
  return out;
}

class Settings : public ::testing::Test {
 public:
  Reply Update(const v1::CreditorSettings& settings, std::uint64_t request = 1) {
    v1::UpdateCreditorRequest update;
    update.mutable_creditor()->set_name(name_);
    *update.mutable_creditor()->mutable_settings() = settings;
    update.mutable_update_mask()->add_paths("settings");
    update.set_request_id(RequestIdText(request));
    return served_.Call("CreditorService/UpdateCreditor", update);
  }

  v1::Debt Place(const std::string& ref, std::uint64_t request) {
    return served_
        .Call("DebtService/PlaceDebt", APlaceDebt(served_.world, debtor_.id, ref, request))
        .As<v1::Debt>();
  }

  v1::SettingExplanation Explain(const std::string& name, v1::SettingKind setting) {
    v1::ExplainSettingRequest request;
    request.set_name(name);
    request.set_setting(setting);
    return served_.Call("CreditorService/ExplainSetting", request).As<v1::SettingExplanation>();
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
  std::string name_ = NameOfCreditor(served_.world.creditor.id);
};

TEST_F(Settings, OfACreditorAreToldAsTheyWereSet) {
  v1::CreateCreditorRequest create = ACreateCreditor("shop", 9);
  *create.mutable_creditor()->mutable_settings() = SomeSettings();
  const Reply created = served_.Call("CreditorService/CreateCreditor", create);
  ASSERT_TRUE(created.status.ok()) << created.status.error_message();
  EXPECT_EQ(created.As<v1::Creditor>().settings().SerializeAsString(),
            SomeSettings().SerializeAsString());
  v1::GetCreditorRequest get;
  get.set_name(created.As<v1::Creditor>().name());
  EXPECT_EQ(served_.Call("CreditorService/GetCreditor", get).bytes, created.bytes);
}

TEST_F(Settings, AreReplacedWholeAndOnlyWhenTheMaskNamesThem) {
  EXPECT_EQ(Update(SomeSettings()).As<v1::Creditor>().settings().SerializeAsString(),
            SomeSettings().SerializeAsString());
  v1::UpdateCreditorRequest rename;
  rename.mutable_creditor()->set_name(name_);
  rename.mutable_creditor()->set_display_name("Example Bank II");
  rename.set_request_id(RequestIdText(2));
  EXPECT_TRUE(
      served_.Call("CreditorService/UpdateCreditor", rename).As<v1::Creditor>().has_settings());
  EXPECT_FALSE(Update({}, 3).As<v1::Creditor>().has_settings());
}

TEST_F(Settings, AreRefusedWithEachFault) {
  v1::CreditorSettings settings = SomeSettings();
  settings.add_allocation_order(v1::BUCKET_PRINCIPAL);
  settings.mutable_region_orders(0)->set_region("Austria");
  settings.mutable_region_orders(0)->mutable_allocation_order()->RemoveLast();
  v1::InterestTerms& terms = *settings.mutable_interest_defaults(0)->mutable_terms();
  terms.set_interest_from_date("2026-01-01");
  terms.mutable_cap()->set_currency_code("USD");
  *terms.add_rates() = terms.rates(0);
  v1::FeeRule& rule = *settings.mutable_fee_rules(0);
  rule.clear_basis();
  rule.add_causes(v1::FEE_CAUSE_UNSPECIFIED);
  SetMoney(*rule.add_most(), 1, "EURO");
  SetMoney(*settings.add_small_balance_floors(), -1, "EUR");
  settings.set_change_notice_days(367);
  SetMoney(*settings.add_approval_above(), 1, "EUR");
  EXPECT_THAT(
      Update(settings).violations(),
      UnorderedElementsAre(
          Pair("creditor.settings.allocation_order", "BUCKET_MISSING"),
          Pair("creditor.settings.region_orders[0].region", "REGION_MALFORMED"),
          Pair("creditor.settings.region_orders[0].allocation_order", "BUCKET_MISSING"),
          Pair("creditor.settings.interest_defaults[0].terms.interest_from_date", "UNKNOWN_VALUE"),
          Pair("creditor.settings.interest_defaults[0].terms.cap.currency_code",
               "CURRENCY_MISMATCH"),
          Pair("creditor.settings.interest_defaults[0].terms.rates[1].from_date", "RATES_OVERLAP"),
          Pair("creditor.settings.fee_rules[0].basis", "REQUIRED"),
          Pair("creditor.settings.fee_rules[0].causes[1]", "REQUIRED"),
          Pair("creditor.settings.fee_rules[0].most[1].currency_code", "CURRENCY_UNKNOWN"),
          Pair("creditor.settings.small_balance_floors[1].minor_units", "NEGATIVE"),
          Pair("creditor.settings.change_notice_days", "OUT_OF_RANGE"),
          Pair("creditor.settings.approval_above[1].currency_code", "DUPLICATE")));
}

TEST_F(Settings, ApplyToDebtsThatArePlacedLaterAndToNoOthers) {
  const v1::Debt before = Place("loan-1", 1);
  ASSERT_TRUE(Update(SomeSettings(), 2).status.ok());
  const v1::Debt after = Place("loan-2", 3);
  EXPECT_EQ(after.allocation_order(0), v1::BUCKET_PRINCIPAL);
  EXPECT_EQ(after.allocation_order_level(), v1::SETTING_LEVEL_CREDITOR);
  EXPECT_EQ(after.interest_terms_level(), v1::SETTING_LEVEL_CREDITOR);
  EXPECT_EQ(after.interest_terms().rule(), "house-rate");
  // The rate of 2020 is in force when the debt opens.
  EXPECT_EQ(after.interest_terms().interest_from_date(), "2026-01-01");
  EXPECT_EQ(after.interest_terms().rates(0).from_date(), "2026-01-01");
  v1::GetDebtRequest get;
  get.set_name(before.name());
  const auto still = served_.Call("DebtService/GetDebt", get).As<v1::Debt>();
  EXPECT_EQ(still.allocation_order(0), v1::BUCKET_FEES);
  EXPECT_FALSE(still.has_interest_terms());
  EXPECT_EQ(still.interest_terms_level(), v1::SETTING_LEVEL_SYSTEM);
  // The placement says nothing of terms, so it is the same again.
  EXPECT_EQ(Place("loan-1", 4).name(), before.name());
}

TEST_F(Settings, DependOnTheDebtorsRegion) {
  ASSERT_TRUE(Update(SomeSettings()).status.ok());
  v1::CreateDebtorRequest create = ACreateDebtor("customer-2", 2);
  create.mutable_debtor()->set_region("AT");
  const auto austrian = served_.Call("DebtorService/CreateDebtor", create).As<v1::Debtor>();
  v1::PlaceDebtRequest place = APlaceDebt(served_.world, debtor_.id, "loan-1", 3);
  place.set_parent(austrian.name());
  EXPECT_EQ(served_.Call("DebtService/PlaceDebt", place).As<v1::Debt>().allocation_order(0),
            v1::BUCKET_COSTS);
}

TEST_F(Settings, AreExplainedForACreditor) {
  const auto untouched = Explain(name_, v1::SETTING_KIND_ALLOCATION_ORDER);
  EXPECT_EQ(untouched.level(), v1::SETTING_LEVEL_SYSTEM);
  EXPECT_EQ(untouched.source(), "");
  EXPECT_EQ(untouched.value().allocation_order(0), v1::BUCKET_FEES);
  EXPECT_EQ(
      Explain(name_, v1::SETTING_KIND_SMALL_BALANCE_FLOOR).value().small_balance_floors_size(), 3);
  ASSERT_TRUE(Update(SomeSettings()).status.ok());
  for (const v1::SettingKind kind :
       {v1::SETTING_KIND_ALLOCATION_ORDER, v1::SETTING_KIND_INTEREST_TERMS,
        v1::SETTING_KIND_FEE_RULES, v1::SETTING_KIND_SMALL_BALANCE_FLOOR,
        v1::SETTING_KIND_CHANGE_NOTICE_DAYS, v1::SETTING_KIND_APPROVAL_ABOVE}) {
    const auto told = Explain(name_, kind);
    EXPECT_EQ(told.setting(), kind);
    EXPECT_EQ(told.level(), v1::SETTING_LEVEL_CREDITOR) << kind;
    EXPECT_EQ(told.source(), name_) << kind;
  }
  EXPECT_EQ(Explain(name_, v1::SETTING_KIND_CHANGE_NOTICE_DAYS).value().change_notice_days(), 30);
  EXPECT_EQ(Explain(name_, v1::SETTING_KIND_FEE_RULES).value().fee_rules(0).id(), "late-fee");
  EXPECT_EQ(
      Explain(name_, v1::SETTING_KIND_SMALL_BALANCE_FLOOR).value().small_balance_floors_size(), 4);
}

TEST_F(Settings, AreExplainedForADebt) {
  ASSERT_TRUE(Update(SomeSettings()).status.ok());
  v1::PlaceDebtRequest place = APlaceDebt(served_.world, debtor_.id, "loan-1", 2);
  PrincipalFirst(*place.mutable_debt());
  const std::string debt = served_.Call("DebtService/PlaceDebt", place).As<v1::Debt>().name();
  const auto order = Explain(debt, v1::SETTING_KIND_ALLOCATION_ORDER);
  EXPECT_EQ(order.level(), v1::SETTING_LEVEL_DEBT);
  EXPECT_EQ(order.source(), debt);
  EXPECT_EQ(order.value().allocation_order(0), v1::BUCKET_PRINCIPAL);
  const auto interest = Explain(debt, v1::SETTING_KIND_INTEREST_TERMS);
  EXPECT_EQ(interest.level(), v1::SETTING_LEVEL_CREDITOR);
  EXPECT_EQ(interest.source(), name_);
  EXPECT_EQ(interest.interest_terms().rule(), "house-rate");
  // Amounts are told in the debt's currency.
  const auto floor = Explain(debt, v1::SETTING_KIND_SMALL_BALANCE_FLOOR);
  EXPECT_EQ(floor.level(), v1::SETTING_LEVEL_SYSTEM);
  ASSERT_EQ(floor.value().small_balance_floors_size(), 1);
  EXPECT_EQ(floor.value().small_balance_floors(0).minor_units(), 500);
  EXPECT_EQ(Explain(debt, v1::SETTING_KIND_APPROVAL_ABOVE).value().approval_above(0).minor_units(),
            10'000);
  EXPECT_EQ(Explain(debt, v1::SETTING_KIND_FEE_RULES).level(), v1::SETTING_LEVEL_CREDITOR);
}

TEST_F(Settings, OfNobodyAreNotFound) {
  v1::ExplainSettingRequest request;
  request.set_setting(v1::SETTING_KIND_FEE_RULES);
  request.set_name(NameOfCreditor(NumberedId<CreditorId>(77)));
  EXPECT_EQ(served_.Call("CreditorService/ExplainSetting", request).reason(), "CREDITOR_NOT_FOUND");
  request.set_name(NameOfDebtor(debtor_.id) + "/debts/" + NumberedUuid(77).ToString());
  EXPECT_EQ(served_.Call("CreditorService/ExplainSetting", request).reason(), "DEBT_NOT_FOUND");
  request.set_name(NameOfDebtor(debtor_.id));
  EXPECT_THAT(served_.Call("CreditorService/ExplainSetting", request).violations(),
              ElementsAre(Pair("name", "MALFORMED")));
}

// ---- Fees. ----

v1::PostEntriesRequest AFee(const std::string& debt, const std::string& ref,
                            std::uint64_t request) {
  v1::PostEntriesRequest out = APostEntries(ADebt(), ref, request);
  out.set_name(debt);
  v1::NewEntry& entry = *out.mutable_entries(0);
  entry.set_kind(v1::ENTRY_KIND_FEE);
  entry.mutable_amount()->set_minor_units(500);
  entry.mutable_fee()->set_rule("late-fee");
  entry.mutable_fee()->set_cause(v1::FEE_CAUSE_LATE_PAYMENT);
  entry.mutable_fee()->set_cause_ref("bill-7");
  return out;
}

class Fees : public Settings {
 public:
  void SetUp() override {
    ASSERT_TRUE(Update(SomeSettings(), 100).status.ok());
    debt_ = Place("loan-1", 101).name();
  }
  Reply Post(const v1::PostEntriesRequest& request) {
    return served_.Call("DebtService/PostEntries", request);
  }

  std::string debt_;
};

TEST_F(Fees, TellTheirRuleAndTheirCause) {
  const Reply reply = Post(AFee(debt_, "fee-1", 1));
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto posted = reply.As<v1::PostEntriesResponse>();
  const v1::Entry& entry = posted.entries(0);
  EXPECT_EQ(entry.kind(), v1::ENTRY_KIND_FEE);
  EXPECT_EQ(entry.fee().rule(), "late-fee");
  EXPECT_EQ(entry.fee().version(), 1);
  EXPECT_EQ(entry.fee().basis(), "General terms, section 14");
  EXPECT_EQ(entry.fee().cause(), v1::FEE_CAUSE_LATE_PAYMENT);
  EXPECT_EQ(entry.fee().cause_ref(), "bill-7");
  EXPECT_EQ(entry.postings(0).account(), v1::ACCOUNT_FEES);
  // The same once more is the same fee.
  EXPECT_EQ(Post(AFee(debt_, "fee-1", 2)).As<v1::PostEntriesResponse>().entries(0).name(),
            entry.name());
}

TEST_F(Fees, AreRefusedByTheRuleWithAReasonEach) {
  v1::PostEntriesRequest unknown = AFee(debt_, "fee-1", 1);
  unknown.mutable_entries(0)->mutable_fee()->set_rule("no-rule");
  EXPECT_EQ(Post(unknown).reason(), "FEE_NOT_ALLOWED");
  v1::PostEntriesRequest contact = AFee(debt_, "fee-1", 1);
  contact.mutable_entries(0)->mutable_fee()->set_cause(v1::FEE_CAUSE_CONTACT);
  EXPECT_EQ(Post(contact).reason(), "FEE_CAUSE_NOT_COVERED");
  v1::PostEntriesRequest dear = AFee(debt_, "fee-1", 1);
  dear.mutable_entries(0)->mutable_amount()->set_minor_units(501);
  EXPECT_EQ(Post(dear).reason(), "FEE_ABOVE_RULE");
  ASSERT_TRUE(Post(AFee(debt_, "fee-1", 1)).status.ok());
  EXPECT_EQ(Post(AFee(debt_, "fee-2", 2)).reason(), "FEE_ALREADY_CHARGED");
}

TEST_F(Fees, AreReversed) {
  const auto posted = Post(AFee(debt_, "fee-1", 1)).As<v1::PostEntriesResponse>();
  v1::ReverseEntryRequest reverse;
  reverse.set_name(posted.entries(0).name());
  reverse.set_request_id(RequestIdText(2));
  const auto reversed =
      served_.Call("DebtService/ReverseEntry", reverse).As<v1::ReverseEntryResponse>();
  EXPECT_EQ(reversed.entry().fee().cause_ref(), "bill-7");
  for (const v1::BucketAmount& amount : reversed.debt().buckets()) {
    EXPECT_NE(amount.bucket(), v1::BUCKET_FEES);
  }
}

TEST_F(Fees, AreMalformedWithoutARuleOrACauseAndOnAnythingElse) {
  v1::PostEntriesRequest bare = AFee(debt_, "fee-1", 1);
  bare.mutable_entries(0)->clear_fee();
  EXPECT_THAT(Post(bare).violations(), ElementsAre(Pair("entries[0].fee", "REQUIRED")));
  v1::PostEntriesRequest empty = AFee(debt_, "fee-1", 1);
  empty.mutable_entries(0)->mutable_fee()->Clear();
  EXPECT_THAT(Post(empty).violations(),
              UnorderedElementsAre(Pair("entries[0].fee.rule", "REQUIRED"),
                                   Pair("entries[0].fee.cause", "REQUIRED"),
                                   Pair("entries[0].fee.cause_ref", "REQUIRED")));
  v1::PostEntriesRequest payment = AFee(debt_, "fee-1", 1);
  payment.mutable_entries(0)->set_kind(v1::ENTRY_KIND_PAYMENT);
  EXPECT_THAT(Post(payment).violations(), ElementsAre(Pair("entries[0].fee", "UNKNOWN_VALUE")));
}

}  // namespace
}  // namespace parley
