// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POLICY_LETTERHEADS_H_
#define PARLEY_ADAPTERS_POLICY_LETTERHEADS_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "application/ports/letterhead.h"

namespace parley::policy {

// Letterheads of a file: parley.policy.v1.LetterheadSheet.
class FileLetterheads final : public Letterheads {
 public:
  // Nobody's: whatever needs to tell who writes is refused.
  FileLetterheads() = default;

  // Errors: INVALID_ARGUMENT, with file, line and field of all that is wrong; NOT_FOUND.
  static absl::StatusOr<std::unique_ptr<FileLetterheads>> Read(const std::string& path);
  static absl::StatusOr<std::unique_ptr<FileLetterheads>> Parse(std::string_view name,
                                                                std::string_view text);

  const Letterhead& Of(TenantId tenant) const override;

 private:
  Letterhead house_;
  std::map<TenantId, Letterhead> tenants_;
};

}  // namespace parley::policy

#endif  // PARLEY_ADAPTERS_POLICY_LETTERHEADS_H_
