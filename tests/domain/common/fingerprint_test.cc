// SPDX-License-Identifier: Apache-2.0
#include "domain/common/fingerprint.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace parley {
namespace {

std::string CanonicalOf(const std::vector<std::string>& parts) {
  CanonicalContent content;
  for (const std::string& part : parts) content.Add(part);
  return content.text();
}

// Digests of this form are stored for years: it never changes.
TEST(CanonicalContent, PrecedesEachPartByItsLength) {
  CanonicalContent content;
  content.Add("EUR").Add(std::int64_t{-125}).Add("").Add("\xC3\xA9");
  EXPECT_EQ(content.text(), "3:EUR;4:-125;0:;2:\xC3\xA9;");
}

TEST(CanonicalContent, KeepsWholeNumbersWhole) {
  EXPECT_EQ(CanonicalContent().Add(std::numeric_limits<std::int64_t>::min()).text(),
            "20:-9223372036854775808;");
}

TEST(CanonicalContent, TellsWhereAPartEnds) {
  EXPECT_NE(CanonicalOf({"ab", "c"}), CanonicalOf({"a", "bc"}));
  EXPECT_NE(CanonicalOf({"a", ""}), CanonicalOf({"", "a"}));
  EXPECT_NE(CanonicalOf({"a;1:b"}), CanonicalOf({"a", "b"}));
  EXPECT_NE(CanonicalOf({""}), CanonicalOf({}));
}

TEST(CanonicalContent, KeepsBytesThatTextsSeldomHold) {
  EXPECT_EQ(CanonicalOf({std::string("a\0b", 3)}), std::string("3:a\0b;", 6));
}

RC_GTEST_PROP(CanonicalContent, DiffersForEveryOtherSequenceOfParts, ()) {
  // Few letters, the form's own among them, so that near misses are common.
  const auto parts = rc::gen::container<std::vector<std::string>>(
      rc::gen::container<std::string>(rc::gen::element(':', ';', '0', '1', '2')));
  const std::vector<std::string> left = *parts;
  const std::vector<std::string> right = *parts;
  RC_ASSERT((CanonicalOf(left) == CanonicalOf(right)) == (left == right));
}

}  // namespace
}  // namespace parley
