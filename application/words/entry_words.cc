// SPDX-License-Identifier: Apache-2.0
#include "application/words/entry_words.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "application/words/interest_words.h"
#include "domain/common/money.h"
#include "domain/debt/fee.h"
#include "domain/debt/position.h"

namespace parley {
namespace {

using Sentences = std::vector<std::string>;

std::string Key(std::string_view group, std::string_view name) {
  return std::string(group) + "." + std::string(name);
}

// An entry, in which language it is told, and what it did to the debt's parts.
struct Telling {
  const Entry& entry;
  const Entry* linked;
  Currency currency;
  const Voice& voice;
  Position effect;

  Money In(std::int64_t minor_units) const { return {minor_units, currency}; }
  WordArguments Amount(std::int64_t minor_units) const { return {{"amount", In(minor_units)}}; }
};

// "interest €10.00, principal €40.00": what changed. `owed_sign` is -1 where less is owed is told
// as an amount above zero.
std::string Parts(const Telling& told, int owed_sign) {
  Sentences parts;
  const auto add = [&](const std::string& key, std::int64_t minor_units) {
    if (minor_units == 0) return;
    parts.push_back(
        told.voice.Say("part", {{"name", told.voice.Say(key)}, {"amount", told.In(minor_units)}}));
  };
  for (const Bucket bucket : kBuckets) {
    add(Key("bucket", NameOf(bucket)), owed_sign * told.effect.owed[bucket]);
  }
  add("part.HELD", told.effect.credit);
  add("part.RECOVERED", told.effect.recovered);
  if (told.entry.kind == EntryKind::kCorrection) {
    add("part.WRITTEN_OFF", told.effect.written_off);
  }
  return absl::StrJoin(parts, ", ");
}

void TellOpening(const Telling& told, Sentences& sentences) {
  const std::int64_t amount = told.entry.amount;
  if (amount == 0) {
    sentences.push_back(told.voice.Say("entry.OPENING_NONE"));
  } else if (amount < 0) {
    sentences.push_back(told.voice.Say("entry.OPENING_HELD", told.Amount(-amount)));
  } else {
    sentences.push_back(told.voice.Say("entry.OPENING", told.Amount(amount)));
    const std::string parts = Parts(told, 1);
    sentences.push_back(told.voice.Say("entry.MADE_OF", {{"parts", parts}}));
  }
}

// Why there is a fee, and what allows it.
void TellFee(const FeeDetail& fee, const Voice& voice, Sentences& sentences) {
  sentences.push_back(voice.Say(
      "entry.FEE_CAUSE", {{"cause", std::string(NameOf(fee.cause))}, {"ref", fee.cause_ref}}));
  sentences.push_back(
      voice.Say("interest.RULE", {{"rule", fee.rule}, {"version", absl::StrCat(fee.version)}}));
  if (fee.basis.empty()) return;
  sentences.push_back(voice.Say("interest.BASIS", {{"basis", fee.basis}}));
}

// More is owed, but for what money that we held has covered at once.
void TellRise(const Telling& told, Sentences& sentences) {
  const std::string_view bucket = NameOf(told.entry.bucket.value_or(Bucket::kPrincipal));
  if (told.entry.kind == EntryKind::kFee && !told.entry.bucket.has_value()) {
    sentences.push_back(told.voice.Say("entry.FEE", told.Amount(told.entry.amount)));
  } else {
    sentences.push_back(told.voice.Say(
        "entry.CHARGE", {{"bucket", std::string(bucket)}, {"amount", told.In(told.entry.amount)}}));
  }
  if (told.entry.kind == EntryKind::kFee && told.entry.fee.has_value()) {
    TellFee(*told.entry.fee, told.voice, sentences);
  }
  if (told.effect.credit >= 0) return;
  sentences.push_back(told.voice.Say("entry.COVERED", told.Amount(-told.effect.credit)));
}

// Less is owed: how much of each part.
void TellFall(const Telling& told, Sentences& sentences) {
  const Entry& entry = told.entry;
  sentences.push_back(told.voice.Say(Key("entry", NameOf(entry.kind)), told.Amount(entry.amount)));
  const std::string parts = Parts(told, -1);
  if (parts.empty()) return;
  const bool comes_in = entry.kind == EntryKind::kPayment || entry.kind == EntryKind::kCredit;
  sentences.push_back(
      told.voice.Say(comes_in ? "entry.USED" : "entry.THAT_IS", {{"parts", parts}}));
}

void TellBalance(const Telling& told, Sentences& sentences) {
  const std::int64_t change = Net(told.effect).value_or(0);
  if (change == 0) {
    sentences.push_back(told.voice.Say("entry.BALANCE_SAME"));
  } else {
    sentences.push_back(told.voice.Say(change > 0 ? "entry.BALANCE_UP" : "entry.BALANCE_DOWN",
                                       told.Amount(change > 0 ? change : -change)));
  }
}

void TellReversal(const Telling& told, Sentences& sentences) {
  if (told.linked == nullptr) {
    sentences.push_back(told.voice.Say("entry.REVERSAL_UNKNOWN", told.Amount(told.entry.amount)));
  } else {
    sentences.push_back(
        told.voice.Say("entry.REVERSAL", {{"kind", std::string(NameOf(told.linked->kind))},
                                          {"amount", told.In(told.linked->amount)},
                                          {"day", told.linked->value_date}}));
  }
  TellBalance(told, sentences);
}

void TellCorrection(const Telling& told, Sentences& sentences) {
  if (told.linked == nullptr) {
    sentences.push_back(told.voice.Say("entry.CORRECTION_UNKNOWN"));
  } else {
    sentences.push_back(told.voice.Say(
        "entry.CORRECTION",
        {{"kind", std::string(NameOf(told.linked->kind))}, {"day", told.linked->value_date}}));
  }
  if (told.entry.interest.has_value()) {
    sentences.push_back(told.voice.Say("interest.AGAIN"));
    sentences.push_back(TellInterest(told.entry, told.currency, told.voice));
  }
  const std::string parts = Parts(told, 1);
  if (!parts.empty()) {
    sentences.push_back(told.voice.Say("entry.DIFFERENCE", {{"parts", parts}}));
  }
  TellBalance(told, sentences);
}

void TellInterestLine(const Telling& told, Sentences& sentences) {
  sentences.push_back(told.voice.Say("interest.LINE", told.Amount(told.entry.amount)));
  if (!told.entry.interest.has_value()) return;
  sentences.push_back(TellInterest(told.entry, told.currency, told.voice));
}

}  // namespace

std::string TellEntry(const Entry& entry, const Entry* linked, Currency currency,
                      const Voice& voice) {
  const Telling told{entry, linked, currency, voice, EffectOf(entry.postings)};
  Sentences sentences;
  switch (entry.kind) {
    case EntryKind::kOpening:
      TellOpening(told, sentences);
      break;
    case EntryKind::kCharge:
    case EntryKind::kFee:
      TellRise(told, sentences);
      break;
    case EntryKind::kPayment:
    case EntryKind::kCredit:
    case EntryKind::kWaiver:
    case EntryKind::kWriteOff:
      TellFall(told, sentences);
      break;
    case EntryKind::kRefund:
      sentences.push_back(voice.Say("entry.REFUND", told.Amount(entry.amount)));
      break;
    case EntryKind::kInterest:
      TellInterestLine(told, sentences);
      break;
    case EntryKind::kReversal:
      TellReversal(told, sentences);
      break;
    case EntryKind::kCorrection:
      TellCorrection(told, sentences);
      break;
  }
  return absl::StrJoin(sentences, " ");
}

}  // namespace parley
