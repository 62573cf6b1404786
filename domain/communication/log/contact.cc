// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/log/contact.h"

#include "domain/communication/enum_set.h"

namespace parley {
namespace {

constexpr EnumSet<Relation> kThirdParties = {Relation::kHouseholdMember, Relation::kRelative,
                                             Relation::kThirdParty};

}  // namespace

bool IsThirdParty(Relation relation) { return kThirdParties.Has(relation); }

}  // namespace parley
