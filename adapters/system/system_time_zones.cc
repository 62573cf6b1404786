// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/system_time_zones.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace parley {
namespace {

namespace fs = std::filesystem;

// The same zones again, with leap seconds or without, and what is no place.
bool IsZoneName(std::string_view name) {
  return !name.starts_with("right/") && !name.starts_with("posix/") && name != "localtime" &&
         name != "posixrules" && name != "Factory";
}

bool IsZoneFile(const fs::path& path) {
  std::array<char, 4> magic{};
  std::ifstream file(path, std::ios::binary);
  return file.read(magic.data(), magic.size()) &&
         std::string_view(magic.data(), magic.size()) == "TZif";
}

}  // namespace

SystemTimeZones::SystemTimeZones(const std::string& folder) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::string name = entry->path().lexically_relative(folder).string();
    if (entry->is_regular_file(error) && IsZoneName(name) && IsZoneFile(entry->path())) {
      names_.insert(std::move(name));
    }
  }
}

std::optional<absl::TimeZone> SystemTimeZones::Find(std::string_view name) const {
  const absl::string_view wanted(name.data(), name.size());
  absl::TimeZone zone;
  if (!names_.contains(wanted) || !absl::LoadTimeZone(wanted, &zone)) {
    return std::nullopt;
  }
  return zone;
}

}  // namespace parley
