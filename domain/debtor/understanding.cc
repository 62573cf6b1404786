// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/understanding.h"

#include <cstddef>
#include <string>

namespace parley {
namespace {

template <typename Word>
std::string InWord(Word word) {
  return std::string(WordsOf<Word>()[static_cast<std::size_t>(word)]);
}

}  // namespace

std::vector<Understood> WhatWeUnderstood(const DebtorRecord& record, Day today, absl::Time now) {
  std::vector<Understood> all;
  for (const LifeCircumstance& one : record.circumstances) {
    if (!StandsOn(one, today)) continue;
    all.push_back(
        {UnderstoodKind::kCircumstance, one.id.uuid(), InWord(one.event), std::nullopt, one.from});
  }
  for (const SupportNeed& one : record.needs) {
    if (StandsOn(one, today)) {
      all.push_back({UnderstoodKind::kSupportNeed, one.id.uuid(), InWord(one.adjustment), {}, {}});
    }
  }
  for (const Inconvenience& one : record.inconveniences) {
    if (!IsInForce(one, now)) continue;
    const std::string word = one.place == Place::kNone ? InWord(one.kind) : InWord(one.place);
    all.push_back({UnderstoodKind::kInconvenience, one.id.uuid(), word, {}, {}});
  }
  for (const Promise& one : record.promises) {
    if (one.state != PromiseState::kPending) continue;
    all.push_back({UnderstoodKind::kPromise, one.id.uuid(), {}, one.amount, one.due});
  }
  for (const DebtDispute& one : record.disputes) {
    if (!IsOpen(one)) continue;
    all.push_back(
        {UnderstoodKind::kDispute, one.id.uuid(), InWord(one.ground), one.disputed, std::nullopt});
  }
  for (const Complaint& one : record.complaints) {
    if (IsOpen(one)) all.push_back({UnderstoodKind::kComplaint, one.id.uuid(), {}, {}, {}});
  }
  for (const CallbackRequest& one : record.callbacks) {
    if (!IsAwaited(one, now)) continue;
    all.push_back({UnderstoodKind::kCallback, one.id.uuid(), {}, {}, one.wished});
  }
  return all;
}

}  // namespace parley
