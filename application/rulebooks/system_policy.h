// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_RULEBOOKS_SYSTEM_POLICY_H_
#define PARLEY_APPLICATION_RULEBOOKS_SYSTEM_POLICY_H_

#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/rulebook_reader.h"
#include "application/ports/rulebook_source.h"
#include "domain/communication/calendar.h"

namespace parley {

// The rulebooks and calendars that are there for every tenant: those which came with the program,
// or those of the folder that an operator named.
class SystemPolicy {
 public:
  // Errors: INVALID_ARGUMENT for what books get wrong together.
  static absl::StatusOr<SystemPolicy> Make(std::vector<RulebookFile> files,
                                           std::vector<Calendar> calendars);

  const std::vector<RulebookFile>& files() const { return files_; }
  const std::vector<Calendar>& calendars() const { return calendars_; }
  const RulebooksRef& compiled() const { return compiled_; }

  std::vector<Rulebook> Books() const;

 private:
  SystemPolicy() = default;

  std::vector<RulebookFile> files_;
  std::vector<Calendar> calendars_;
  RulebooksRef compiled_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_RULEBOOKS_SYSTEM_POLICY_H_
