// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "adapters/crypto/wrapped_data_keys.h"
#include "tests/adapters/crypto/fixture.h"

namespace parley {
namespace {

const TenantId kTenant = *TenantId::Parse("018f0000-0000-7000-8000-000000000001");
const TenantId kOtherTenant = *TenantId::Parse("018f0000-0000-7000-8000-000000000002");
const DebtorId kDebtor = *DebtorId::Parse("018f0000-0000-7000-8000-00000000000a");
const DebtorId kOtherDebtor = *DebtorId::Parse("018f0000-0000-7000-8000-00000000000b");

TEST(WrappedDataKeys, OpenWhatTheySealed) {
  const WrappedDataKeys keys(KeyOf(1));
  const NewDataKey made = keys.Make(kTenant, kDebtor);
  const std::string sealed = made.key->Seal("Ada Example", "a place");
  EXPECT_EQ(sealed.find("Ada"), std::string::npos);
  EXPECT_EQ(keys.Unwrap(kTenant, kDebtor, made.wrapped)->Open(sealed, "a place"), "Ada Example");
}

TEST(WrappedDataKeys, SealTheSameTextInTwoWays) {
  const NewDataKey made = WrappedDataKeys(KeyOf(1)).Make(kTenant, kDebtor);
  EXPECT_NE(made.key->Seal("Ada", "here"), made.key->Seal("Ada", "here"));
}

TEST(WrappedDataKeys, AreEachADebtorsOwn) {
  const WrappedDataKeys keys(KeyOf(1));
  const NewDataKey one = keys.Make(kTenant, kDebtor);
  const NewDataKey other = keys.Make(kTenant, kOtherDebtor);
  EXPECT_EQ(other.key->Open(one.key->Seal("Ada", "here"), "here"), std::nullopt);
}

TEST(WrappedDataKeys, DoNotUnwrapForAnotherDebtorTenantOrKey) {
  const WrappedDataKeys keys(KeyOf(1));
  const std::string wrapped = keys.Make(kTenant, kDebtor).wrapped;
  EXPECT_EQ(keys.Unwrap(kTenant, kOtherDebtor, wrapped), nullptr);
  EXPECT_EQ(keys.Unwrap(kOtherTenant, kDebtor, wrapped), nullptr);
  EXPECT_EQ(WrappedDataKeys(KeyOf(2)).Unwrap(kTenant, kDebtor, wrapped), nullptr);
}

TEST(WrappedDataKeys, DoNotOpenInAnotherPlaceNorWhenChangedOrCut) {
  const NewDataKey made = WrappedDataKeys(KeyOf(1)).Make(kTenant, kDebtor);
  const std::string sealed = made.key->Seal("Ada", "here");
  EXPECT_EQ(made.key->Open(sealed, "there"), std::nullopt);
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string changed = sealed;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_EQ(made.key->Open(changed, "here"), std::nullopt) << at;
    EXPECT_EQ(made.key->Open(sealed.substr(0, at), "here"), std::nullopt) << at;
  }
  EXPECT_EQ(made.key->Open(sealed + "x", "here"), std::nullopt);
}

TEST(WrappedDataKeys, DoNotUnwrapWhatWasChangedOrCut) {
  const WrappedDataKeys keys(KeyOf(1));
  const std::string wrapped = keys.Make(kTenant, kDebtor).wrapped;
  for (std::size_t at = 0; at < wrapped.size(); ++at) {
    std::string changed = wrapped;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_EQ(keys.Unwrap(kTenant, kDebtor, changed), nullptr) << at;
    EXPECT_EQ(keys.Unwrap(kTenant, kDebtor, wrapped.substr(0, at)), nullptr) << at;
  }
  EXPECT_EQ(keys.Unwrap(kTenant, kDebtor, wrapped + "x"), nullptr);
}

// What rotation is: both keys are known for a while, and nothing but the wrapping changes.
TEST(WrappedDataKeys, AreWrappedAnewWithoutSealingAnew) {
  const WrappedDataKeys before(KeyOf(1));
  const NewDataKey made = before.Make(kTenant, kDebtor);
  const std::string sealed = made.key->Seal("Ada", "here");
  const WrappedDataKeys during(KeyOf(2), {KeyOf(1)});
  EXPECT_EQ(during.Unwrap(kTenant, kDebtor, made.wrapped)->Open(sealed, "here"), "Ada");
  EXPECT_TRUE(before.IsCurrent(made.wrapped));
  EXPECT_FALSE(during.IsCurrent(made.wrapped));
  const std::optional<std::string> anew = during.Rewrap(kTenant, kDebtor, made.wrapped);
  ASSERT_TRUE(anew.has_value());
  EXPECT_TRUE(during.IsCurrent(*anew));
  EXPECT_EQ(WrappedDataKeys(KeyOf(2)).Unwrap(kTenant, kDebtor, *anew)->Open(sealed, "here"), "Ada");
  EXPECT_EQ(before.Unwrap(kTenant, kDebtor, *anew), nullptr);
  EXPECT_EQ(during.Rewrap(kTenant, kOtherDebtor, made.wrapped), std::nullopt);
}

}  // namespace
}  // namespace parley
