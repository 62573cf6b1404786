// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/address_form.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace parley {
namespace {

TEST(IsE164, TakesAPlusAnd7To15Digits) {
  for (const char* text : {"+14155550100", "+4930123456", "+2901234", "+123456789012345"}) {
    EXPECT_TRUE(IsE164(text)) << text;
  }
  for (const char* text : {"", "+", "14155550100", "+04155550100", "+123456", "+1234567890123456",
                           "+1 415 555 0100", "+1415555O100", "++14155550100"}) {
    EXPECT_FALSE(IsE164(text)) << text;
  }
}

TEST(IsEmail, TakesWhatMailIsSentTo) {
  for (const char* text :
       {"mira@example.com", "mira.muster+debts@mail.example.co.uk", "o'hara@example.org",
        "m@x1.example", "jörg@bücher.example", "a_b-c@xn--bcher-kva.example", "1@2.example"}) {
    EXPECT_TRUE(IsEmail(text)) << text;
  }
  EXPECT_TRUE(IsEmail(absl::StrCat(std::string(64, 'a'), "@example.com")));
}

TEST(IsEmail, RefusesEveryOtherForm) {
  for (const char* text : {"",
                           "mira",
                           "@example.com",
                           "mira@",
                           "mira@example",
                           "mira@.com",
                           "mira@example.",
                           "mira@example..com",
                           ".mira@example.com",
                           "mira.@example.com",
                           "mi..ra@example.com",
                           "mi ra@example.com",
                           "Mira@example.com",
                           "mira@Example.com",
                           "mira@-example.com",
                           "mira@example-.com",
                           "mira@[192.0.2.1]",
                           "mira@192.0.2.1",
                           "\"mira\"@example.com",
                           "mira@example.com\n",
                           "mira@exa_mple.com",
                           "mira@\xff.example",
                           "a@b@example.com"}) {
    EXPECT_FALSE(IsEmail(text)) << text;
  }
  EXPECT_FALSE(IsEmail(absl::StrCat(std::string(65, 'a'), "@example.com")));
  EXPECT_FALSE(IsEmail(absl::StrCat("mira@", std::string(64, 'a'), ".com")));
  std::string long_domain;
  for (int label = 0; label < 4; ++label) long_domain.append(63, 'a').append(".");
  EXPECT_FALSE(IsEmail(absl::StrCat("mira@", long_domain, "com")));
}

TEST(IsPostal, TakesOneToEightLines) {
  EXPECT_TRUE(IsPostal("Beispielweg 1"));
  EXPECT_TRUE(IsPostal("Mira Musterfrau\nBeispielweg 1\n99999 Musterstadt"));
  EXPECT_TRUE(IsPostal("1\n2\n3\n4\n5\n6\n7\n8"));
  for (const std::string& text :
       {std::string(), std::string(" "), std::string("1\n2\n3\n4\n5\n6\n7\n8\n9"),
        std::string("Beispielweg 1\n"), std::string("Beispielweg 1\n\nMusterstadt"),
        std::string("Beispiel\rweg"), std::string(201, 'a')}) {
    EXPECT_FALSE(IsPostal(text)) << text;
  }
}

}  // namespace
}  // namespace parley
