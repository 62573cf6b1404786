// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/locale_formats.h"

#include <unicode/calendar.h>
#include <unicode/currunit.h>
#include <unicode/stringpiece.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <cstddef>

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
