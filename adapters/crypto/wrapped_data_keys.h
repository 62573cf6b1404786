// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_WRAPPED_DATA_KEYS_H_
#define PARLEY_ADAPTERS_CRYPTO_WRAPPED_DATA_KEYS_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/crypto/aead.h"
#include "adapters/crypto/secret_key.h"
#include "application/ports/data_keys.h"

namespace parley {

// Data keys of 256 bits that seal by AES-256-GCM, and are wrapped by AES-256-GCM under a key that
// is derived from a file's, bound to tenant and debtor. A wrapped key is a version byte, the id of
// the key that wraps it, and what Aead gives; the id follows from the file's key by HKDF.
class WrappedDataKeys final : public DataKeys {
 public:
  // `wrapping` wraps; it and the others unwrap.
  explicit WrappedDataKeys(const SecretKey& wrapping, const std::vector<SecretKey>& others = {});

  NewDataKey Make(TenantId tenant, DebtorId debtor) const override;
  std::unique_ptr<DataKey> Unwrap(TenantId tenant, DebtorId debtor,
                                  std::string_view wrapped) const override;
  bool IsCurrent(std::string_view wrapped) const override;
  std::optional<std::string> Rewrap(TenantId tenant, DebtorId debtor,
                                    std::string_view wrapped) const override;

 private:
  struct WrappingKey {
    std::string head;  // Of all that it wraps: the version and its id.
    Aead aead;
  };

  static WrappingKey From(const SecretKey& key);
  std::optional<std::string> UnwrapBytes(TenantId tenant, DebtorId debtor,
                                         std::string_view wrapped) const;
  std::string Wrap(TenantId tenant, DebtorId debtor, std::string_view key) const;

  std::vector<WrappingKey> keys_;  // The first one wraps.
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_WRAPPED_DATA_KEYS_H_
