// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/return_path.h"

#include <cstddef>

namespace parley::messaging {
namespace {

std::string_view BeforeAt(std::string_view address) { return address.substr(0, address.find('@')); }

}  // namespace

std::string ReturnPathOf(std::string_view mailbox, CommunicationId id) {
  const std::string_view name = BeforeAt(mailbox);
  return std::string(name) + "+" + id.ToString() + std::string(mailbox.substr(name.size()));
}

std::optional<CommunicationId> IdInReturnPath(std::string_view address) {
  const std::string_view name = BeforeAt(address);
  const std::size_t plus = name.rfind('+');
  if (plus == std::string_view::npos) return std::nullopt;
  return CommunicationId::Parse(name.substr(plus + 1));
}

std::string MessageIdOf(CommunicationId id, std::string_view domain) {
  return id.ToString() + "@" + std::string(domain);
}

std::optional<CommunicationId> IdInMessageId(std::string_view message_id) {
  const std::size_t begin = message_id.find_first_not_of(" <\t");
  if (begin == std::string_view::npos) return std::nullopt;
  return CommunicationId::Parse(BeforeAt(message_id.substr(begin)));
}

}  // namespace parley::messaging
