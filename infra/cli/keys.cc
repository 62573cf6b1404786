// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/keys.h"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <functional>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "adapters/crypto/development_certificates.h"
#include "adapters/crypto/secret_key.h"
#include "adapters/crypto/signing_key.h"
#include "adapters/system/system_clock.h"
#include "domain/common/status_macros.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

std::string In(const std::string& folder, const std::string& name) {
  return absl::StrCat(folder, "/", name);
}

bool IsThere(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

}  // namespace

absl::Status MakeKeyFolder(const std::string& folder) {
  constexpr mode_t kOwnerOnly = 0700;
  const std::filesystem::path parent = std::filesystem::path(folder).parent_path();
  std::error_code error;
  if (!parent.empty()) std::filesystem::create_directories(parent, error);
  if (mkdir(folder.c_str(), kOwnerOnly) == 0 || errno == EEXIST) return absl::OkStatus();
  return absl::ErrnoToStatus(errno, absl::StrCat("the folder ", folder, " cannot be made"));
}

absl::Status MakeSigningKey(const std::string& folder, SigningAlgorithm algorithm) {
  PARLEY_ASSIGN_OR_RETURN(const SigningKey key, SigningKey::Make(algorithm));
  PARLEY_RETURN_IF_ERROR(key.Save(In(folder, kSigningKeyFile)));
  return key.Publish(In(folder, kJwksFile));
}

absl::StatusOr<std::vector<std::string>> MakeMissingKeys(const std::string& folder) {
  struct Item {
    std::string name;
    std::function<absl::Status()> make;
  };
  const std::vector<Item> items = {
      {kAuditKeyFile, [&] { return GenerateKeyFile(In(folder, kAuditKeyFile)); }},
      {kSealKeyFile, [&] { return GenerateKeyFile(In(folder, kSealKeyFile)); }},
      {kIndexKeyFile, [&] { return GenerateKeyFile(In(folder, kIndexKeyFile)); }},
      {kPersonalKeyFile, [&] { return GenerateKeyFile(In(folder, kPersonalKeyFile)); }},
      {kSigningKeyFile, [&] { return MakeSigningKey(folder, SigningAlgorithm::kEs256); }},
      {kCertificateFile, [&] { return MakeDevelopmentCertificates(folder, SystemClock().Now()); }}};
  std::vector<std::string> made;
  for (const Item& item : items) {
    if (IsThere(In(folder, item.name))) continue;
    PARLEY_RETURN_IF_ERROR(item.make());
    made.push_back(item.name);
  }
  return made;
}

void TellFiles(const std::vector<std::string>& names, const std::string& folder, Context& context) {
  std::ostream& out = context.terminal().out;
  if (context.json()) {
    out << nlohmann::json({{"folder", folder}, {"made", names}}) << "\n";
    return;
  }
  if (names.empty()) out << "nothing was missing in " << folder << "\n";
  for (const std::string& name : names) out << "made " << In(folder, name) << "\n";
}

}  // namespace parley::cli
