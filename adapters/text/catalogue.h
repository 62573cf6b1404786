// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_CATALOGUE_H_
#define PARLEY_ADAPTERS_TEXT_CATALOGUE_H_

#include <unicode/locid.h>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "adapters/text/built_in.h"
#include "adapters/text/locale_formats.h"
#include "adapters/text/message.h"
#include "application/ports/plain_words.h"

namespace parley::text {

// The sentences of one language by their keys.
using Messages = absl::flat_hash_map<std::string, Message>;

// The words of all languages, read from JSON files of one object each: key, then pattern.
class Catalogue final : public PlainWords {
 public:
  // The files that the program was built with, or others. Each file is a language by its name; "en"
  // is among them, and all have the same keys with the same arguments.
  // Errors: INTERNAL, with each file and key that is wrong.
  static absl::StatusOr<std::unique_ptr<Catalogue>> Load();
  static absl::StatusOr<std::unique_ptr<Catalogue>> Load(std::span<const BuiltIn> files);
  ~Catalogue() override;

  const Voice& In(std::string_view language_code) const override;
  // How the same voice writes amounts, days and lists.
  const LocaleFormats& FormatsIn(std::string_view language_code) const;

  // "de", "en", "es", "fr".
  std::vector<std::string> Languages() const;
  const Messages& Of(std::string_view language) const;

 private:
  class LocaleVoice;

  Catalogue();

  std::string LocaleName(const icu::Locale& asked) const;
  const LocaleVoice& VoiceIn(std::string_view language_code) const;
  const LocaleVoice& VoiceOf(const std::string& language, const std::string& locale) const;

  const std::set<std::string> locales_;
  std::map<std::string, Messages, std::less<>> messages_;
  // By ICU's name of the locale. There are as many at most as ICU knows regions of our languages.
  mutable absl::Mutex mutex_;
  mutable absl::flat_hash_map<std::string, std::unique_ptr<LocaleVoice>> voices_
      ABSL_GUARDED_BY(mutex_);
};

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_CATALOGUE_H_
