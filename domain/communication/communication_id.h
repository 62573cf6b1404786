// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_COMMUNICATION_ID_H_
#define PARLEY_DOMAIN_COMMUNICATION_COMMUNICATION_ID_H_

#include "domain/common/id.h"

namespace parley {

// Names anything that was said, in or out; whatever a person told us refers to where they said it.
using CommunicationId = Id<struct CommunicationTag>;

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_COMMUNICATION_ID_H_
