// SPDX-License-Identifier: Apache-2.0
#include "domain/common/sensitive.h"

#include <gtest/gtest.h>

#include <concepts>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>

#include "absl/strings/str_cat.h"

namespace parley {
namespace {

// What must not compile is asked of the compiler here, and so is what must: a question that is
// always answered with no would prove nothing.
template <typename T>
concept Streams = requires(std::ostream& out, const T& value) {
  out << value;
};
template <typename T>
concept Concatenates = requires(const T& value, std::string text) {
  text + value;
}
|| requires(const T& value, std::string text) { value + text; }
|| requires(const T& value) { value + value; }
|| requires(const T& value) { "name: " + value; }
|| requires(const T& value, std::string text) { text += value; };
template <typename T>
concept Formats = requires(const T& value) {
  absl::StrCat(value);
};

static_assert(Streams<std::string> && Concatenates<std::string> && Formats<std::string>);
static_assert(!Streams<SensitiveText>);
static_assert(!Concatenates<SensitiveText>);
static_assert(!Formats<SensitiveText>);
static_assert(Streams<int> && Concatenates<int> && Formats<int>);
static_assert(!Streams<Sensitive<int>>);
static_assert(!Concatenates<Sensitive<int>>);
static_assert(!Formats<Sensitive<int>>);

// It neither appears from a plain text by itself nor turns into one.
static_assert(!std::is_convertible_v<std::string, SensitiveText>);
static_assert(std::is_constructible_v<SensitiveText, std::string>);
static_assert(!std::is_convertible_v<SensitiveText, std::string>);
static_assert(!std::is_convertible_v<SensitiveText, std::string_view>);
static_assert(!std::is_constructible_v<std::string, SensitiveText>);
static_assert(!std::is_convertible_v<Sensitive<int>, bool>);

TEST(Sensitive, GivesItsValueToWhoeverSaysSo) {
  EXPECT_EQ(SensitiveText("Example Person").Reveal(), "Example Person");
  EXPECT_EQ(Sensitive<int>(7).Reveal(), 7);
  EXPECT_EQ(SensitiveText().Reveal(), "");
}

TEST(Sensitive, IsComparedByItsValue) {
  EXPECT_TRUE(SensitiveText("a") == SensitiveText("a"));
  EXPECT_FALSE(SensitiveText("a") == SensitiveText("b"));
  EXPECT_TRUE(SensitiveText("a") < SensitiveText("b"));
}

}  // namespace
}  // namespace parley
