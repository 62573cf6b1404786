// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/locale_formats.h"

#include <unicode/calendar.h>
#include <unicode/currunit.h>
#include <unicode/stringpiece.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <functional>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace parley::text {
namespace {

constexpr double kMillisecondsOfADay = 86'400'000;

std::string Utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

int DecimalsIn(std::string_view digits) {
  const std::size_t point = digits.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(digits.size() - point - 1);
}

}  // namespace

absl::StatusOr<std::unique_ptr<LocaleFormats>> LocaleFormats::For(const icu::Locale& locale) {
  std::unique_ptr<LocaleFormats> formats(new LocaleFormats(locale));
  UErrorCode error = U_ZERO_ERROR;
  formats->plurals_.reset(icu::PluralRules::forLocale(locale, error));
  formats->days_.reset(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
  if (U_FAILURE(error) != 0 || formats->days_ == nullptr) {
    return absl::InternalError(absl::StrCat("ICU has no formats for ", locale.getName()));
  }
  formats->days_->setTimeZone(*icu::TimeZone::getGMT());
  return formats;
}

std::string LocaleFormats::Tell(const Money& money) const {
  return TellDigits(money.ToDecimal(), money.currency().decimals(), money.currency().code());
}

std::string LocaleFormats::Tell(const ExactAmount& amount) const {
  return TellDigits(amount.digits, DecimalsIn(amount.digits), amount.currency.code());
}

std::string LocaleFormats::Tell(const ExactNumber& number) const {
  return TellDigits(number.digits, DecimalsIn(number.digits), "");
}

std::string LocaleFormats::Tell(std::int64_t number) const {
  return TellDigits(absl::StrCat(number), 0, "");
}

std::string LocaleFormats::Tell(Day day) const {
  icu::UnicodeString out;
  days_->format(static_cast<double>(DayNumber(day)) * kMillisecondsOfADay, out);
  std::string text = Utf8(out);
  // French counts the first day of a month in order, which ICU's data leaves out.
  if (day.day() == 1 && std::string_view(locale_.getLanguage()) == "fr" && text.starts_with("1 ")) {
    text.insert(1, "er");
  }
  return text;
}

std::string LocaleFormats::TellDigits(std::string_view digits, int decimals,
                                      std::string_view currency) const {
  UErrorCode error = U_ZERO_ERROR;
  const icu::number::FormattedNumber number =
      FormatterOf(decimals, currency).formatDecimal(icu::StringPiece(digits), error);
  std::string text = Utf8(number.toTempString(error));
  // What ICU cannot tell is still told, plainly.
  if (U_SUCCESS(error) != 0) return text;
  return std::string(currency) + (currency.empty() ? "" : " ") + std::string(digits);
}

const LocaleFormats::Formatter& LocaleFormats::FormatterOf(int decimals,
                                                           std::string_view currency) const {
  const std::pair<std::string, int> key(currency, decimals);
  {
    const absl::ReaderMutexLock lock(&mutex_);
    const auto found = formatters_.find(key);
    if (found != formatters_.end()) return found->second;
  }
  const absl::MutexLock lock(&mutex_);
  return formatters_.try_emplace(key, MakeFormatter(decimals, currency)).first->second;
}

LocaleFormats::Formatter LocaleFormats::MakeFormatter(int decimals,
                                                      std::string_view currency) const {
  Formatter formatter = icu::number::NumberFormatter::withLocale(locale_).precision(
      icu::number::Precision::fixedFraction(decimals));
  if (currency.empty()) return formatter;
  UErrorCode error = U_ZERO_ERROR;
  return formatter.unit(icu::CurrencyUnit(icu::StringPiece(currency), error));
}

}  // namespace parley::text
