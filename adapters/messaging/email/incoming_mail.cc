// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/incoming_mail.h"

#include <gmime/gmime.h>

#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "adapters/messaging/email/gmime_owned.h"
#include "adapters/messaging/email/return_path.h"

namespace parley::messaging {
namespace {

std::string HeaderOf(GMimeObject* object, const char* name) {
  const char* value = g_mime_object_get_header(object, name);
  return value == nullptr ? "" : value;
}

std::string FirstAddress(InternetAddressList* list) {
  for (int at = 0; list != nullptr && at < internet_address_list_length(list); ++at) {
    InternetAddress* address = internet_address_list_get_address(list, at);
    if (!INTERNET_ADDRESS_IS_MAILBOX(address)) continue;
    const char* text = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
    if (text != nullptr) return text;
  }
  return "";
}

// The identifiers of a header like References, the last of which is the nearest.
std::vector<std::string> IdsIn(const std::string& header) {
  std::vector<std::string> ids;
  for (std::size_t at = header.find('<'); at != std::string::npos; at = header.find('<', at + 1)) {
    const std::size_t end = header.find('>', at);
    if (end == std::string::npos) break;
    ids.insert(ids.begin(), header.substr(at + 1, end - at - 1));
  }
  return ids;
}

std::optional<CommunicationId> AnsweredBy(GMimeMessage* mail) {
  auto* const object = GMIME_OBJECT(mail);
  for (const char* name : {"Delivered-To", "X-Original-To", "To"}) {
    std::string address = HeaderOf(object, name);
    if (name == std::string_view("To")) {
      address = FirstAddress(g_mime_message_get_to(mail));
    }
    if (const auto id = IdInReturnPath(address); id.has_value()) return id;
  }
  for (const char* name : {"In-Reply-To", "References"}) {
    for (const std::string& one : IdsIn(HeaderOf(object, name))) {
      if (const auto id = IdInMessageId(one); id.has_value()) return id;
    }
  }
  return std::nullopt;
}

bool IsAutomatic(GMimeObject* mail) {
  const std::string submitted = absl::AsciiStrToLower(HeaderOf(mail, "Auto-Submitted"));
  const std::string precedence = absl::AsciiStrToLower(HeaderOf(mail, "Precedence"));
  return (!submitted.empty() && submitted != "no") || precedence == "bulk" ||
         precedence == "auto_reply" || precedence == "list" ||
         !HeaderOf(mail, "X-Autoreply").empty();
}

// What a file is, decoded, without keeping it.
void Measure(GMimePart* part, MailAttachment& file) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return;
  const OwnedObject<GMimeStream> none(g_mime_stream_null_new());
  const OwnedObject<GMimeStream> read(g_mime_stream_filter_new(none.get()));
  const OwnedObject<GMimeFilter> sum(g_mime_filter_checksum_new(G_CHECKSUM_SHA256));
  g_mime_stream_filter_add(GMIME_STREAM_FILTER(read.get()), sum.get());
  g_mime_data_wrapper_write_to_stream(content, read.get());
  g_mime_stream_flush(read.get());
  file.size = g_mime_stream_length(none.get());
  const OwnedText digest(g_mime_filter_checksum_get_string(GMIME_FILTER_CHECKSUM(sum.get())));
  if (digest != nullptr) file.digest = absl::StrCat("sha256:", digest.get());
}

// Goes through the parts of a mail, in their order.
class PartReader {
 public:
  explicit PartReader(IncomingMail& mail) : mail_(mail) {}

  // False for a mail of too many parts, or too deep ones.
  bool Read(GMimeObject* part, int depth) {
    if (part == nullptr) return true;
    if (depth > kDeepestPart || ++parts_ > kMostParts) return false;
    if (GMIME_IS_MULTIPART(part)) return ReadMany(GMIME_MULTIPART(part), depth);
    if (GMIME_IS_TEXT_PART(part) && !IsFile(part)) {
      ReadText(GMIME_TEXT_PART(part));
      return true;
    }
    AddFile(part);
    return true;
  }

  // What was only there as a page is read as a page.
  void Finish() {
    if (mail_.text.empty()) mail_.text = TextOfHtml(html_);
  }

 private:
  bool ReadMany(GMimeMultipart* parts, int depth) {
    for (int at = 0; at < g_mime_multipart_get_count(parts); ++at) {
      if (!Read(g_mime_multipart_get_part(parts, at), depth + 1)) return false;
    }
    return true;
  }

  static bool IsFile(GMimeObject* part) {
    const char* disposition = g_mime_object_get_disposition(part);
    return disposition != nullptr &&
           absl::AsciiStrToLower(std::string(disposition)) == "attachment";
  }

  void ReadText(GMimeTextPart* part) {
    const OwnedText text(g_mime_text_part_get_text(part));
    if (text == nullptr) return;
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const bool page = g_mime_content_type_is_type(type, "text", "html") != 0;
    std::string& to = page ? html_ : mail_.text;
    absl::StrAppend(&to, to.empty() ? "" : "\n", text.get());
  }

  // A mail within a mail is named by its type alone.
  void AddFile(GMimeObject* part) {
    MailAttachment file;
    GMimeContentType* type = g_mime_object_get_content_type(part);
    const OwnedText media(g_mime_content_type_get_mime_type(type));
    if (media != nullptr) file.media_type = media.get();
    if (GMIME_IS_PART(part)) {
      const char* name = g_mime_part_get_filename(GMIME_PART(part));
      if (name != nullptr) file.name = name;
      Measure(GMIME_PART(part), file);
    }
    mail_.attachments.push_back(std::move(file));
  }

  IncomingMail& mail_;
  std::string html_;
  int parts_ = 0;
};

IncomingMail AsItCame(std::string_view raw) {
  IncomingMail mail;
  mail.text = std::string(raw);
  mail.understood = false;
  return mail;
}

// The character that a reference like "&amp;" stands for; none for what is no such reference.
std::optional<std::string_view> Referenced(std::string_view name) {
  constexpr auto kKnown =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"amp", "&"},
                                                                    {"lt", "<"},
                                                                    {"gt", ">"},
                                                                    {"quot", "\""},
                                                                    {"apos", "'"},
                                                                    {"nbsp", " "},
                                                                    {"#39", "'"},
                                                                    {"#160", " "},
                                                                    {"rsquo", "\u2019"},
                                                                    {"euro", "\u20AC"},
                                                                    {"pound", "\u00A3"}});
  for (const auto& [known, character] : kKnown) {
    if (known == name) return character;
  }
  return std::nullopt;
}

bool BreaksLine(std::string_view tag) {
  for (const std::string_view one : {"br", "p", "div", "tr", "li", "h1", "h2", "h3", "/p", "/div",
                                     "/tr", "/table", "blockquote", "/blockquote"}) {
    if (tag == one) return true;
  }
  return false;
}

}  // namespace

std::string TextOfHtml(std::string_view html) {
  std::string text;
  std::string hidden_until;  // The end of what is never shown.
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      const std::size_t end = html.find('>', at);
      if (end == std::string_view::npos) break;
      std::string tag(html.substr(at + 1, end - at - 1));
      tag = absl::AsciiStrToLower(tag.substr(0, tag.find_first_of(" \t\r\n", 1)));
      if (!tag.empty() && tag.back() == '/') tag.pop_back();
      if (hidden_until.empty() && (tag == "style" || tag == "script" || tag == "head")) {
        hidden_until = "/" + tag;
      } else if (tag == hidden_until) {
        hidden_until.clear();
      } else if (hidden_until.empty() && BreaksLine(tag)) {
        text += '\n';
      }
      at = end + 1;
      continue;
    }
    const std::size_t semicolon =
        html[at] == '&' ? html.substr(at, 12).find(';') : std::string_view::npos;
    if (!hidden_until.empty()) {
      ++at;
    } else if (const auto known = semicolon == std::string_view::npos
                                      ? std::nullopt
                                      : Referenced(html.substr(at + 1, semicolon - 1));
               known.has_value()) {
      text += *known;
      at += semicolon + 1;
    } else {
      text += html[at] == '\r' || html[at] == '\n' ? ' ' : html[at];
      ++at;
    }
  }
  return text;
}

IncomingMail ReadIncomingMail(std::string_view raw) {
  if (raw.size() > kLongestMail) return AsItCame(raw.substr(0, kLongestMail));
  PrepareGMime();
  const OwnedObject<GMimeStream> stream = StreamOf(raw);
  const OwnedObject<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const OwnedObject<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) return AsItCame(raw);
  IncomingMail mail;
  mail.from = FirstAddress(g_mime_message_get_from(message.get()));
  mail.to = FirstAddress(g_mime_message_get_to(message.get()));
  const char* subject = g_mime_message_get_subject(message.get());
  if (subject != nullptr) mail.subject = subject;
  const char* id = g_mime_message_get_message_id(message.get());
  if (id != nullptr) mail.message_id = id;
  if (GDateTime* date = g_mime_message_get_date(message.get()); date != nullptr) {
    mail.date = absl::FromUnixSeconds(g_date_time_to_unix(date));
  }
  mail.answers = AnsweredBy(message.get());
  mail.automatic = IsAutomatic(GMIME_OBJECT(message.get()));
  PartReader reader(mail);
  const bool read = reader.Read(g_mime_message_get_mime_part(message.get()), 0);
  reader.Finish();
  // Who writes nobody's name and nothing that can be read wrote no mail.
  const bool is_mail = !mail.from.empty() || !mail.message_id.empty();
  if (!read || !is_mail) {
    mail.text = std::string(raw);
    mail.attachments.clear();
    mail.understood = false;
  }
  return mail;
}

}  // namespace parley::messaging
