// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/conversation_text.h"

#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/time.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

std::string WordText(const std::string& value, std::string_view prefix) {
  std::string words = absl::AsciiStrToLower(WithoutPrefix(value, prefix));
  for (char& c : words) c = c == '_' ? ' ' : c;
  return words;
}

std::string MinuteText(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%d %H:%M", absl::FromUnixSeconds(time.seconds()),
                          absl::UTCTimeZone());
}

std::string StateText(const v1::Conversation& one) {
  return WordText(v1::ConversationState_Name(one.state()), "CONVERSATION_STATE_");
}

}  // namespace

std::string ConversationsText(const v1::ListConversationsResponse& list) {
  if (list.conversations_size() == 0) return "None.\n";
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  table.Add({"Conversation", "State", "Who has it", "Last change (UTC)"});
  table.AddRule({0, 1, 2, 3});
  for (const v1::Conversation& one : list.conversations()) {
    table.Add({one.name(), StateText(one), one.assigned_to(), MinuteText(one.update_time())});
  }
  return table.Render();
}

std::string LineText(const v1::ConversationLine& line) {
  const std::string_view who = line.side() == v1::CONVERSATION_SIDE_PERSON ? "they" : "we";
  const std::string text = line.text().empty() ? "(no words)" : Printable(line.text());
  return absl::StrCat(MinuteText(line.spoken_time()), "  ", std::string(who), ", ",
                      WordText(v1::Channel_Name(line.channel()), "CHANNEL_"), ": ", text, "\n");
}

std::string HandoverText(const v1::Handover& handover) {
  const v1::Conversation& one = handover.conversation();
  std::vector<std::string> channels;
  for (const int channel : handover.channels()) {
    channels.push_back(WordText(v1::Channel_Name(static_cast<v1::Channel>(channel)), "CHANNEL_"));
  }
  std::string text = absl::StrCat(
      Printable(one.name()), "\n  state      ", StateText(one), "\n  waits for  ",
      handover.waits_for_us() ? "us" : "them", "\n  held by    ", absl::StrJoin(channels, ", "),
      "\n  came in    ", handover.came_in(), "\n  went out   ", handover.went_out(), "\n");
  if (!one.assigned_to().empty()) {
    absl::StrAppend(&text, "  is with    ", Printable(one.assigned_to()), "\n");
  }
  for (const v1::ConversationNote& note : handover.notes()) {
    absl::StrAppend(&text, "  note       ", Printable(note.author()), ": ", Printable(note.text()),
                    "\n");
  }
  absl::StrAppend(&text, "\n");
  for (const v1::ConversationLine& line : handover.last_lines()) {
    absl::StrAppend(&text, LineText(line));
  }
  return text;
}

}  // namespace parley::cli
