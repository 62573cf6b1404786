// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_DATA_KEYS_H_
#define PARLEY_APPLICATION_PORTS_DATA_KEYS_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "domain/common/id.h"

namespace parley {

// A debtor's own key, under which the texts about that person are kept. Used by one thread.
class DataKey {
 public:
  virtual ~DataKey() = default;

  // The bytes open only under this key and with the same context.
  virtual std::string Seal(std::string_view text, std::string_view context) = 0;
  // None when the bytes were not sealed by this key with that context.
  virtual std::optional<std::string> Open(std::string_view sealed, std::string_view context) = 0;
};

struct NewDataKey {
  std::string wrapped;
  std::unique_ptr<DataKey> key;
};

// Makes data keys, and wraps them under a key that the database never sees: what is wrapped is safe
// to be kept beside what it seals. Safe for threads.
class DataKeys {
 public:
  virtual ~DataKeys() = default;

  virtual NewDataKey Make(TenantId tenant, DebtorId debtor) const = 0;

  // Null when it was not wrapped for that debtor by a key that is known here.
  virtual std::unique_ptr<DataKey> Unwrap(TenantId tenant, DebtorId debtor,
                                          std::string_view wrapped) const = 0;

  // Whether it is wrapped by the key that wraps new ones.
  virtual bool IsCurrent(std::string_view wrapped) const = 0;
  // The same data key, wrapped by the key that wraps new ones; none where Unwrap gives null.
  virtual std::optional<std::string> Rewrap(TenantId tenant, DebtorId debtor,
                                            std::string_view wrapped) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_DATA_KEYS_H_
