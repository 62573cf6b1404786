// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ADAPTERS_MESSAGING_SPOOL_H_
#define PARLEY_TESTS_ADAPTERS_MESSAGING_SPOOL_H_

#include <filesystem>
#include <string>
#include <vector>

#include "application/ports/sender.h"

namespace parley {

// A folder of its own, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A letter with everything a letter may have, to an invented person.
OutboundMessage ALetter(CommunicationId id);

}  // namespace parley

#endif  // PARLEY_TESTS_ADAPTERS_MESSAGING_SPOOL_H_
