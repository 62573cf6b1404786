// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/resume_tokens.h"

#include <optional>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "domain/common/fingerprint.h"
#include "domain/common/reason.h"

namespace parley::grpc_api {
namespace {

std::string ContextOf(const Call& call) {
  CanonicalContent content;
  content.Add("resume").Add(call.tenant.ToString()).Add(call.principal).Add(call.method);
  return content.text();
}

std::optional<EventPosition> Parse(const std::string& text) {
  const std::vector<std::string> parts = absl::StrSplit(text, '/');
  if (parts.size() != 4) return std::nullopt;
  const std::optional<Uuid> debtor = Uuid::Parse(parts[1]);
  EventPosition position;
  if (!debtor.has_value() || !absl::SimpleAtoi(parts[0], &position.transaction) ||
      !absl::SimpleAtoi(parts[2], &position.revision) ||
      !absl::SimpleAtoi(parts[3], &position.sequence)) {
    return std::nullopt;
  }
  position.debtor = DebtorId(*debtor);
  return position;
}

}  // namespace

std::string ResumeTokens::Seal(const Call& call, const EventPosition& position) const {
  return seals_.Seal(absl::StrCat(position.transaction, "/", position.debtor.ToString(), "/",
                                  position.revision, "/", position.sequence),
                     ContextOf(call));
}

absl::StatusOr<EventPosition> ResumeTokens::Open(const Call& call, const std::string& token) const {
  if (token.empty()) return EventPosition();
  const std::optional<std::string> text = seals_.Open(token, ContextOf(call));
  const std::optional<EventPosition> position =
      text.has_value() ? Parse(*text) : std::optional<EventPosition>();
  if (!position.has_value()) return Refuse(Reason::kPageTokenInvalid);
  return *position;
}

}  // namespace parley::grpc_api
