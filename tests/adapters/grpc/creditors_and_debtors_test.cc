// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(CreateCreditor, AnswersWithWhatWasMade) {
  ServedWorld served;
  const Reply reply = served.Call("CreditorService/CreateCreditor", ACreateCreditor("shop"));
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto creditor = reply.As<v1::Creditor>();
  EXPECT_EQ(creditor.code(), "shop");
  EXPECT_EQ(creditor.time_zone(), "Europe/Vienna");
  EXPECT_EQ(creditor.create_time().seconds(), creditor.update_time().seconds());
  EXPECT_FALSE(creditor.etag().empty());
  v1::GetCreditorRequest get;
  get.set_name(creditor.name());
  EXPECT_EQ(served.Call("CreditorService/GetCreditor", get).bytes, reply.bytes);
}

TEST(CreateCreditor, TakesTheIdThatTheCallerChose) {
  ServedWorld served;
  v1::CreateCreditorRequest request = ACreateCreditor("shop");
  request.set_creditor_id(NumberedUuid(500).ToString());
  const auto made = served.Call("CreditorService/CreateCreditor", request).As<v1::Creditor>();
  EXPECT_EQ(made.name(), "creditors/" + NumberedUuid(500).ToString());
}

TEST(CreateCreditor, TellsOfEveryMalformedFieldAtOnce) {
  ServedWorld served;
  v1::CreateCreditorRequest request;
  request.mutable_creditor()->set_code("a b");
  request.mutable_creditor()->set_time_zone("Europe/Nowhere");
  request.mutable_creditor()->set_language_code("no language");
  request.set_creditor_id("7");
  const Reply reply = served.Call("CreditorService/CreateCreditor", request);
  EXPECT_EQ(reply.reason(), "FIELD_INVALID");
  EXPECT_THAT(reply.violations(),
              UnorderedElementsAre(
                  Pair("creditor.code", "MALFORMED"), Pair("creditor.display_name", "REQUIRED"),
                  Pair("creditor.time_zone", "TIME_ZONE_UNKNOWN"),
                  Pair("creditor.language_code", "LANGUAGE_MALFORMED"),
                  Pair("creditor_id", "MALFORMED"), Pair("request_id", "REQUIRED")));
}

TEST(CreateCreditor, IgnoresWhatOnlyTheServerSets) {
  ServedWorld served;
  v1::CreateCreditorRequest request = ACreateCreditor("shop");
  request.mutable_creditor()->mutable_create_time()->set_seconds(1);
  const Reply first = served.Call("CreditorService/CreateCreditor", request);
  EXPECT_NE(first.As<v1::Creditor>().create_time().seconds(), 1);
  // Nor does it make another request of it.
  request.mutable_creditor()->mutable_create_time()->set_seconds(2);
  EXPECT_EQ(served.Call("CreditorService/CreateCreditor", request).bytes, first.bytes);
}

TEST(UpdateCreditor, ChangesWhatTheMaskNames) {
  ServedWorld served;
  v1::UpdateCreditorRequest request;
  request.mutable_creditor()->set_name(NameOfCreditor(served.world.creditor.id));
  request.mutable_creditor()->set_display_name("New Name");
  request.mutable_creditor()->set_time_zone("Asia/Tokyo");
  request.mutable_update_mask()->add_paths("display_name");
  request.set_request_id(RequestIdText(1));
  const auto changed = served.Call("CreditorService/UpdateCreditor", request).As<v1::Creditor>();
  EXPECT_EQ(changed.display_name(), "New Name");
  EXPECT_EQ(changed.time_zone(), served.world.creditor.time_zone);
}

TEST(UpdateCreditor, GivesItALanguageAndTakesItAway) {
  ServedWorld served;
  v1::UpdateCreditorRequest request;
  request.mutable_creditor()->set_name(NameOfCreditor(served.world.creditor.id));
  request.mutable_creditor()->set_language_code("de-AT");
  request.set_request_id(RequestIdText(1));
  const auto german = served.Call("CreditorService/UpdateCreditor", request).As<v1::Creditor>();
  EXPECT_EQ(german.language_code(), "de-AT");
  EXPECT_EQ(german.time_zone(), served.world.creditor.time_zone);

  request.mutable_creditor()->set_language_code("_");
  request.set_request_id(RequestIdText(2));
  EXPECT_THAT(served.Call("CreditorService/UpdateCreditor", request).violations(),
              ElementsAre(Pair("creditor.language_code", "LANGUAGE_MALFORMED")));

  request.mutable_creditor()->clear_language_code();
  request.mutable_update_mask()->add_paths("language_code");
  request.set_request_id(RequestIdText(3));
  EXPECT_EQ(served.Call("CreditorService/UpdateCreditor", request).bytes.empty(), false);
  v1::GetCreditorRequest get;
  get.set_name(request.creditor().name());
  EXPECT_EQ(served.Call("CreditorService/GetCreditor", get).As<v1::Creditor>().language_code(), "");
}

TEST(UpdateCreditor, TellsWhichPathsOfTheMaskAreWrong) {
  ServedWorld served;
  v1::UpdateCreditorRequest request;
  request.mutable_creditor()->set_name(NameOfCreditor(served.world.creditor.id));
  for (const char* path : {"code", "create_time", "colour", "display_name"}) {
    request.mutable_update_mask()->add_paths(path);
  }
  request.set_request_id(RequestIdText(1));
  EXPECT_THAT(served.Call("CreditorService/UpdateCreditor", request).violations(),
              UnorderedElementsAre(Pair("update_mask.paths[0]", "IMMUTABLE"),
                                   Pair("update_mask.paths[1]", "OUTPUT_ONLY"),
                                   Pair("update_mask.paths[2]", "UNKNOWN_VALUE"),
                                   Pair("creditor.display_name", "REQUIRED")));
}

TEST(ListCreditors, FindsOneByItsCode) {
  ServedWorld served;
  served.world.MakeCreditor("shop");
  v1::ListCreditorsRequest request;
  request.set_filter("code = \"shop\"");
  const auto found =
      served.Call("CreditorService/ListCreditors", request).As<v1::ListCreditorsResponse>();
  ASSERT_EQ(found.creditors_size(), 1);
  EXPECT_EQ(found.creditors(0).code(), "shop");
  request.set_filter("name = \"shop\"");
  EXPECT_THAT(served.Call("CreditorService/ListCreditors", request).violations(),
              ElementsAre(Pair("filter", "FILTER_INVALID")));
}

TEST(Debtors, AreCreatedFoundAndChanged) {
  ServedWorld served;
  const Reply made = served.Call("DebtorService/CreateDebtor", ACreateDebtor("customer-1"));
  ASSERT_TRUE(made.status.ok()) << made.status.error_message();
  const auto debtor = made.As<v1::Debtor>();
  EXPECT_EQ(debtor.kind(), v1::DEBTOR_KIND_NATURAL_PERSON);
  EXPECT_EQ(debtor.revision(), 1);

  v1::LookUpDebtorRequest look_up;
  look_up.set_external_ref("customer-1");
  EXPECT_EQ(served.Call("DebtorService/LookUpDebtor", look_up).bytes, made.bytes);

  v1::UpdateDebtorRequest update;
  update.mutable_debtor()->set_name(debtor.name());
  update.mutable_debtor()->set_etag(debtor.etag());
  update.mutable_debtor()->set_language("es");
  update.set_request_id(RequestIdText(2));
  const auto changed = served.Call("DebtorService/UpdateDebtor", update).As<v1::Debtor>();
  EXPECT_EQ(changed.language(), "es");
  EXPECT_EQ(changed.display_name(), "Ana Ejemplo");
  EXPECT_NE(changed.etag(), debtor.etag());
}

TEST(Debtors, AreCleanedOfWhatAMaskNamesAndTheRequestLeavesOut) {
  ServedWorld served;
  v1::CreateDebtorRequest create = ACreateDebtor("customer-1");
  create.mutable_debtor()->set_language("es");
  const auto debtor = served.Call("DebtorService/CreateDebtor", create).As<v1::Debtor>();
  v1::UpdateDebtorRequest update;
  update.mutable_debtor()->set_name(debtor.name());
  update.mutable_update_mask()->add_paths("language");
  update.set_request_id(RequestIdText(2));
  EXPECT_EQ(served.Call("DebtorService/UpdateDebtor", update).As<v1::Debtor>().language(), "");
}

TEST(Debtors, AreNotChangedByAStaleEtag) {
  ServedWorld served;
  const Debtor debtor = served.world.MakeDebtor("customer-1");
  v1::UpdateDebtorRequest update;
  update.mutable_debtor()->set_name(NameOfDebtor(debtor.id));
  update.mutable_debtor()->set_language("es");
  update.set_request_id(RequestIdText(2));
  for (const char* etag : {"99", "abc", "01", "-1"}) {
    update.mutable_debtor()->set_etag(etag);
    const Reply reply = served.Call("DebtorService/UpdateDebtor", update);
    EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::ABORTED) << etag;
    EXPECT_EQ(reply.reason(), "ETAG_STALE");
  }
}

TEST(Debtors, TellOfEveryMalformedFieldAtOnce) {
  ServedWorld served;
  v1::CreateDebtorRequest request = ACreateDebtor("x");
  v1::Debtor& debtor = *request.mutable_debtor();
  debtor.set_display_name(std::string(201, 'x'));
  debtor.add_external_refs("x");
  debtor.set_birth_date("1981-13");
  debtor.set_language("deutsch!");
  debtor.set_region("austria");
  debtor.set_time_zone("Mars");
  debtor.set_kind(static_cast<v1::DebtorKind>(9));
  EXPECT_THAT(
      served.Call("DebtorService/CreateDebtor", request).violations(),
      UnorderedElementsAre(
          Pair("debtor.display_name", "TOO_LONG"), Pair("debtor.external_refs[1]", "DUPLICATE"),
          Pair("debtor.birth_date", "DATE_MALFORMED"),
          Pair("debtor.language", "LANGUAGE_MALFORMED"), Pair("debtor.region", "REGION_MALFORMED"),
          Pair("debtor.time_zone", "TIME_ZONE_UNKNOWN"), Pair("debtor.kind", "UNKNOWN_VALUE")));
}

TEST(Debtors, AreNotFoundUnderNamesThatNobodyHas) {
  ServedWorld served;
  v1::GetDebtorRequest get;
  get.set_name(NameOfDebtor(NumberedId<DebtorId>(77)));
  const Reply reply = served.Call("DebtorService/GetDebtor", get);
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(reply.reason(), "DEBTOR_NOT_FOUND");
  EXPECT_THAT(reply.violations(), IsEmpty());
  // The tenant's desk is no debtor.
  get.set_name(NameOfDebtor(DebtorId()));
  EXPECT_EQ(served.Call("DebtorService/GetDebtor", get).reason(), "FIELD_INVALID");
}

TEST(LookUpDebtor, NeedsAKey) {
  ServedWorld served;
  EXPECT_THAT(served.Call("DebtorService/LookUpDebtor", v1::LookUpDebtorRequest()).violations(),
              ElementsAre(Pair("key", "REQUIRED")));
  v1::LookUpDebtorRequest empty;
  empty.set_external_ref("");
  EXPECT_THAT(served.Call("DebtorService/LookUpDebtor", empty).violations(),
              ElementsAre(Pair("external_ref", "REQUIRED")));
  empty.set_external_ref("nobody");
  EXPECT_EQ(served.Call("DebtorService/LookUpDebtor", empty).reason(), "DEBTOR_NOT_FOUND");
}

}  // namespace
}  // namespace parley
