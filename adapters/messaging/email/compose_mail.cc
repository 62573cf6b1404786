// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/compose_mail.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "adapters/messaging/email/gmime_owned.h"
#include "domain/common/text.h"
#include "domain/debtor/address_form.h"

namespace parley::messaging {
namespace {

constexpr std::size_t kLongestSubject = 998;  // RFC 5322, 2.1.1.
constexpr std::size_t kLongestBody = 1'000'000;
constexpr std::size_t kLongestUrl = 900;  // So that its line is none too long.

bool IsPlain(char letter) { return absl::ascii_isgraph(static_cast<unsigned char>(letter)); }

// Before the @ an address must be ASCII: few relays take another (RFC 6531). Behind it libcurl
// writes what a name server knows.
bool CanBeAddressed(std::string_view address) {
  const std::string_view name = address.substr(0, address.find('@'));
  return IsEmail(address) && std::all_of(name.begin(), name.end(), IsPlain);
}

bool IsLinkable(std::string_view url) {
  return url.empty() || (url.starts_with("https://") && url.size() <= kLongestUrl &&
                         url.find_first_of("<>\"") == std::string_view::npos &&
                         std::all_of(url.begin(), url.end(), IsPlain));
}

OwnedObject<GMimePart> PartOf(const char* subtype, std::string_view text) {
  OwnedObject<GMimePart> part(g_mime_part_new_with_type("text", subtype));
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
  const OwnedObject<GMimeStream> stream = StreamOf(text);
  const OwnedObject<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part.get(), content.get());
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return part;
}

void SetBody(GMimeMessage* mail, const EmailWords& words) {
  const OwnedObject<GMimePart> text = PartOf("plain", words.text.Reveal());
  if (words.html.Reveal().empty()) {
    g_mime_message_set_mime_part(mail, GMIME_OBJECT(text.get()));
    return;
  }
  const OwnedObject<GMimeMultipart> both(g_mime_multipart_new_with_subtype("alternative"));
  g_mime_multipart_add(both.get(), GMIME_OBJECT(text.get()));
  const OwnedObject<GMimePart> html = PartOf("html", words.html.Reveal());
  g_mime_multipart_add(both.get(), GMIME_OBJECT(html.get()));
  g_mime_message_set_mime_part(mail, GMIME_OBJECT(both.get()));
}

void SetHeader(GMimeMessage* mail, const char* name, const std::string& value) {
  g_mime_object_set_header(GMIME_OBJECT(mail), name, value.c_str(), "utf-8");
}

// As it is: GMime would fold what has no blanks.
void SetRawHeader(GMimeMessage* mail, const char* name, const std::string& value) {
  SetHeader(mail, name, value);
  GMimeHeaderList* headers = g_mime_object_get_header_list(GMIME_OBJECT(mail));
  GMimeHeader* header =
      g_mime_header_list_get_header_at(headers, g_mime_header_list_get_count(headers) - 1);
  g_mime_header_set_raw_value(header, absl::StrCat(" ", value, "\n").c_str());
}

std::string WireFormOf(GMimeMessage* mail) {
  const OwnedFormat format(g_mime_format_options_new());
  g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
  const OwnedObject<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_object_write_to_stream(GMIME_OBJECT(mail), format.get(), memory.get());
  return TextOf(memory.get());
}

}  // namespace

std::optional<RefusalCause> RefusalOf(const MailHead& head, const EmailWords& words) {
  if (!CanBeAddressed(head.to)) return RefusalCause::kAddress;
  const bool sound = !CheckText(head.from_name, kLongestName) &&
                     !CheckText(words.subject.Reveal(), kLongestSubject) &&
                     !words.text.Reveal().empty() &&
                     !CheckText(words.text.Reveal(), kLongestBody, Lines::kMany) &&
                     !CheckText(words.html.Reveal(), kLongestBody, Lines::kMany) &&
                     IsLinkable(words.unsubscribe_url);
  return sound ? std::nullopt : std::optional(RefusalCause::kContent);
}

std::string ComposeMail(const MailHead& head, const EmailWords& words) {
  PrepareGMime();
  const OwnedObject<GMimeMessage> mail(g_mime_message_new(/*pretty_headers=*/TRUE));
  g_mime_message_add_mailbox(mail.get(), GMIME_ADDRESS_TYPE_FROM,
                             head.from_name.empty() ? nullptr : head.from_name.c_str(),
                             head.from_address.c_str());
  g_mime_message_add_mailbox(mail.get(), GMIME_ADDRESS_TYPE_TO, nullptr, head.to.c_str());
  g_mime_message_set_subject(mail.get(), words.subject.Reveal().c_str(), "utf-8");
  const OwnedDate date(g_date_time_new_from_unix_utc(absl::ToUnixSeconds(head.date)));
  g_mime_message_set_date(mail.get(), date.get());
  g_mime_message_set_message_id(mail.get(), head.message_id.c_str());
  // RFC 3834: no machine is to answer it.
  SetHeader(mail.get(), "Auto-Submitted", "auto-generated");
  if (!words.unsubscribe_url.empty()) {
    SetRawHeader(mail.get(), "List-Unsubscribe", absl::StrCat("<", words.unsubscribe_url, ">"));
    SetHeader(mail.get(), "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");  // RFC 8058.
  }
  SetBody(mail.get(), words);
  return WireFormOf(mail.get());
}

}  // namespace parley::messaging
