// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_RULEBOOK_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_RULEBOOK_H_

#include <string>

#include "application/ports/worked_cases.h"
#include "application/rulebooks/rulebook_library.h"
#include "domain/common/violations.h"
#include "parley/v1/rulebook_service.pb.h"

namespace parley::grpc_api {

// Reads the filter of ListRulebooks: none, or one term for `level`. Fault, of `filter`:
// FILTER_INVALID.
v1::RulebookLevel ReadRulebookFilter(const std::string& filter, Violations& violations);

v1::RulebookLevel LevelOf(const ShelvedRulebook& one);

enum class WithText : bool { kNo, kYes };
void Write(const ShelvedRulebook& one, WithText with_text, v1::Rulebook& out);

void Write(const CaseReport& report, v1::TestRulebookResponse& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_RULEBOOK_H_
