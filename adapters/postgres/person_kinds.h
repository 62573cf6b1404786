// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PERSON_KINDS_H_
#define PARLEY_ADAPTERS_POSTGRES_PERSON_KINDS_H_

#include "application/ports/person_records.h"

// By which number the kind of a fact, and that of a part, is stored; it never changes.
namespace parley::postgres {

template <typename Kind>
constexpr int kKind = 0;
template <>
constexpr int kKind<ConsentFact> = 1;
template <>
constexpr int kKind<Location> = 2;
template <>
constexpr int kKind<VerificationTry> = 3;
template <>
constexpr int kKind<Preferences> = 4;
template <>
constexpr int kKind<WorkHours> = 5;

template <>
constexpr int kKind<KnownPoint> = 1;
template <>
constexpr int kKind<OptOut> = 2;
template <>
constexpr int kKind<Inconvenience> = 3;
template <>
constexpr int kKind<SupportNeed> = 4;
template <>
constexpr int kKind<Representative> = 5;
template <>
constexpr int kKind<LifeCircumstance> = 6;
template <>
constexpr int kKind<Promise> = 7;
template <>
constexpr int kKind<DebtDispute> = 8;
template <>
constexpr int kKind<Complaint> = 9;
template <>
constexpr int kKind<CallbackRequest> = 10;
template <>
constexpr int kKind<Reflection> = 11;

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PERSON_KINDS_H_
