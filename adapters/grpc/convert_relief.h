// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_RELIEF_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_RELIEF_H_

#include <optional>

#include "application/debts/post_relief.h"
#include "application/ports/plain_words.h"
#include "domain/common/days.h"
#include "domain/common/violations.h"
#include "parley/v1/relief.pb.h"

namespace parley::grpc_api {

// `latest_today` is the latest day that it is anywhere. None when there is no command to be made of
// the request; then there are violations.
std::optional<PostRelief::Command> ReadRelief(const v1::WaiveRequest& request, Day latest_today,
                                              Violations& violations);
std::optional<PostRelief::Command> ReadRelief(const v1::WriteOffRequest& request, Day latest_today,
                                              Violations& violations);
std::optional<PostRelief::Command> ReadRelief(const v1::RefundCreditRequest& request,
                                              Day latest_today, Violations& violations);

// Without a voice the entry has no sentence; of what was only judged, it has no name.
void Write(const PostRelief::Result& result, const Voice* voice, bool rehearsal,
           v1::PostedEntry& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_RELIEF_H_
