// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/page_tokens.h"

#include <cstddef>
#include <optional>

#include "domain/common/fingerprint.h"
#include "domain/common/reason.h"

namespace parley::grpc_api {
namespace {

constexpr std::size_t kIdLength = 36;

std::string ContextOf(const Call& call, const std::vector<std::string_view>& arguments) {
  CanonicalContent content;
  content.Add("page").Add(call.tenant.ToString()).Add(call.principal).Add(call.method);
  for (const std::string_view argument : arguments) content.Add(argument);
  return content.text();
}

}  // namespace

std::string PageTokens::Seal(const Call& call, const std::vector<std::string_view>& arguments,
                             const std::vector<Uuid>& position) const {
  std::string text;
  for (const Uuid& id : position) text += id.ToString();
  return seals_.Seal(text, ContextOf(call, arguments));
}

absl::StatusOr<std::vector<Uuid>> PageTokens::Open(const Call& call,
                                                   const std::vector<std::string_view>& arguments,
                                                   const std::string& token,
                                                   std::size_t ids) const {
  if (token.empty()) return std::vector<Uuid>(ids);
  const std::optional<std::string> text = seals_.Open(token, ContextOf(call, arguments));
  if (!text.has_value() || text->size() != ids * kIdLength) {
    return Refuse(Reason::kPageTokenInvalid);
  }
  std::vector<Uuid> position;
  for (std::size_t at = 0; at < ids; ++at) {
    const std::optional<Uuid> id = Uuid::Parse(text->substr(at * kIdLength, kIdLength));
    if (!id.has_value()) return Refuse(Reason::kPageTokenInvalid);
    position.push_back(*id);
  }
  return position;
}

}  // namespace parley::grpc_api
