// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/smtp_talk.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "adapters/messaging/email/mail_status.h"
#include "adapters/messaging/provider_text.h"

namespace parley::messaging {
namespace {

constexpr int kServiceCloses = 421;
constexpr int kTooBig = 552;

// "5.1.1" at the head of a reply's text (RFC 3463); empty when there is none.
std::string EnhancedCode(const std::string& answer) {
  const std::string word = answer.substr(0, answer.find(' '));
  const bool is_code = word.size() >= 5 &&
                       absl::ascii_isdigit(static_cast<unsigned char>(word[0])) && word[1] == '.' &&
                       word.find_first_not_of("0123456789.") == std::string::npos;
  return is_code ? word : "";
}

// What a relay says of any recipient as long as we talk to it wrongly, or do not log in.
bool IsAboutUs(int code) {
  constexpr auto kCodes = std::to_array({500, 502, 503, 504, 530, 534, 535, 538});
  return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

}  // namespace

void SmtpTalk::Enter(SmtpPhase phase) {
  phase_ = phase;
  code_ = 0;
  answer_.clear();
}

void SmtpTalk::OnCommand(std::string_view line) {
  if (line.starts_with("MAIL FROM:")) Enter(SmtpPhase::kSender);
  if (line.starts_with("RCPT TO:")) Enter(SmtpPhase::kRecipient);
  if (line.starts_with("DATA")) Enter(SmtpPhase::kContent);
  if (line.starts_with("QUIT")) over_ = true;
}

void SmtpTalk::OnEndOfContent() {
  if (phase_ != SmtpPhase::kEnd) Enter(SmtpPhase::kEnd);
}

void SmtpTalk::OnReply(std::string_view line) {
  while (!line.empty() && absl::ascii_isspace(static_cast<unsigned char>(line.back()))) {
    line.remove_suffix(1);
  }
  constexpr std::size_t kDigits = 3;
  const bool is_last = line.size() == kDigits || (line.size() > kDigits && line[kDigits] == ' ');
  int code = 0;
  if (over_ || !is_last || !absl::SimpleAtoi(std::string(line.substr(0, kDigits)), &code)) return;
  code_ = code;
  answer_ = line.size() > kDigits ? std::string(line.substr(kDigits + 1)) : "";
}

HandOver SmtpTalk::Outcome(bool not_admitted) const {
  if (phase_ == SmtpPhase::kEnd) return OutcomeOfEnd();
  const std::string code = PrintableCode(absl::StrCat(code_, " ", EnhancedCode(answer_)));
  if (not_admitted) return RefusedForNow{DelayCause::kNotAdmitted, code, std::nullopt};
  if (code_ == kServiceCloses) return RefusedForNow{DelayCause::kBusy, code, std::nullopt};
  if (code_ >= 500 && code_ < 600) return OutcomeOfPermanent();
  if (code_ >= 400 && code_ < 500) {
    const bool of_recipient = phase_ == SmtpPhase::kRecipient;
    return RefusedForNow{of_recipient ? DelayCause::kRecipient : DelayCause::kBusy, code,
                         std::nullopt};
  }
  return RefusedForNow{DelayCause::kUnreachable, code, std::nullopt};
}

// Only a whole, sound reply to the dot tells whether the message was taken.
HandOver SmtpTalk::OutcomeOfEnd() const {
  if (code_ >= 200 && code_ < 300) return Accepted{PrintableCode(answer_)};
  if (code_ >= 400 && code_ < 500) {
    return RefusedForNow{DelayCause::kBusy,
                         PrintableCode(absl::StrCat(code_, " ", EnhancedCode(answer_))),
                         std::nullopt};
  }
  if (code_ >= 500 && code_ < 600) return OutcomeOfPermanent();
  return NotKnown{};
}

HandOver SmtpTalk::OutcomeOfPermanent() const {
  const std::string enhanced = EnhancedCode(answer_);
  const std::string code = PrintableCode(absl::StrCat(code_, " ", enhanced));
  const bool too_big = code_ == kTooBig || enhanced == "5.3.4";
  switch (phase_) {
    case SmtpPhase::kGreeting:
      return RefusedForNow{DelayCause::kNotAdmitted, code, std::nullopt};
    case SmtpPhase::kSender:
      // About us, not about who is written to: a person looks at it, and messages wait.
      if (too_big) return RefusedForGood{RefusalCause::kContent, code};
      return RefusedForNow{DelayCause::kNotAdmitted, code, std::nullopt};
    case SmtpPhase::kRecipient:
      if (IsAboutRecipient(enhanced)) return RefusedForGood{RefusalCause::kAddress, code};
      if (IsAboutUs(code_)) return RefusedForNow{DelayCause::kNotAdmitted, code, std::nullopt};
      return RefusedForGood{RefusalCause::kOther, code};
    case SmtpPhase::kContent:
    case SmtpPhase::kEnd:
      return RefusedForGood{
          IsAboutRecipient(enhanced) ? RefusalCause::kAddress : RefusalCause::kContent, code};
  }
  return NotKnown{};
}

}  // namespace parley::messaging
