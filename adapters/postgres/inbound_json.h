// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_INBOUND_JSON_H_
#define PARLEY_ADAPTERS_POSTGRES_INBOUND_JSON_H_

#include <string>
#include <string_view>

#include "domain/communication/inbound/inbound_item.h"

namespace parley::postgres {

// With the texts in them, so they are for sealed columns: what was received, and what was heard in
// it, said and done about it since. Reading gives false for another shape.
std::string ContentJson(const InboundItem& item);
bool ReadContentJson(std::string_view json, InboundItem& item);
std::string HearingJson(const InboundItem& item);
bool ReadHearingJson(std::string_view json, InboundItem& item);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_INBOUND_JSON_H_
