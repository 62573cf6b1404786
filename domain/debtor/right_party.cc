// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/right_party.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "absl/strings/ascii.h"
#include "domain/common/days.h"
#include "domain/common/reason.h"

namespace parley {
namespace {

constexpr int kFewestAgreeing = 2;

enum class Comparison { kNothing, kAgrees, kDiffers };

std::string Folded(std::string_view text) {
  std::string folded;
  for (const char letter : text) {
    if (letter != '-' && letter != ' ') folded += letter;
  }
  absl::AsciiStrToLower(&folded);
  return folded;
}

// What is not known shows nothing, and an answer to it cannot be wrong.
Comparison Compare(std::string_view answer, const std::vector<std::string>& known) {
  const std::string folded = Folded(answer);
  if (folded.empty() || known.empty()) return Comparison::kNothing;
  return std::find(known.begin(), known.end(), folded) == known.end() ? Comparison::kDiffers
                                                                      : Comparison::kAgrees;
}

std::vector<std::string> FoldedAll(const std::vector<SensitiveText>& texts) {
  std::vector<std::string> folded;
  for (const SensitiveText& text : texts) {
    if (!text.Reveal().empty()) folded.push_back(Folded(text.Reveal()));
  }
  return folded;
}

std::vector<std::string> FoldedAll(const std::vector<std::string>& texts) {
  std::vector<std::string> folded;
  for (const std::string& text : texts) folded.push_back(Folded(text));
  return folded;
}

// A date that is only partly known shows nothing: half of it is quickly guessed.
std::vector<std::string> WholeDates(const SensitiveText& birth_date) {
  if (!ParseDay(birth_date.Reveal()).has_value()) return {};
  return {Folded(birth_date.Reveal())};
}

}  // namespace

bool ShowsIdentity(const IdentityAnswers& answers, const IdentityRecord& record) {
  const std::array found = {Compare(answers.birth_date.Reveal(), WholeDates(record.birth_date)),
                            Compare(answers.postal_code.Reveal(), FoldedAll(record.postal_codes)),
                            Compare(answers.reference.Reveal(), FoldedAll(record.references))};
  return std::count(found.begin(), found.end(), Comparison::kDiffers) == 0 &&
         std::count(found.begin(), found.end(), Comparison::kAgrees) >= kFewestAgreeing;
}

int TriesLeft(std::span<const VerificationTry> tries, absl::Time now) {
  absl::Time since = now - kTriesLast;
  for (const VerificationTry& one : tries) {
    if (one.passed && one.at <= now) since = std::max(since, one.at);
  }
  const auto wrong = std::count_if(tries.begin(), tries.end(), [&](const VerificationTry& one) {
    return !one.passed && since < one.at && one.at <= now;
  });
  return std::max(0, kMostWrongTries - static_cast<int>(wrong));
}

bool AreTriesSpent(std::span<const VerificationTry> tries, absl::Time now) {
  return TriesLeft(tries, now) == 0;
}

absl::StatusOr<VerificationTry> VerifyRightParty(std::span<const VerificationTry> tries,
                                                 const IdentityAnswers& answers,
                                                 const IdentityRecord& record,
                                                 VerificationTry attempt) {
  if (AreTriesSpent(tries, attempt.at)) return Refuse(Reason::kVerificationTriesSpent);
  attempt.passed = ShowsIdentity(answers, record);
  return attempt;
}

bool IsRightParty(std::span<const VerificationTry> tries, std::optional<ContactPointId> point,
                  absl::Time now) {
  return std::any_of(tries.begin(), tries.end(), [&](const VerificationTry& one) {
    return one.passed && one.point == point && one.at <= now && now < one.at + kVerifiedLasts;
  });
}

}  // namespace parley
