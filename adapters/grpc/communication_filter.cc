// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/communication_filter.h"

#include <algorithm>
#include <variant>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/filter_terms.h"
#include "domain/communication/vocabulary.h"

namespace parley::grpc_api {
namespace {

bool Take(const FilterTerm& term, CommunicationFilter& filter) {
  const auto* const word = std::get_if<FilterWord>(&term.value);
  if (word == nullptr || term.comparator != "=") return false;
  if (term.field == "channel") return SetOnce(filter.channel, Worded<Channel>(word->text));
  if (term.field == "direction") return SetOnce(filter.direction, Worded<Direction>(word->text));
  return term.field == "state" && SetOnce(filter.state, Worded<CommunicationState>(word->text));
}

}  // namespace

CommunicationFilter ReadCommunicationFilter(std::string_view filter, Violations& violations) {
  CommunicationFilter result;
  const auto terms = ParseFilter(filter);
  const bool sound =
      terms.has_value() && std::all_of(terms->begin(), terms->end(),
                                       [&](const FilterTerm& term) { return Take(term, result); });
  if (!sound) AddOnce(violations, "filter", Fault::kFilterInvalid);
  return result;
}

}  // namespace parley::grpc_api
