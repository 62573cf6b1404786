// SPDX-License-Identifier: Apache-2.0
#include "domain/worklist/pending_act.h"

#include <array>
#include <cstddef>

namespace parley {
namespace {

// In the order of the enum, which begins at one.
constexpr auto kNames =
    std::to_array<std::string_view>({"WAIVER", "WRITE_OFF", "REFUND", "HOLD", "CLOSE", "DECIDE"});

bool HasAmount(const PendingAct& act) {
  return act.amount.has_value() && act.amount->minor_units() > 0;
}

bool HasMoney(const PendingAct& act) {
  const bool may_have_bucket = act.kind != ActKind::kRefund;
  return HasAmount(act) && (may_have_bucket || !act.bucket.has_value());
}

bool HasNothingOfAnEntry(const PendingAct& act) {
  return !act.bucket.has_value() && !act.value_date.has_value() && act.external_ref.empty();
}

}  // namespace

std::string_view NameOf(ActKind kind) { return kNames.at(static_cast<std::size_t>(kind) - 1); }

std::optional<ActKind> ActKindNumbered(std::int64_t number) {
  if (number < 1 || number > static_cast<std::int64_t>(kNames.size())) return std::nullopt;
  return static_cast<ActKind>(number);
}

bool PostsAnEntry(ActKind kind) {
  switch (kind) {
    case ActKind::kWaiver:
    case ActKind::kWriteOff:
    case ActKind::kRefund:
      return true;
    case ActKind::kHold:
    case ActKind::kClose:
    case ActKind::kDecide:
      return false;
  }
  return false;
}

bool IsSound(const PendingAct& act) {
  const bool holds = act.hold.has_value() && !act.hold->IsNil();
  switch (act.kind) {
    case ActKind::kWaiver:
    case ActKind::kWriteOff:
    case ActKind::kRefund:
      return HasMoney(act) && !act.hold.has_value() && act.choice.empty();
    case ActKind::kHold:
      return !act.amount.has_value() && HasNothingOfAnEntry(act) && holds && act.choice.empty();
    case ActKind::kClose:
    case ActKind::kDecide:
      return HasAmount(act) && HasNothingOfAnEntry(act) && !act.hold.has_value() &&
             !act.choice.empty();
  }
  return false;
}

}  // namespace parley
