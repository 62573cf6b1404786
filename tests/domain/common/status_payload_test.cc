// SPDX-License-Identifier: Apache-2.0
#include "domain/common/status_payload.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace parley {
namespace {

PayloadPairs ThereAndBack(const PayloadPairs& pairs) {
  absl::Status status = absl::InternalError("");
  SetPayloadPairs(status, "parley/test", pairs);
  return GetPayloadPairs(status, "parley/test");
}

TEST(StatusPayload, KeepsPairsInTheirOrderWithRepeatsAndEmptySides) {
  const PayloadPairs pairs = {{"b", "2"}, {"a", "1"}, {"b", "3"}, {"", "x"}, {"y", ""}, {"", ""}};
  EXPECT_EQ(ThereAndBack(pairs), pairs);
}

TEST(StatusPayload, KeepsEveryByteButTheSeparators) {
  std::string all;
  std::string kept;
  for (int byte = 0; byte < 256; ++byte) {
    all.push_back(static_cast<char>(byte));
    if (byte != 30 && byte != 31) kept.push_back(static_cast<char>(byte));
  }
  EXPECT_EQ(ThereAndBack({{all, all}}), (PayloadPairs{{kept, kept}}));
}

RC_GTEST_PROP(StatusPayload, ReadsBackWhatIsSet, (PayloadPairs pairs)) {
  const auto clean = [](std::string& text) {
    std::erase_if(text, [](char c) { return c == '\x1e' || c == '\x1f'; });
  };
  PayloadPairs expected = pairs;
  for (auto& [key, value] : expected) {
    clean(key);
    clean(value);
  }
  RC_ASSERT(ThereAndBack(pairs) == expected);
}

TEST(StatusPayload, OfOneTypeIsNotThatOfAnother) {
  absl::Status status = absl::InternalError("");
  SetPayloadPairs(status, "parley/one", {{"a", "1"}});
  SetPayloadPairs(status, "parley/two", {{"b", "2"}});
  EXPECT_EQ(GetPayloadPairs(status, "parley/one"), (PayloadPairs{{"a", "1"}}));
  EXPECT_EQ(GetPayloadPairs(status, "parley/two"), (PayloadPairs{{"b", "2"}}));
  EXPECT_TRUE(GetPayloadPairs(status, "parley/three").empty());
}

TEST(StatusPayload, IsReplacedWhenSetAgain) {
  absl::Status status = absl::InternalError("");
  SetPayloadPairs(status, "parley/one", {{"a", "1"}});
  SetPayloadPairs(status, "parley/one", {{"b", "2"}});
  EXPECT_EQ(GetPayloadPairs(status, "parley/one"), (PayloadPairs{{"b", "2"}}));
}

}  // namespace
}  // namespace parley
