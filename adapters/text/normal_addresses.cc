// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/normal_addresses.h"

#include <phonenumbers/phonenumberutil.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <string>
#include <utility>

#include "domain/common/text.h"
#include "domain/debtor/address_form.h"

namespace parley::text {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t kLongestAddress = 2000;
constexpr std::size_t kCountryLetters = 2;
// The library's words for no country at all, and for numbers that belong to the whole world.
constexpr std::string_view kNoCountry = "ZZ";
constexpr std::string_view kWorld = "001";

std::string Composed(const icu::UnicodeString& letters) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  std::string out;
  if (U_SUCCESS(error)) nfc->normalize(letters, error).toUTF8String(out);
  return out;
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<NormalAddress> Plain(std::string address, bool sound) {
  if (!sound) return std::nullopt;
  return NormalAddress{.address = SensitiveText(std::move(address))};
}

std::optional<NormalAddress> Phone(std::string_view text, std::string_view region) {
  const PhoneNumberUtil& plans = *PhoneNumberUtil::GetInstance();
  const std::string_view country = region.empty() ? kNoCountry : region.substr(0, kCountryLetters);
  PhoneNumber number;
  const auto read = plans.Parse(std::string(text), std::string(country), &number);
  if (read != PhoneNumberUtil::NO_PARSING_ERROR || number.has_extension()) return std::nullopt;
  if (plans.IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE) {
    return std::nullopt;
  }
  std::string address;
  plans.Format(number, PhoneNumberUtil::E164, &address);
  if (!IsE164(address)) return std::nullopt;
  NormalAddress normal{.address = SensitiveText(std::move(address))};
  plans.GetRegionCodeForNumber(number, &normal.region);
  if (normal.region == kNoCountry || normal.region == kWorld) normal.region.clear();
  if (plans.GetNumberType(number) == PhoneNumberUtil::MOBILE) normal.kind = PointClass::kCellular;
  normal.in_known_range = plans.IsValidNumber(number);
  return normal;
}

std::optional<NormalAddress> Email(std::string_view text) {
  const std::string trimmed(Trimmed(text));
  auto letters = icu::UnicodeString::fromUTF8(trimmed);
  std::string address = Composed(letters.toLower(icu::Locale::getRoot()));
  const bool sound = IsEmail(address);
  return Plain(std::move(address), sound);
}

std::optional<NormalAddress> Postal(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = Trimmed(text.substr(0, end));
    if (!line.empty()) lines.append(lines.empty() ? "" : "\n").append(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  std::string address = Composed(icu::UnicodeString::fromUTF8(lines));
  const bool sound = IsPostal(address);
  return Plain(std::move(address), sound);
}

std::optional<NormalAddress> Chat(std::string_view text) {
  const std::string trimmed(Trimmed(text));
  return Plain(Composed(icu::UnicodeString::fromUTF8(trimmed)), !trimmed.empty());
}

// What ends lines elsewhere is none of ours to keep.
bool IsReadable(std::string_view text) {
  std::string kept;
  for (const char letter : text) {
    if (letter != '\r') kept += letter;
  }
  return !CheckText(kept, kLongestAddress, Lines::kMany).has_value();
}

}  // namespace

std::optional<NormalAddress> NormalAddresses::Normalise(PointType type, std::string_view text,
                                                        std::string_view region) const {
  if (!IsReadable(text)) return std::nullopt;
  switch (type) {
    case PointType::kPhone:
      return Phone(text, region);
    case PointType::kEmail:
      return Email(text);
    case PointType::kPostal:
      return Postal(text);
    case PointType::kChat:
      return Chat(text);
  }
  return std::nullopt;
}

}  // namespace parley::text
