// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "absl/strings/escaping.h"
#include "adapters/crypto/hkdf.h"
#include "adapters/crypto/hmac_blind_index.h"
#include "tests/adapters/crypto/fixture.h"

namespace parley {
namespace {

const TenantId kTenant = *TenantId::Parse("018f0000-0000-7000-8000-000000000001");
const TenantId kOther = *TenantId::Parse("018f0000-0000-7000-8000-000000000002");

std::string HexOf(const SecretKey& key) {
  return absl::BytesToHexString(std::string(key.Reveal().begin(), key.Reveal().end()));
}

TEST(HmacBlindIndex, GivesEqualValuesEqualDigests) {
  const HmacBlindIndex index(KeyOf(1));
  EXPECT_EQ(index.Of(kTenant, "phone", "+15550100001"), index.Of(kTenant, "phone", "+15550100001"));
  EXPECT_EQ(index.Of(kTenant, "phone", "+15550100001"),
            HmacBlindIndex(KeyOf(1)).Of(kTenant, "phone", "+15550100001"));
}

TEST(HmacBlindIndex, TellsKeysTenantsKindsAndValuesApart) {
  const HmacBlindIndex index(KeyOf(1));
  const std::set<Fingerprint> digests{
      index.Of(kTenant, "phone", "+15550100001"),
      HmacBlindIndex(KeyOf(2)).Of(kTenant, "phone", "+15550100001"),
      index.Of(kOther, "phone", "+15550100001"),
      index.Of(kTenant, "email", "+15550100001"),
      index.Of(kTenant, "phone", "+15550100002"),
      index.Of(kTenant, "phone+", "15550100001"),
      index.Of(kTenant, "phone", ""),
  };
  EXPECT_EQ(digests.size(), 7U);
}

// Who changes how a digest is made loses every person who was found by one.
TEST(HmacBlindIndex, IsTheOneThatDatabasesHold) {
  EXPECT_EQ(Hex(HmacBlindIndex(KeyOf(1)).Of(kTenant, "phone", "+15550100001")),
            "b71f620a363568c8d483067538376f4c76163fcffd9e0d616cfab3a57512960f");
}

// The test cases of RFC 5869 have keys of other sizes. This is what `openssl kdf` gives, and what
// follows from the RFC by HMAC alone.
TEST(Hkdf, IsThatOfTheStandard) {
  EXPECT_EQ(HexOf(Hkdf(KeyOf(0x0b)).Derive("a purpose")),
            "a05fb459e2161b921adafb65ace0506913b6efbb3a636d9f6f501bc73a86bda9");
}

TEST(Hkdf, GivesAKeyForEachPurpose) {
  const Hkdf hkdf(KeyOf(1));
  EXPECT_EQ(HexOf(hkdf.Derive("one")), HexOf(hkdf.Derive("one")));
  EXPECT_NE(HexOf(hkdf.Derive("one")), HexOf(hkdf.Derive("two")));
  EXPECT_NE(HexOf(hkdf.Derive("one")), HexOf(Hkdf(KeyOf(2)).Derive("one")));
}

}  // namespace
}  // namespace parley
