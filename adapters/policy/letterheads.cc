// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/letterheads.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "adapters/policy/policy_file.h"
#include "adapters/policy/text_file.h"
#include "domain/common/status_macros.h"
#include "domain/communication/templates/variable.h"
#include "parley/policy/v1/letterhead.pb.h"

namespace parley::policy {
namespace {

namespace v1 = ::parley::policy::v1;

bool IsLink(const std::string& link) { return absl::StartsWith(link, "https://"); }

Letterhead ReadOne(const v1::Letterhead& wire, const std::string& path, TextFile& file) {
  Letterhead one;
  one.firm = wire.firm();
  one.neutral_name = wire.neutral_name();
  one.agent = wire.agent();
  one.phone = wire.phone();
  one.sender_address = absl::StrJoin(wire.address_lines(), "\n");
  if (one.firm.empty()) file.Fault(path + ".firm", "is missing");
  if (one.neutral_name.empty()) file.Fault(path + ".neutral_name", "is missing");
  if (one.phone.empty()) file.Fault(path + ".phone", "is missing");
  for (int at = 0; at < wire.links_size(); ++at) {
    const v1::LetterheadLink& link = wire.links(at);
    const std::string place = absl::StrCat(path, ".links[", at, "]");
    if (!IsVariableName(link.variable())) file.Fault(place + ".variable", "is no variable's name");
    if (!IsLink(link.url())) file.Fault(place + ".url", "does not begin with https://");
    if (!one.links.emplace(link.variable(), link.url()).second) {
      file.Fault(place + ".variable", "has a link already");
    }
  }
  return one;
}

}  // namespace

absl::StatusOr<std::unique_ptr<FileLetterheads>> FileLetterheads::Parse(std::string_view name,
                                                                        std::string_view text) {
  TextFile file(name);
  v1::LetterheadSheet sheet;
  file.Parse(text, sheet);
  auto read = std::make_unique<FileLetterheads>();
  read->house_ = ReadOne(sheet.house(), "house", file);
  for (int at = 0; at < sheet.tenants_size(); ++at) {
    const std::string path = absl::StrCat("tenants[", at, "]");
    const v1::TenantLetterhead& wire = sheet.tenants(at);
    const std::optional<TenantId> tenant = TenantId::Parse(wire.tenant());
    if (!tenant.has_value()) {
      file.Fault(path + ".tenant", "is no tenant's id");
      continue;
    }
    Letterhead one = ReadOne(wire.letterhead(), path + ".letterhead", file);
    if (!read->tenants_.emplace(*tenant, std::move(one)).second) {
      file.Fault(path + ".tenant", "has a letterhead already");
    }
  }
  PARLEY_RETURN_IF_ERROR(file.ToStatus());
  return read;
}

absl::StatusOr<std::unique_ptr<FileLetterheads>> FileLetterheads::Read(const std::string& path) {
  PARLEY_ASSIGN_OR_RETURN(const FolderFiles read, ReadFiles(path));
  if (read.files.size() != 1) return absl::InvalidArgumentError(path + ": is not one file");
  return Parse(read.files.front().name, read.files.front().text);
}

const Letterhead& FileLetterheads::Of(TenantId tenant) const {
  const auto own = tenants_.find(tenant);
  return own == tenants_.end() ? house_ : own->second;
}

}  // namespace parley::policy
