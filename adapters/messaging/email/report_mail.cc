// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/report_mail.h"

#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace parley::messaging {
namespace {

constexpr int kForPrograms = 1;
constexpr int kEnclosed = 2;

std::string HeaderOf(GMimeObject* object, const char* name) {
  const char* value = g_mime_object_get_header(object, name);
  return value == nullptr ? "" : value;
}

// The content of a part, decoded. GMime keeps what it takes for a message apart.
std::string ContentOf(GMimeObject* part) {
  const OwnedObject<GMimeStream> memory(g_mime_stream_mem_new());
  if (GMIME_IS_PART(part)) {
    GMimeDataWrapper* content = g_mime_part_get_content(GMIME_PART(part));
    if (content != nullptr) g_mime_data_wrapper_write_to_stream(content, memory.get());
  } else if (part != nullptr) {
    g_mime_object_write_content_to_stream(part, nullptr, memory.get());
  }
  return absl::StrReplaceAll(TextOf(memory.get()), {{"\r\n", "\n"}});
}

Fields FieldsOf(const std::string& lines) {
  const OwnedObject<GMimeStream> stream = StreamOf(absl::StrCat(lines, "\n\n"));
  const OwnedObject<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return Fields(OwnedObject<GMimeObject>(g_mime_parser_construct_part(parser.get(), nullptr)));
}

}  // namespace

std::string Fields::Get(const char* name) const {
  if (holder_ == nullptr) return "";
  const std::string value = HeaderOf(holder_.get(), name);
  return std::string(absl::StripAsciiWhitespace(value));
}

std::optional<ReportMail> ReportMail::Parse(std::string_view mail) {
  PrepareGMime();
  const OwnedObject<GMimeStream> stream = StreamOf(mail);
  const OwnedObject<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  OwnedObject<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) return std::nullopt;
  GMimeObject* body = g_mime_message_get_mime_part(message.get());
  if (body == nullptr || !GMIME_IS_MULTIPART(body)) return std::nullopt;
  GMimeContentType* type = g_mime_object_get_content_type(body);
  if (!g_mime_content_type_is_type(type, "multipart", "report")) return std::nullopt;
  return ReportMail(std::move(message));
}

std::string ReportMail::Header(const char* name) const {
  return HeaderOf(GMIME_OBJECT(mail_.get()), name);
}

GMimeObject* ReportMail::Part(int index) const {
  auto* parts = GMIME_MULTIPART(g_mime_message_get_mime_part(mail_.get()));
  return index < g_mime_multipart_get_count(parts) ? g_mime_multipart_get_part(parts, index)
                                                   : nullptr;
}

std::vector<std::string> ReportMail::Recipients() const {
  std::vector<std::string> found;
  for (const char* name : {"Delivered-To", "X-Original-To"}) {
    if (std::string value = Header(name); !value.empty()) found.push_back(std::move(value));
  }
  InternetAddressList* list = g_mime_message_get_to(mail_.get());
  for (int at = 0; at < internet_address_list_length(list); ++at) {
    InternetAddress* address = internet_address_list_get_address(list, at);
    if (!INTERNET_ADDRESS_IS_MAILBOX(address)) continue;
    const char* text = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
    if (text != nullptr) found.emplace_back(text);
  }
  return found;
}

std::string ReportMail::MessageId() const {
  const char* id = g_mime_message_get_message_id(mail_.get());
  return id == nullptr ? "" : id;
}

std::optional<absl::Time> ReportMail::Date() const {
  GDateTime* date = g_mime_message_get_date(mail_.get());
  if (date == nullptr) return std::nullopt;
  return absl::FromUnixSeconds(g_date_time_to_unix(date));
}

std::vector<Fields> ReportMail::Groups() const {
  std::vector<Fields> groups;
  const std::string content = ContentOf(Part(kForPrograms));
  for (const absl::string_view lines : absl::StrSplit(content, "\n\n", absl::SkipWhitespace())) {
    groups.push_back(FieldsOf(std::string(lines)));
  }
  return groups;
}

std::string ReportMail::EnclosedMessageId() const {
  GMimeObject* enclosed = Part(kEnclosed);
  if (enclosed == nullptr) return "";
  if (GMIME_IS_MESSAGE_PART(enclosed)) {
    GMimeMessage* mail = g_mime_message_part_get_message(GMIME_MESSAGE_PART(enclosed));
    const char* id = mail == nullptr ? nullptr : g_mime_message_get_message_id(mail);
    return id == nullptr ? "" : id;
  }
  return FieldsOf(ContentOf(enclosed)).Get("Message-ID");
}

}  // namespace parley::messaging
