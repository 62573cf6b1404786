// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/locale_formats.h"

#include <unicode/calendar.h>
#include <unicode/currunit.h>
#include <unicode/stringpiece.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"

namespace parley::text {
namespace {

constexpr double kMillisecondsOfADay = 86'400'000;
constexpr double kMillisecondsOfAMinute = 60'000;
constexpr int kMinutesOfAnHour = 60;
constexpr std::string_view kMinuteMark = "48";  // No hour.

std::string Utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

int DecimalsIn(std::string_view digits) {
  const std::size_t point = digits.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(digits.size() - point - 1);
}

std::string TellByIcu(const icu::number::LocalizedNumberFormatter& formatter,
                      std::string_view digits, std::string_view currency) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::number::FormattedNumber number =
      formatter.formatDecimal(icu::StringPiece(digits), error);
  std::string text = Utf8(number.toTempString(error));
  // What ICU cannot tell is still told, plainly.
  if (U_SUCCESS(error) != 0) return text;
  return std::string(currency) + (currency.empty() ? "" : " ") + std::string(digits);
}

}  // namespace

absl::StatusOr<std::unique_ptr<LocaleFormats>> LocaleFormats::For(const icu::Locale& locale) {
  std::unique_ptr<LocaleFormats> formats(new LocaleFormats(locale));
  UErrorCode error = U_ZERO_ERROR;
  formats->plurals_.reset(icu::PluralRules::forLocale(locale, error));
  formats->icu_days_.reset(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
  if (U_FAILURE(error) != 0 || formats->icu_days_ == nullptr) {
    return absl::InternalError(absl::StrCat("ICU has no formats for ", locale.getName()));
  }
  formats->icu_days_->setTimeZone(*icu::TimeZone::getGMT());
  PARLEY_RETURN_IF_ERROR(formats->LearnHours());
  formats->lists_.reset(icu::ListFormatter::createInstance(locale, error));
  if (U_FAILURE(error) != 0) return absl::InternalError("ICU writes no lists");
  formats->days_ = LearntDays::Learn([&](Day day) { return formats->TellDayByIcu(day); });
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
  std::string text = days_.has_value() ? days_->Write(day) : TellDayByIcu(day);
  // French counts the first day of a month in order, which ICU's data leaves out.
  if (day.day() == 1 && std::string_view(locale_.getLanguage()) == "fr") {
    text.insert(1, "er");
  }
  return text;
}

// Hours differ from language to language, minutes do not.
absl::Status LocaleFormats::LearnHours() {
  const std::unique_ptr<icu::DateFormat> icu_times(
      icu::DateFormat::createTimeInstance(icu::DateFormat::kShort, locale_));
  if (icu_times == nullptr) return absl::InternalError("ICU writes no times");
  icu_times->setTimeZone(*icu::TimeZone::getGMT());
  for (std::size_t hour = 0; hour < hours_.size(); ++hour) {
    const double minute = static_cast<double>(hour) * kMinutesOfAnHour + 48;
    icu::UnicodeString out;
    icu_times->format(minute * kMillisecondsOfAMinute, out);
    hours_.at(hour) =
        Utf8(out.findAndReplace(u" ", u"\u00A0").findAndReplace(u"\u202F", u"\u00A0"));
    if (hours_.at(hour).find(kMinuteMark) == std::string::npos) {
      return absl::InternalError("ICU writes minutes that are not learnt");
    }
  }
  return absl::OkStatus();
}

std::string LocaleFormats::TellMinute(int minute) const {
  std::string text = hours_.at(static_cast<std::size_t>(minute / kMinutesOfAnHour));
  const int rest = minute % kMinutesOfAnHour;
  return text.replace(text.find(kMinuteMark), kMinuteMark.size(),
                      absl::StrCat(rest / 10, rest % 10));
}

std::string LocaleFormats::TellList(std::span<const std::string> words) const {
  std::vector<icu::UnicodeString> items;
  items.reserve(words.size());
  for (const std::string& word : words) items.push_back(icu::UnicodeString::fromUTF8(word));
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString out;
  lists_->format(items.data(), static_cast<std::int32_t>(items.size()), out, error);
  return Utf8(out);
}

std::string LocaleFormats::TellDayByIcu(Day day) const {
  icu::UnicodeString out;
  icu_days_->format(static_cast<double>(DayNumber(day)) * kMillisecondsOfADay, out);
  return Utf8(out.findAndReplace(u" ", u"\u00A0"));
}

std::string LocaleFormats::TellDigits(std::string_view digits, int decimals,
                                      std::string_view currency) const {
  const Numbers& numbers = NumbersOf(decimals, currency);
  if (numbers.learnt.has_value()) return numbers.learnt->Write(digits);
  return TellByIcu(numbers.icu, digits, currency);
}

const LocaleFormats::Numbers& LocaleFormats::NumbersOf(int decimals,
                                                       std::string_view currency) const {
  const Numbers* found = FindNumbers(decimals, currency);
  if (found != nullptr) return *found;
  const absl::MutexLock lock(&mutex_);
  found = FindNumbers(decimals, currency);
  if (found != nullptr) return *found;
  Numbers& made = numbers_.emplace_back(MakeNumbers(decimals, currency));
  made.next = known_.load();
  known_ = &made;
  return made;
}

const LocaleFormats::Numbers* LocaleFormats::FindNumbers(int decimals,
                                                         std::string_view currency) const {
  const Numbers* numbers = known_.load(std::memory_order_acquire);
  while (numbers != nullptr && (numbers->decimals != decimals || numbers->currency != currency)) {
    numbers = numbers->next;
  }
  return numbers;
}

LocaleFormats::Numbers LocaleFormats::MakeNumbers(int decimals, std::string_view currency) const {
  Numbers made{.currency = std::string(currency),
               .decimals = decimals,
               .icu = icu::number::NumberFormatter::withLocale(locale_).precision(
                   icu::number::Precision::fixedFraction(decimals)),
               .learnt = std::nullopt};
  if (!currency.empty()) {
    UErrorCode error = U_ZERO_ERROR;
    made.icu = made.icu.unit(icu::CurrencyUnit(icu::StringPiece(currency), error));
  }
  made.learnt = LearntNumbers::Learn(
      [&](std::string_view digits) { return TellByIcu(made.icu, digits, currency); }, decimals);
  return made;
}

}  // namespace parley::text
