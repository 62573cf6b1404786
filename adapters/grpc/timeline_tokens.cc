// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/timeline_tokens.h"

#include <optional>
#include <string_view>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "domain/common/fingerprint.h"
#include "domain/common/reason.h"

namespace parley::grpc_api {
namespace {

std::string ContextOf(const Call& call, DebtorId debtor) {
  CanonicalContent content;
  content.Add("timeline").Add(call.tenant.ToString()).Add(call.principal).Add(debtor.ToString());
  return content.text();
}

std::optional<TimelinePosition> Parse(const std::string& text) {
  const std::pair<std::string, std::string> parts = absl::StrSplit(text, absl::MaxSplits('/', 1));
  TimelinePosition position;
  const bool read = absl::SimpleAtoi(parts.first, &position.revision) &&
                    absl::SimpleAtoi(parts.second, &position.sequence);
  return read ? std::optional(position) : std::nullopt;
}

}  // namespace

std::string TimelineTokens::Seal(const Call& call, DebtorId debtor,
                                 const TimelinePosition& position) const {
  return seals_.Seal(absl::StrCat(position.revision, "/", position.sequence),
                     ContextOf(call, debtor));
}

absl::StatusOr<TimelinePosition> TimelineTokens::Open(const Call& call, DebtorId debtor,
                                                      const std::string& token) const {
  if (token.empty()) return TimelinePosition();
  const std::optional<std::string> text = seals_.Open(token, ContextOf(call, debtor));
  const std::optional<TimelinePosition> position =
      text.has_value() ? Parse(*text) : std::optional<TimelinePosition>();
  if (!position.has_value()) return Refuse(Reason::kPageTokenInvalid);
  return *position;
}

}  // namespace parley::grpc_api
