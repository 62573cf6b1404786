// SPDX-License-Identifier: Apache-2.0
// The floor's answer to whether a person may be contacted: the rows that the product reads, and no
// rule. The answer has the size of the product's, whose sentences lie ready.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/benchmarks/rpc/floor_work.h"

namespace parley::bench {
namespace {

constexpr std::array kReads = {"contact_debtor", "contact_facts",  "contact_parts",
                               "contact_barred", "contact_holds",  "contact_debts",
                               "contact_money",  "contact_history"};
constexpr std::array kReadsOfTenant = {"contact_switches", "contact_edition"};
constexpr int kNameLength = 44;  // debtors/{36}

constexpr std::array kChannels = {v1::CHANNEL_CALL,
                                  v1::CHANNEL_SMS,
                                  v1::CHANNEL_EMAIL,
                                  v1::CHANNEL_DIRECT_MESSAGE,
                                  v1::CHANNEL_LETTER,
                                  v1::CHANNEL_VISIT,
                                  v1::CHANNEL_RINGLESS_VOICEMAIL};
// What the product tells of a channel.
constexpr int kFindings = 3;
constexpr std::size_t kSentence = 100;

void WriteAnswer(v1::GateAnswer& out) {
  const std::string sentence(kSentence, 'a');
  out.set_decision(v1::GATE_DECISION_DEFER);
  out.set_variant(v1::MESSAGE_VARIANT_FULL);
  out.set_sentence(sentence);
  for (int finding = 0; finding < kFindings; ++finding) {
    v1::RuleFinding& told = *out.add_findings();
    told.set_rulebook("HOUSE.CONSIDERATE");
    told.set_version("2026-01");
    told.set_rule("HOUSE.SOME_RULE");
    told.set_cite("considerate: what a person asks for is respected");
    told.set_word(v1::RULE_WORD_DEFERS);
    told.set_sentence(sentence);
  }
}

// What is counted: how many of each channel, and the latest.
struct Counts {
  std::array<int, 32> of_channel{};
  std::int64_t latest = 0;
};

Counts CountsOf(FloorRow& history) {
  Counts counts;
  for (int row = 0; row < history.rows(); ++row) {
    history.GoTo(row);
    ++counts.of_channel.at(static_cast<std::size_t>(history.Small(0)));
    counts.latest = history.Instant(1);
  }
  return counts;
}

}  // namespace

void FloorWork::EvaluateContact(const v1::EvaluateContactRequest& request,
                                v1::EvaluateContactResponse& response) {
  const DebtName name{std::string_view(request.parent()).substr(8, 36), {}};
  connection_.Send("begin");
  for (const char* read : kReads) connection_.Send(read, DebtorKey(name));
  for (const char* read : kReadsOfTenant) {
    connection_.Send(read, std::move(Parameters().Text(tenant_)));
  }
  connection_.Send("commit");
  connection_.Sync();
  connection_.Next();
  std::vector<FloorRow> rows;
  for (std::size_t at = 0; at < kReads.size() + kReadsOfTenant.size(); ++at) {
    rows.push_back(connection_.Next());
  }
  connection_.Next();
  connection_.EndOfSync();
  const FloorTexts::Key key(texts_, name.debtor, rows[0].Bytes(0));
  key.Open("debtors", "display_name", name.debtor, rows[0].Bytes(1));
  key.Open("debtors", "birth_date", name.debtor, rows[0].Bytes(2));
  FloorRow& debts = rows[5];
  for (int row = 0; row < debts.rows(); ++row) {
    debts.GoTo(row);
    const std::string id = debts.Uuid(0);
    key.Open("debts", "agreement_reference", id, debts.Bytes(1));
    response.add_debts(absl::StrCat(request.parent().substr(0, kNameLength), "/debts/", id));
  }
  const Counts counts = CountsOf(rows[7]);
  response.set_time_zone(std::string(rows[0].Bytes(3)));
  response.mutable_judged_time()->set_seconds(counts.latest / 1'000'000);
  for (const v1::Channel channel : kChannels) {
    v1::ChannelVerdict& verdict = *response.add_channels();
    verdict.set_channel(channel);
    verdict.mutable_next_time()->set_seconds(counts.latest / 1'000'000);
    WriteAnswer(*verdict.mutable_answer());
  }
}

}  // namespace parley::bench
