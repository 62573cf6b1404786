// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/mail_posts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "adapters/messaging/email/incoming_mail.h"

namespace parley {
namespace {

constexpr std::size_t kLongestAddress = 1000;
constexpr std::size_t kLongestSubject = 10'000;
constexpr std::size_t kLongestMediaType = 200;

// Up to so many bytes, and no part of a character at the end.
std::string Cut(std::string text, std::size_t most) {
  std::size_t cut = std::min(text.size(), most);
  while (cut > 0 && cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
    --cut;
  }
  text.resize(cut);
  return text;
}

// What names a mail has no place for control characters.
std::string Plain(std::string text) {
  std::erase_if(text, [](char one) {
    const auto byte = static_cast<unsigned char>(one);
    return byte < 0x20U || byte >= 0x7FU;
  });
  return text;
}

}  // namespace

absl::StatusOr<PostedInbound> MailPosts::Read(std::string_view body, absl::Time now) const {
  messaging::IncomingMail mail = messaging::ReadIncomingMail(body);
  PostedInbound posted;
  posted.channel = Channel::kEmail;
  posted.from = SensitiveText(Cut(std::move(mail.from), kLongestAddress));
  posted.to = SensitiveText(Cut(std::move(mail.to), kLongestAddress));
  posted.subject = SensitiveText(Cut(std::move(mail.subject), kLongestSubject));
  posted.text = SensitiveText(std::move(mail.text));
  posted.provider_id = Cut(Plain(mail.message_id), kLongestAddress);
  // What a mail says of its time is its sender's word.
  posted.received = now;
  posted.answers = mail.answers;
  posted.automatic = mail.automatic;
  for (messaging::MailAttachment& one : mail.attachments) {
    posted.attachments.push_back(
        {.name = SensitiveText(Cut(std::move(one.name), kLongestAddress)),
         .media_type = Cut(Plain(one.media_type), kLongestMediaType),
         .size = one.size,
         .digest = std::move(one.digest),
         .where = SensitiveText("the mail server, in the mail " + posted.provider_id)});
  }
  return posted;
}

}  // namespace parley
