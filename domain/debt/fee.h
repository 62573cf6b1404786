// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_FEE_H_
#define PARLEY_DOMAIN_DEBT_FEE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/common/money.h"
#include "domain/common/violations.h"

namespace parley {

// Why a fee is charged. The numbers are stored and never change.
enum class FeeCause : std::uint8_t {
  kLatePayment = 1,
  kFailedPayment = 2,  // A payment that was returned or never arrived.
  kContact = 3,        // A letter, a message, a call or a visit.
  kService = 4,        // Something that the debtor asked for.
  kLegalStep = 5,      // Before a court, or by a bailiff.
  kContractEvent = 6,  // Anything else that the contract names.
};

std::string_view NameOf(FeeCause cause);  // "FAILED_PAYMENT".
std::optional<FeeCause> FeeCauseNamed(std::string_view name);
std::optional<FeeCause> FeeCauseNumbered(std::int64_t number);

// By which a creditor may charge fees.
struct FeeRule {
  std::string id;
  std::int64_t version = 0;
  std::string
      basis;  // The law or the clause of the contract that allows it, as told to the debtor.
  bool enabled = false;
  // What it may be charged for. None: anything but a contact or a failed payment, which only a rule
  // that names them may charge for.
  std::vector<FeeCause> causes;
  std::vector<Money> most;  // A currency each: the most of one fee. No fee in any other.

  friend bool operator==(const FeeRule&, const FeeRule&) = default;
};

// How a fee came about; each entry of one has it.
struct FeeDetail {
  std::string rule;
  std::int64_t version = 0;
  std::string basis;
  FeeCause cause = FeeCause::kContractEvent;
  std::string cause_ref;  // What caused it, in the caller's words; a debt is charged once for it.

  friend bool operator==(const FeeDetail&, const FeeDetail&) = default;
};

inline constexpr std::size_t kLongestFeeRule = 100;
inline constexpr std::size_t kLongestCauseRef = 200;

// Adds what is wrong with a rule; paths begin with `field`.
void CheckFeeRule(const FeeRule& rule, const std::string& field, Violations& violations);

// True when the rule lets a fee be charged for this.
bool Covers(const FeeRule& rule, FeeCause cause);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_FEE_H_
