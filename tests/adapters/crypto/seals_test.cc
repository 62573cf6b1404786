// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "adapters/crypto/aead_seals.h"
#include "adapters/crypto/base64url.h"
#include "adapters/crypto/hmac_audit_seal.h"
#include "adapters/crypto/sha256_fingerprints.h"
#include "rapidcheck/gtest.h"
#include "tests/adapters/crypto/fixture.h"

namespace parley {
namespace {

// FIPS 180-4's examples.
TEST(Sha256Fingerprints, AreThoseOfTheStandard) {
  const Sha256Fingerprints fingerprints;
  EXPECT_EQ(Hex(fingerprints.Of("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Hex(fingerprints.Of("")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Hex(fingerprints.Of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

// RFC 4231's first test case has a key of 20 bytes; HMAC pads keys with zeros, so that one of 32
// which ends in zeros is the same key.
TEST(HmacAuditSeal, IsThatOfTheStandard) {
  SecretKey::Bytes key{};
  std::fill_n(key.begin(), 20, std::uint8_t{0x0b});
  EXPECT_EQ(Hex(HmacAuditSeal(SecretKey(key)).Mac("Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
}

TEST(HmacAuditSeal, ChangesWithTheKeyAndWithTheContent) {
  const HmacAuditSeal seal(KeyOf(1));
  EXPECT_EQ(seal.Mac("a row"), seal.Mac("a row"));
  EXPECT_NE(seal.Mac("a row"), seal.Mac("a roW"));
  EXPECT_NE(seal.Mac("a row"), HmacAuditSeal(KeyOf(2)).Mac("a row"));
  EXPECT_NE(seal.Mac(""), Fingerprint{});
}

// The GCM specification's test case 13 is AES-256 under a key and a nonce of zeros over no text;
// its tag shows that what Open takes is GCM and nothing of our own.
TEST(AeadSeals, OpenWhatTheStandardSealed) {
  std::string tag_after_nonce(12, '\0');
  tag_after_nonce += "\x53\x0f\x8a\xfb\xc7\x45\x36\xb9\xa9\x63\xb4\xf1\xc4\xcb\x73\x8b";
  const std::string sealed = EncodeBase64Url(tag_after_nonce);
  EXPECT_EQ(AeadSeals(KeyOf(0)).Open(sealed, ""), "");
}

TEST(AeadSeals, NeverSealTheSameTextTheSameWay) {
  const AeadSeals seals(KeyOf(7));
  std::set<std::string> all;
  for (int i = 0; i < 100; ++i) all.insert(seals.Seal("page", "list"));
  EXPECT_EQ(all.size(), 100U);
}

TEST(AeadSeals, AreSafeInAUrl) {
  const std::string sealed = AeadSeals(KeyOf(7)).Seal(std::string(500, '\xff'), "list");
  EXPECT_EQ(sealed.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789-_"),
            std::string::npos);
}

TEST(AeadSeals, DoNotShowTheText) {
  const std::string sealed = AeadSeals(KeyOf(7)).Seal("ada.example", "list");
  EXPECT_EQ(DecodeBase64Url(sealed)->find("ada"), std::string::npos);
}

TEST(AeadSeals, DoNotOpenUnderAnotherKeyOrContext) {
  const AeadSeals seals(KeyOf(7));
  const std::string sealed = seals.Seal("page", "list");
  EXPECT_EQ(seals.Open(sealed, "list"), "page");
  EXPECT_EQ(seals.Open(sealed, "lisT"), std::nullopt);
  EXPECT_EQ(seals.Open(sealed, ""), std::nullopt);
  EXPECT_EQ(AeadSeals(KeyOf(8)).Open(sealed, "list"), std::nullopt);
}

TEST(AeadSeals, DoNotOpenWhatIsNoSeal) {
  const AeadSeals seals(KeyOf(7));
  for (const std::string& text :
       {std::string(), std::string("x"), std::string("not base64 !"), std::string(37, 'A'),
        std::string(38, 'A'), std::string(9, '\0')}) {
    EXPECT_EQ(seals.Open(text, "list"), std::nullopt) << text;
  }
}

TEST(AeadSeals, DoNotOpenWithOneCharacterChangedMissingOrAdded) {
  const AeadSeals seals(KeyOf(7));
  const std::string sealed = seals.Seal("pages", "list");
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    for (const char other : {'A', 'B', '_', '=', ' ', '\0'}) {
      std::string changed = sealed;
      changed[at] = other;
      EXPECT_EQ(seals.Open(changed, "list").has_value(), changed == sealed) << at;
    }
    EXPECT_EQ(seals.Open(sealed.substr(0, at), "list"), std::nullopt);
  }
  EXPECT_EQ(seals.Open(sealed + "A", "list"), std::nullopt);
  EXPECT_EQ(seals.Open(sealed + "=", "list"), std::nullopt);
}

// A list's filter is part of the context, and may fill the largest message that is taken.
TEST(AeadSeals, TakeAContextThatIsLongerThanAnyMessage) {
  const AeadSeals seals(KeyOf(7));
  const std::string context(std::size_t{4} << 20U, 'x');
  EXPECT_EQ(seals.Open(seals.Seal("page", context), context), "page");
  EXPECT_EQ(seals.Open(seals.Seal("page", context), context + "x"), std::nullopt);
}

RC_GTEST_PROP(AeadSeals, OpenWhatTheySealed,
              (const std::string& text, const std::string& context)) {
  const AeadSeals seals(KeyOf(7));
  RC_ASSERT(seals.Open(seals.Seal(text, context), context) == text);
}

}  // namespace
}  // namespace parley
