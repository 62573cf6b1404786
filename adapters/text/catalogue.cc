// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/catalogue.h"

#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "adapters/text/direction.h"
#include "nlohmann/json.hpp"

namespace parley::text {
namespace {

constexpr const char* kEnglish = "en";
// Where a code names no region, English is written as most of the world does.
constexpr const char* kWorldEnglish = "en_001";
constexpr std::size_t kUsualArguments = 8;

// Reads one file; what is wrong with it is added to `faults`.
Messages ReadMessages(const BuiltIn& file, std::vector<std::string>& faults) {
  Messages messages;
  const std::string name(file.name);
  const auto once = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
    if (event != nlohmann::json::parse_event_t::key) return true;
    const bool added = messages.try_emplace(parsed.get<std::string>()).second;
    if (!added) faults.push_back(absl::StrCat(name, ": ", parsed.dump(), " is there twice"));
    return true;
  };
  const auto json = nlohmann::json::parse(file.content, once, false);
  if (!json.is_object()) {
    faults.push_back(absl::StrCat(name, ": no JSON object"));
    return messages;
  }
  for (const auto& [key, pattern] : json.items()) {
    absl::StatusOr<Message> message = pattern.is_string()
                                          ? Message::Parse(pattern.get<std::string>())
                                          : absl::InternalError("no text");
    if (message.ok()) {
      messages[key] = *std::move(message);
    } else {
      faults.push_back(absl::StrCat(name, ": ", key, ": ", message.status().message()));
    }
  }
  return messages;
}

// What one language has and the other has not, or has with other arguments.
void Compare(const std::string& language, const Messages& messages, const std::string& other,
             const Messages& others, std::vector<std::string>& faults) {
  for (const auto& [key, message] : messages) {
    const auto found = others.find(key);
    if (found == others.end()) {
      faults.push_back(absl::StrCat(other, ": ", key, ": it is in ", language, " only"));
    } else if (found->second.names() != message.names()) {
      faults.push_back(absl::StrCat(other, ": ", key, ": other arguments than in ", language));
    }
  }
}

// ICU's names of all locales that it knows: "es_MX".
std::set<std::string> KnownLocales() {
  std::int32_t count = 0;
  const icu::Locale* known = icu::Locale::getAvailableLocales(count);
  std::set<std::string> names;
  for (const icu::Locale& locale : std::span(known, static_cast<std::size_t>(count))) {
    names.emplace(locale.getName());
  }
  return names;
}

}  // namespace

// One language, written as one region does.
class Catalogue::LocaleVoice final : public Voice {
 public:
  LocaleVoice(std::string language_code, const Messages& messages,
              std::unique_ptr<LocaleFormats> formats)
      : language_code_(std::move(language_code)),
        messages_(messages),
        formats_(std::move(formats)) {}

  std::string_view language_code() const override { return language_code_; }
  const LocaleFormats& formats() const { return *formats_; }

  std::string Say(std::string_view key, const WordArguments& arguments) const override {
    const auto message = messages_.find(absl::string_view(key.data(), key.size()));
    if (message == messages_.end()) return std::string(key);
    absl::InlinedVector<ToldArgument, kUsualArguments> told;
    for (const WordArgument& argument : arguments) told.push_back(Tell(argument));
    return message->second.Fill(formats_->plurals(),
                                [&](std::string_view name) -> const ToldArgument* {
                                  for (std::size_t i = 0; i < arguments.size(); ++i) {
                                    if (arguments[i].name == name) return &told[i];
                                  }
                                  return nullptr;
                                });
  }

 private:
  ToldArgument Tell(const WordArgument& argument) const {
    if (const auto* text = std::get_if<std::string>(&argument.value)) {
      return {.text = SetApart(*text)};
    }
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) {
      return {.text = formats_->Tell(*number), .count = *number};
    }
    if (const auto* money = std::get_if<Money>(&argument.value)) {
      return {.text = formats_->Tell(*money)};
    }
    if (const auto* amount = std::get_if<ExactAmount>(&argument.value)) {
      return {.text = formats_->Tell(*amount)};
    }
    if (const auto* exact = std::get_if<ExactNumber>(&argument.value)) {
      return {.text = formats_->Tell(*exact)};
    }
    return {.text = formats_->Tell(std::get<Day>(argument.value))};
  }

  const std::string language_code_;
  const Messages& messages_;
  const std::unique_ptr<LocaleFormats> formats_;
};

Catalogue::Catalogue() : locales_(KnownLocales()) {}
Catalogue::~Catalogue() = default;

absl::StatusOr<std::unique_ptr<Catalogue>> Catalogue::Load() { return Load(BuiltIns()); }

absl::StatusOr<std::unique_ptr<Catalogue>> Catalogue::Load(std::span<const BuiltIn> files) {
  std::unique_ptr<Catalogue> catalogue(new Catalogue());
  std::vector<std::string> faults;
  for (const BuiltIn& file : files) {
    catalogue->messages_.emplace(file.name, ReadMessages(file, faults));
  }
  const auto english = catalogue->messages_.find(kEnglish);
  if (english == catalogue->messages_.end()) return absl::InternalError("there is no en");
  for (const auto& [language, messages] : catalogue->messages_) {
    if (language == kEnglish) continue;
    Compare(kEnglish, english->second, language, messages, faults);
    Compare(language, messages, kEnglish, english->second, faults);
    if (!LocaleFormats::For(icu::Locale(language.c_str())).ok()) {
      faults.push_back(absl::StrCat(language, ": ICU has no such language"));
    }
  }
  if (faults.empty()) return catalogue;
  std::sort(faults.begin(), faults.end());
  return absl::InternalError(absl::StrJoin(faults, "\n"));
}

const Voice& Catalogue::In(std::string_view language_code) const { return VoiceIn(language_code); }

const LocaleFormats& Catalogue::FormatsIn(std::string_view language_code) const {
  return VoiceIn(language_code).formats();
}

const Catalogue::LocaleVoice& Catalogue::VoiceIn(std::string_view language_code) const {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale asked = icu::Locale::forLanguageTag(icu::StringPiece(language_code), error);
  const std::string language = U_SUCCESS(error) != 0 ? asked.getLanguage() : "";
  if (!messages_.contains(language)) return VoiceOf(kEnglish, kWorldEnglish);
  return VoiceOf(language, LocaleName(asked));
}

// The locale with this region, if ICU knows it; else of the language alone.
std::string Catalogue::LocaleName(const icu::Locale& asked) const {
  const std::string language = asked.getLanguage();
  std::string with_region = absl::StrCat(language, "_", asked.getCountry());
  if (locales_.contains(with_region)) return with_region;
  return language == kEnglish ? kWorldEnglish : language;
}

const Catalogue::LocaleVoice& Catalogue::VoiceOf(const std::string& language,
                                                 const std::string& locale) const {
  {
    const absl::ReaderMutexLock lock(&mutex_);
    const auto found = voices_.find(locale);
    if (found != voices_.end()) return *found->second;
  }
  const icu::Locale icu_locale(locale.c_str());
  absl::StatusOr<std::unique_ptr<LocaleFormats>> formats = LocaleFormats::For(icu_locale);
  // What Load has tried once goes on working; a region falls back to its language.
  if (!formats.ok()) formats = LocaleFormats::For(icu::Locale(language.c_str()));
  UErrorCode error = U_ZERO_ERROR;
  std::string code =
      locale == kWorldEnglish ? kEnglish : icu_locale.toLanguageTag<std::string>(error);
  const absl::MutexLock lock(&mutex_);
  auto& voice = voices_[locale];
  if (voice == nullptr) {
    voice =
        std::make_unique<LocaleVoice>(std::move(code), messages_.at(language), *std::move(formats));
  }
  return *voice;
}

std::vector<std::string> Catalogue::Languages() const {
  std::vector<std::string> languages;
  for (const auto& [language, messages] : messages_) languages.push_back(language);
  return languages;
}

const Messages& Catalogue::Of(std::string_view language) const {
  return messages_.find(language)->second;
}

}  // namespace parley::text
