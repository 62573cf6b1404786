// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/creditor.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/domain/builders.h"

namespace parley {
namespace {

std::vector<Violation> CheckCode(const std::string& code) {
  Violations violations;
  CheckCreditor(ACreditor().With(&Creditor::code, code), "creditor", violations);
  return violations.all();
}

TEST(CheckCreditor, FindsNothingInASoundOne) {
  for (const std::string& code : {std::string("uci-card"), std::string("A"), std::string("9.x_Y-"),
                                  std::string("09.azAZ"), std::string(64, 'z')}) {
    EXPECT_TRUE(CheckCode(code).empty()) << code;
  }
}

TEST(CheckCreditor, RefusesACodeOfAnotherForm) {
  for (const std::string& code :
       {std::string("uci card"), std::string("uci/card"), std::string("\xC3\xBC"),
        std::string("a,b"), std::string("a:b"), std::string("a@b"), std::string("a[b"),
        std::string("a`b"), std::string("a{b"), std::string("-a"), std::string(".a"),
        std::string("_a")}) {
    EXPECT_EQ(CheckCode(code), (std::vector<Violation>{{"creditor.code", Fault::kMalformed}}))
        << code;
  }
  EXPECT_EQ(CheckCode(""), (std::vector<Violation>{{"creditor.code", Fault::kRequired}}));
  EXPECT_EQ(CheckCode(std::string(65, 'z')),
            (std::vector<Violation>{{"creditor.code", Fault::kTooLong}}));
}

TEST(CheckCreditor, TellsEverythingAtOnce) {
  Violations violations;
  CheckCreditor(ACreditor()
                    .With(&Creditor::code, "a b")
                    .With(&Creditor::display_name, "")
                    .With(&Creditor::time_zone, "")
                    .With(&Creditor::language, "no language"),
                "creditor", violations);
  EXPECT_EQ(violations.all(),
            (std::vector<Violation>{{"creditor.code", Fault::kMalformed},
                                    {"creditor.display_name", Fault::kRequired},
                                    {"creditor.time_zone", Fault::kRequired},
                                    {"creditor.language_code", Fault::kLanguageMalformed}}));
}

TEST(CheckCreditor, LimitsTheNameTo200Bytes) {
  Violations violations;
  CheckCreditor(ACreditor().With(&Creditor::display_name, std::string(200, 'n')), "a", violations);
  EXPECT_TRUE(violations.empty());
  CheckCreditor(ACreditor().With(&Creditor::display_name, std::string(201, 'n')), "b", violations);
  EXPECT_EQ(violations.all(), (std::vector<Violation>{{"b.display_name", Fault::kTooLong}}));
}

}  // namespace
}  // namespace parley
