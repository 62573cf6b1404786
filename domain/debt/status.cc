// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/status.h"

#include <array>
#include <cstddef>

namespace parley {
namespace {

// In the order of the enum.
constexpr auto kNames = std::to_array<std::string_view>(
    {"RECEIVED", "REJECTED", "ACTIVE", "ON_PLAN", "AWAITING_DECISION", "PAID", "SETTLED",
     "RECALLED", "RETURNED", "WRITTEN_OFF", "CLOSED"});

// In the order of the enum, which begins at one.
constexpr auto kCodes = std::to_array<std::string_view>(
    {"DECEASED_NO_ESTATE", "INSOLVENT", "UNTRACEABLE", "TIME_BARRED", "NOT_OWED"});

}  // namespace

std::string_view NameOf(DebtStatus status) { return kNames.at(static_cast<std::size_t>(status)); }

std::optional<DebtStatus> DebtStatusNamed(std::string_view name) {
  for (std::size_t at = 0; at < kNames.size(); ++at) {
    if (kNames.at(at) == name) return static_cast<DebtStatus>(at);
  }
  return std::nullopt;
}

std::string_view NameOf(CloseCode code) { return kCodes.at(static_cast<std::size_t>(code) - 1); }

std::optional<CloseCode> CloseCodeNamed(std::string_view name) {
  for (std::size_t at = 0; at < kCodes.size(); ++at) {
    if (kCodes.at(at) == name) return static_cast<CloseCode>(at + 1);
  }
  return std::nullopt;
}

bool HasLeft(DebtStatus status) {
  return status == DebtStatus::kRecalled || status == DebtStatus::kReturned ||
         status == DebtStatus::kClosed;
}

DebtStatus StatusWhenPlaced(const Position& position, bool review) {
  if (review) return DebtStatus::kReceived;
  return StatusAfterPosting(DebtStatus::kActive, position,
                            Lost(position) > 0 ? LastRelief::kWriteOff : LastRelief::kOther);
}

DebtStatus StatusAfterPosting(DebtStatus before, const Position& position, LastRelief last) {
  const bool lost = Lost(position) > 0;
  switch (before) {
    case DebtStatus::kActive:
    case DebtStatus::kOnPlan:
      if (IsOwing(position)) return before;
      return last == LastRelief::kWriteOff && lost ? DebtStatus::kWrittenOff : DebtStatus::kPaid;
    case DebtStatus::kPaid:
    case DebtStatus::kWrittenOff:
      if (IsOwing(position)) return DebtStatus::kActive;
      if (!lost) return DebtStatus::kPaid;
      if (last == LastRelief::kUnknown) return before;
      return last == LastRelief::kWriteOff ? DebtStatus::kWrittenOff : DebtStatus::kPaid;
    case DebtStatus::kSettled:
      return IsOwing(position) ? DebtStatus::kActive : before;
    case DebtStatus::kReceived:
    case DebtStatus::kRejected:
    case DebtStatus::kAwaitingDecision:
    case DebtStatus::kRecalled:
    case DebtStatus::kReturned:
    case DebtStatus::kClosed:
      return before;
  }
  return before;
}

bool TakesEntries(DebtStatus status) { return status != DebtStatus::kRejected; }

bool IsOwedAndOurs(DebtStatus status) {
  switch (status) {
    case DebtStatus::kActive:
    case DebtStatus::kOnPlan:
    case DebtStatus::kAwaitingDecision:
      return true;
    case DebtStatus::kReceived:
    case DebtStatus::kRejected:
    case DebtStatus::kPaid:
    case DebtStatus::kSettled:
    case DebtStatus::kRecalled:
    case DebtStatus::kReturned:
    case DebtStatus::kWrittenOff:
    case DebtStatus::kClosed:
      return false;
  }
  return false;
}

}  // namespace parley
