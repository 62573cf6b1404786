// SPDX-License-Identifier: Apache-2.0
#include "application/words/interest_words.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "domain/common/money.h"
#include "domain/debt/interest_working.h"

namespace parley {
namespace {

std::string TellPiece(const WorkedPiece& piece, Currency currency, const Voice& voice) {
  const bool one_day = piece.days.from == piece.days.to;
  return voice.Say(one_day ? "interest.PIECE_DAY" : "interest.PIECE",
                   {{"days", piece.counted},
                    {"first", piece.days.from},
                    {"last", piece.days.to},
                    {"base", Money(piece.base, currency)},
                    {"rate", ExactNumber{piece.percent}},
                    {"fraction", piece.fraction},
                    {"product", ExactAmount{piece.product, currency}}});
}

// From the exact sum to what was posted, or by a correction should have been: of how much that
// differs from what stood there, the correction tells by itself.
void TellAmounts(const Entry& entry, const InterestWorking& working, Currency currency,
                 const Voice& voice, std::vector<std::string>& sentences) {
  const bool corrects = entry.kind == EntryKind::kCorrection;
  const std::int64_t topped_up = entry.interest->topped_up;
  const std::int64_t accrued = corrects ? working.rounded : entry.amount - topped_up;
  if (working.pieces.size() > 1 || !working.carried.empty()) {
    sentences.push_back(voice.Say("interest.SUM", {{"sum", ExactAmount{working.sum, currency}}}));
  }
  if (!corrects && IsCapped(working, accrued)) {
    sentences.push_back(voice.Say("interest.CAPPED", {{"amount", Money(entry.amount, currency)}}));
    return;
  }
  sentences.push_back(voice.Say("interest.ROUNDED", {{"amount", Money(accrued, currency)}}));
  if (topped_up == 0) return;
  sentences.push_back(voice.Say(
      "interest.MINIMUM",
      {{"added", Money(topped_up, currency)}, {"amount", Money(accrued + topped_up, currency)}}));
}

}  // namespace

std::string TellInterest(const Entry& entry, Currency currency, const Voice& voice) {
  const InterestDetail& detail = *entry.interest;
  const InterestWorking working = WorkOut(detail, currency);
  std::vector<std::string> sentences;
  for (const WorkedPiece& piece : working.pieces) {
    sentences.push_back(TellPiece(piece, currency, voice));
  }
  if (!working.carried.empty()) {
    sentences.push_back(
        voice.Say("interest.CARRIED", {{"carried", ExactAmount{working.carried, currency}}}));
  }
  TellAmounts(entry, working, currency, voice, sentences);
  if (detail.day_count == DayCount::k30360Us) {
    sentences.push_back(voice.Say("interest.MONTHS_OF_30"));
  }
  if (!detail.rule.empty()) {
    sentences.push_back(voice.Say(
        "interest.RULE", {{"rule", detail.rule}, {"version", absl::StrCat(detail.version)}}));
  }
  if (!detail.basis.empty()) {
    sentences.push_back(voice.Say("interest.BASIS", {{"basis", detail.basis}}));
  }
  return absl::StrJoin(sentences, " ");
}

}  // namespace parley
