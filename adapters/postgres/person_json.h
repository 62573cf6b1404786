// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PERSON_JSON_H_
#define PARLEY_ADAPTERS_POSTGRES_PERSON_JSON_H_

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "application/ports/person_records.h"

namespace parley::postgres {

// Contact points, and every other part of a record that has a life.
using KeptPart =
    std::variant<KnownPoint, OptOut, Inconvenience, SupportNeed, Representative, LifeCircumstance,
                 Promise, DebtDispute, Complaint, CallbackRequest, Reflection>;

// By which number a fact's or a part's kind is stored; it never changes.
int KindOf(const RecordFact& fact);
int KindOf(const KeptPart& part);

// All that a row of a record says, but for its id.
std::string JsonOf(const RecordFact& fact);
std::string JsonOf(const KeptPart& part);

// What was written by any release; what that release did not know yet is as if nobody had said it.
// None for another shape.
std::optional<RecordFact> FactFromJson(int kind, std::string_view json);
std::optional<KeptPart> PartFromJson(int kind, std::string_view json);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PERSON_JSON_H_
