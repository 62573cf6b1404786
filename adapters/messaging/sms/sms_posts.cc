// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/sms/sms_posts.h"

#include <algorithm>
#include <string>

#include "adapters/messaging/sms/json_text.h"
#include "domain/common/violations.h"

namespace parley {

absl::StatusOr<PostedInbound> SmsPosts::Read(std::string_view body, absl::Time now) const {
  auto texts = messaging::TextsOfJson(body);
  Violations violations;
  if (!texts.has_value()) {
    violations.Add("message", Fault::kMalformed);
    return violations.ToStatus();
  }
  PostedInbound posted;
  posted.channel = Channel::kSms;
  posted.provider_id = (*texts)["id"];
  if (posted.provider_id.empty()) violations.Add("id", Fault::kRequired);
  if ((*texts)["from"].empty()) violations.Add("from", Fault::kRequired);
  absl::Time received;
  std::string wrong;
  if (!absl::ParseTime(absl::RFC3339_full, (*texts)["time"], &received, &wrong)) {
    violations.Add("time", Fault::kMalformed);
  }
  if (!violations.empty()) return violations.ToStatus();
  posted.from = SensitiveText((*texts)["from"]);
  posted.to = SensitiveText((*texts)["to"]);
  posted.text = SensitiveText((*texts)["text"]);
  posted.received = std::min(received, now);
  return posted;
}

}  // namespace parley
