// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/message_records.h"

#include <optional>
#include <string>
#include <utility>

#include "adapters/postgres/message_json.h"
#include "adapters/postgres/stored_number.h"
#include "application/ports/store.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

// A word of a vocabulary by its number; the first of all where the row is unsound.
template <typename Value>
Value ReadWord(RowReader& row, Value first, Value last) {
  return row.Known(Numbered(row.Integer(), first, last)).value_or(first);
}

std::optional<absl::Time> ReadTimeOrNone(RowReader& row) {
  if (!row.NextIsNull()) return row.Time();
  row.Skip(1);
  return std::nullopt;
}

PersonalOwner OwnerOf(const Message& message) { return {message.debtor, message.id.uuid()}; }

// Of an erased debtor, there is nothing left of what it was filled with.
TemplateValues ReadGiven(const Records& records, const Message& message, RowReader& row) {
  const std::optional<std::string> json = records.DecodeKept(kMessageGiven, OwnerOf(message), row);
  if (!json.has_value() || json->empty()) return {};
  return row.Known(TemplateValuesFromJson(*json)).value_or(TemplateValues());
}

std::optional<MessageWords> ReadWords(const Records& records, const Message& message,
                                      RowReader& row) {
  if (row.NextIsNull()) {
    row.Skip(1);
    return std::nullopt;
  }
  const std::optional<std::string> json = records.DecodeKept(kMessageWords, OwnerOf(message), row);
  if (json.has_value() && !json->empty()) return row.Known(MessageWordsFromJson(*json));
  MessageWords erased;
  erased.template_key = message.order.template_key;
  return erased;
}

std::optional<MessageLease> ReadLease(RowReader& row) {
  const std::optional<std::int64_t> token = row.IntegerOrNone();
  const std::optional<absl::Time> until = ReadTimeOrNone(row);
  if (!token.has_value() || !until.has_value()) return std::nullopt;
  return MessageLease{*token, *until};
}

// Without a key, its content is none either: nothing of a row's own columns stands in it.
template <typename... Cells>
void AddTemplateRow(const TemplateVersion& version, WriteArrays& rows, const Cells&... before) {
  const Template& content = version.content;
  rows.Add(before..., content.key, content.language, static_cast<int>(content.channel),
           static_cast<int>(content.version), JsonOf(content), static_cast<int>(version.state),
           JsonOf(TemplateActs{version.written, version.approved, version.retired}));
}

}  // namespace

absl::StatusOr<Message> ReadMessage(const Records& records, RowReader& row) {
  Message message;
  message.debtor = row.ReadId<DebtorId>();
  message.id = row.ReadId<CommunicationId>();
  records.LearnKey(message.debtor, row);
  message.channel = ReadWord(row, Channel::kCall, Channel::kPublicPost);
  message.purpose = ReadWord(row, Purpose::kDemand, Purpose::kUnrelated);
  message.point = row.ReadId<ContactPointId>();
  message.occasion = row.Text();
  message.order.template_key = row.Text();
  message.order.values = ReadGiven(records, message, row);
  message.asked_by = row.Text();
  message.any_channel = row.Boolean();
  message.follows = row.ReadIdOrNone<CommunicationId>();
  message.state = ReadWord(row, MessageState::kQueued, MessageState::kCancelled);
  message.end = ReadWord(row, MessageEnd::kNone, MessageEnd::kJoined);
  message.was_handed_over = row.Boolean();
  message.was_released = row.Boolean();
  message.not_before = row.Time();
  message.expires = ReadTimeOrNone(row).value_or(absl::InfiniteFuture());
  message.attempts = static_cast<std::int32_t>(row.Integer());
  message.lease = ReadLease(row);
  message.words = ReadWords(records, message, row);
  message.provider = row.Text();
  message.provider_reference = row.Text();
  message.provider_code = row.Text();
  message.revision = row.Integer();
  message.created_time = row.Time();
  message.updated_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestoreMessage(std::move(message));
}

absl::StatusOr<TemplateVersion> ReadTemplate(RowReader& row) {
  TemplateVersion version;
  std::string key = row.Text();
  std::string language = row.Text();
  const Channel channel = ReadWord(row, Channel::kCall, Channel::kPublicPost);
  const auto number = static_cast<std::int32_t>(row.Integer());
  version.content = row.Known(TemplateFromJson(row.Json())).value_or(Template());
  version.content.key = std::move(key);
  version.content.language = std::move(language);
  version.content.channel = channel;
  version.content.version = number;
  version.state = ReadWord(row, TemplateState::kDraft, TemplateState::kRetired);
  TemplateActs acts = row.Known(TemplateActsFromJson(row.Json())).value_or(TemplateActs());
  version.written = std::move(acts.written);
  version.approved = std::move(acts.approved);
  version.retired = std::move(acts.retired);
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return version;
}

void AddMessage(const Records& records, const Message& message, WriteArrays& rows) {
  const std::string given =
      records.Encode(kMessageGiven, OwnerOf(message), JsonOf(message.order.values));
  const bool ends = message.expires != absl::InfiniteFuture();
  rows.Add(message.debtor, message.id, static_cast<int>(message.channel),
           static_cast<int>(message.purpose), message.point, message.occasion,
           message.order.template_key, Bytes{given}, message.asked_by, int{message.any_channel},
           message.follows, message.not_before,
           ends ? std::optional(message.expires) : std::nullopt, message.revision,
           message.created_time, message.updated_time);
}

void AddMessageChange(const Records& records, const Message& message, WriteArrays& rows) {
  // They are written once a hand-over begins, and never change after it.
  std::string words;
  const bool writes = message.state == MessageState::kDispatching && message.words.has_value();
  if (writes) words = records.Encode(kMessageWords, OwnerOf(message), JsonOf(*message.words));
  rows.Add(message.debtor, message.id, static_cast<int>(message.state),
           static_cast<int>(message.end), int{message.was_handed_over}, int{message.was_released},
           message.not_before, static_cast<int>(message.attempts),
           message.lease.has_value() ? std::optional(message.lease->token) : std::nullopt,
           writes ? std::optional(Bytes{words}) : std::nullopt, message.provider,
           message.provider_reference, message.provider_code, message.revision,
           message.updated_time);
}

void AddTemplate(const TemplateVersion& version, WriteArrays& rows) {
  AddTemplateRow(version, rows);
}

void AddTemplateChange(const TemplateVersion& version, WriteArrays& rows) {
  AddTemplateRow(version, rows, kDesk);
}

}  // namespace parley::postgres
