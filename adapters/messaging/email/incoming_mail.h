// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_EMAIL_INCOMING_MAIL_H_
#define PARLEY_ADAPTERS_MESSAGING_EMAIL_INCOMING_MAIL_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "domain/communication/log/contact.h"

namespace parley::messaging {

// Of a mail that is longer no more is read; so deep and so many are its parts at most.
inline constexpr std::size_t kLongestMail = std::size_t{32} * 1024 * 1024;
inline constexpr int kDeepestPart = 20;
inline constexpr int kMostParts = 100;

struct MailAttachment {
  std::string name;
  std::string media_type;
  std::int64_t size = 0;  // Bytes, decoded.
  std::string digest;     // Of these bytes, as "sha256:..." in hexadecimal; empty for no file.
};

// A mail that somebody wrote to us.
struct IncomingMail {
  std::string from;  // The address alone.
  std::string to;
  std::string subject;
  std::string text;  // What a person would read, as UTF-8 where its charset is known.
  std::string message_id;
  std::optional<absl::Time> date;
  std::optional<CommunicationId> answers;  // The message of ours whose thread it is in.
  bool automatic = false;                  // A machine wrote it: it gets no acknowledgement.
  bool understood = true;                  // Else the text is the mail as it came.
  std::vector<MailAttachment> attachments;
};

// Reads any bytes: of what is no mail, or is too long, too deep or has too many parts, nothing is
// lost that fits into kLongestMail: it is in the text as it came.
IncomingMail ReadIncomingMail(std::string_view raw);

// What a person would read of a page, without its tags.
std::string TextOfHtml(std::string_view html);

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_EMAIL_INCOMING_MAIL_H_
