// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_APPLICATION_FAKE_PAPERS_H_
#define PARLEY_TESTS_SUPPORT_APPLICATION_FAKE_PAPERS_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "application/ports/documents.h"
#include "application/ports/plain_words.h"

namespace parley {

// Says each key as it is, with its arguments: "key(amount=1.00 EUR, day=2026-01-01)".
class KeyVoice final : public Voice {
 public:
  std::string_view language_code() const override { return "en"; }
  std::string Say(std::string_view key, const WordArguments& arguments) const override;
};

class FakeWords final : public PlainWords {
 public:
  const Voice& In(std::string_view) const override { return voice_; }

 private:
  KeyVoice voice_;
};

// Documents that hold a paper's words, one a line.
class FakeDocuments final : public Documents {
 public:
  absl::StatusOr<std::string> Pdf(const Paper& paper) const override;
  std::string PlainText(const Paper& paper) const override;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_APPLICATION_FAKE_PAPERS_H_
