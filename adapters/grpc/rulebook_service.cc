// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/rulebook_service.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_rulebook.h"
#include "adapters/grpc/list_position.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const ShelvedRulebook& one) {
  v1::Rulebook out;
  Write(one, WithText::kYes, out);
  return out.SerializeAsString();
}

}  // namespace

std::vector<UnaryMethod> RulebookService::Methods() const {
  return {OnRead("GetRulebook", this, &RulebookService::Get),
          OnRead("ListRulebooks", this, &RulebookService::List),
          OnMutation("PublishRulebook", this, &RulebookService::Publish),
          OnRead("TestRulebook", this, &RulebookService::Test)};
}

absl::Status RulebookService::Get(const Incoming& in, const v1::GetRulebookRequest& request,
                                  v1::Rulebook& response) const {
  const std::optional<RulebookName> name = ParseRulebookName(request.name());
  if (!name.has_value()) AddOnce(in.violations, "name", Fault::kMalformed);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const std::vector<ShelvedRulebook> all,
                          parts_.application.rulebooks.List(in.call.tenant));
  const auto found = std::find_if(all.begin(), all.end(), [&](const ShelvedRulebook& one) {
    return RulebookName{one.file.book.id, one.file.book.version} == *name;
  });
  if (found == all.end()) return Refuse(Reason::kRulebookNotFound);
  Write(*found, WithText::kYes, response);
  return absl::OkStatus();
}

absl::Status RulebookService::List(const Incoming& in, const v1::ListRulebooksRequest& request,
                                   v1::ListRulebooksResponse& response) const {
  const v1::RulebookLevel level = ReadRulebookFilter(request.filter(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.filter()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  PARLEY_ASSIGN_OR_RETURN(std::vector<ShelvedRulebook> all,
                          parts_.application.rulebooks.List(in.call.tenant));
  std::erase_if(all, [&](const ShelvedRulebook& one) {
    return level != v1::RULEBOOK_LEVEL_UNSPECIFIED && LevelOf(one) != level;
  });
  const std::size_t begin = std::min(ReadListPosition(after), all.size());
  const auto size = static_cast<std::size_t>(ReadPageSize(request.page_size()));
  const std::size_t end = std::min(begin + size, all.size());
  for (std::size_t at = begin; at < end; ++at) {
    Write(all[at], WithText::kNo, *response.add_rulebooks());
  }
  if (end < all.size()) {
    response.set_next_page_token(parts_.pages.Seal(in.call, arguments, WriteListPosition(end)));
  }
  return absl::OkStatus();
}

absl::StatusOr<Answer> RulebookService::Publish(const Incoming& in,
                                                const v1::PublishRulebookRequest& request) const {
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.publish_rulebook.Handle(in.call, {request.text(), request.cases()},
                                                    Encoded);
}

absl::Status RulebookService::Test(const Incoming& in, const v1::TestRulebookRequest& request,
                                   v1::TestRulebookResponse& response) const {
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(
      const CaseReport report,
      parts_.application.test_rulebook.Handle({in.call.tenant, request.cases(), request.text()}));
  Write(report, response);
  return absl::OkStatus();
}

}  // namespace parley::grpc_api
