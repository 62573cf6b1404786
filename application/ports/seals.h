// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_SEALS_H_
#define PARLEY_APPLICATION_PORTS_SEALS_H_

#include <optional>
#include <string>
#include <string_view>

#include "domain/common/fingerprint.h"

namespace parley {

// Keeps what callers carry for us unreadable and unchangeable to them: page tokens.
class Seals {
 public:
  virtual ~Seals() = default;

  // The sealed text is safe in a URL. It opens only with the same context.
  virtual std::string Seal(std::string_view text, std::string_view context) const = 0;

  // None when the text was not sealed by us with that context.
  virtual std::optional<std::string> Open(std::string_view sealed,
                                          std::string_view context) const = 0;
};

// Authenticates the rows of the audit trail with a key that the database does not have.
class AuditSeal {
 public:
  virtual ~AuditSeal() = default;

  // HMAC-SHA-256 of the content.
  virtual Fingerprint Mac(std::string_view content) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_SEALS_H_
