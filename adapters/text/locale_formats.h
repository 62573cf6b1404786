// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_LOCALE_FORMATS_H_
#define PARLEY_ADAPTERS_TEXT_LOCALE_FORMATS_H_

#include <unicode/datefmt.h>
#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "adapters/text/learnt_formats.h"
#include "application/ports/plain_words.h"

namespace parley::text {

// How one language and region write amounts, numbers and days. Amounts go to ICU as digits, never
// as floating point, and with the number of decimals that our own table of currencies has.
// Thread-safe.
class LocaleFormats {
 public:
  // Errors: INTERNAL when ICU's data lacks the locale.
  static absl::StatusOr<std::unique_ptr<LocaleFormats>> For(const icu::Locale& locale);

  std::string Tell(const Money& money) const;
  std::string Tell(const ExactAmount& amount) const;
  std::string Tell(const ExactNumber& number) const;
  std::string Tell(std::int64_t number) const;
  // A civil day, in words: "1 March 2026". No zone can move it, and no line breaks it.
  std::string Tell(Day day) const;

  // A minute of the day, 0 to 1439: "2:30 pm", "14:30".
  std::string TellMinute(int minute) const;
  // "A, B and C".
  std::string TellList(std::span<const std::string> words) const;

  const icu::PluralRules& plurals() const { return *plurals_; }

 private:
  using Formatter = icu::number::LocalizedNumberFormatter;

  explicit LocaleFormats(icu::Locale locale) : locale_(std::move(locale)) {}

  struct Numbers {
    std::string currency;  // None for a bare number.
    int decimals;
    Formatter icu;
    std::optional<LearntNumbers> learnt;  // Where it can stand in for ICU.
    const Numbers* next = nullptr;
  };

  std::string TellDigits(std::string_view digits, int decimals, std::string_view currency) const;
  std::string TellDayByIcu(Day day) const;
  absl::Status LearnHours();
  const Numbers& NumbersOf(int decimals, std::string_view currency) const;
  const Numbers* FindNumbers(int decimals, std::string_view currency) const;
  Numbers MakeNumbers(int decimals, std::string_view currency) const;

  const icu::Locale locale_;
  std::unique_ptr<icu::DateFormat> icu_days_;
  std::optional<LearntDays> days_;
  std::array<std::string, 24> hours_;  // Each with a mark for the minute.
  std::unique_ptr<icu::ListFormatter> lists_;
  std::unique_ptr<icu::PluralRules> plurals_;
  // Those that were asked for, the newest first. There are few, each sentence looks for several,
  // and none is ever taken away: so they are read without the lock under which they are made.
  mutable std::atomic<const Numbers*> known_ = nullptr;
  mutable absl::Mutex mutex_;
  mutable std::deque<Numbers> numbers_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_LOCALE_FORMATS_H_
