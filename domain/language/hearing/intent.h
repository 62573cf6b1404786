// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_INTENT_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_INTENT_H_

#include "domain/communication/inbound/intent.h"

// What is heard is told in the words of the domain.
namespace parley::language {

using parley::Intent;
using parley::IntentNamed;
using parley::kIntentCount;
using parley::LabelSource;
using parley::NameOf;

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_INTENT_H_
