// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/wrapped_data_keys.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "adapters/crypto/hkdf.h"
#include "domain/common/fingerprint.h"

namespace parley {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kIdSize = 8;

std::string_view BytesOf(const SecretKey& key) {
  return {reinterpret_cast<const char*>(key.Reveal().data()), SecretKey::kSize};
}

// Wipes a key's bytes when they go.
class Wiped {
 public:
  explicit Wiped(std::string bytes) : bytes_(std::move(bytes)) {}
  Wiped(const Wiped&) = delete;
  Wiped& operator=(const Wiped&) = delete;
  ~Wiped() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }

  std::string_view bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

class AeadDataKey final : public DataKey {
 public:
  explicit AeadDataKey(const SecretKey& key) : aead_(key) {}

  std::string Seal(std::string_view text, std::string_view context) override {
    return aead_.Seal(text, context);
  }
  std::optional<std::string> Open(std::string_view sealed, std::string_view context) override {
    return aead_.Open(sealed, context);
  }

 private:
  Aead aead_;
};

SecretKey KeyOf(std::string_view bytes) {
  SecretKey::Bytes key{};
  std::copy(bytes.begin(), bytes.end(), key.begin());
  SecretKey result(key);
  OPENSSL_cleanse(key.data(), key.size());
  return result;
}

std::string ContextOf(TenantId tenant, DebtorId debtor) {
  CanonicalContent context;
  context.Add("data key").Add(tenant.ToString()).Add(debtor.ToString());
  return context.text();
}

}  // namespace

WrappedDataKeys::WrappingKey WrappedDataKeys::From(const SecretKey& key) {
  const Hkdf derived(key);
  const SecretKey id = derived.Derive("id of a wrapping key");
  std::string head(1, kVersion);
  head += BytesOf(id).substr(0, kIdSize);
  return {std::move(head), Aead(derived.Derive("wrapping of data keys"))};
}

WrappedDataKeys::WrappedDataKeys(const SecretKey& wrapping, const std::vector<SecretKey>& others) {
  keys_.push_back(From(wrapping));
  for (const SecretKey& other : others) keys_.push_back(From(other));
}

NewDataKey WrappedDataKeys::Make(TenantId tenant, DebtorId debtor) const {
  const SecretKey key = SecretKey::Random();
  return {Wrap(tenant, debtor, BytesOf(key)), std::make_unique<AeadDataKey>(key)};
}

std::unique_ptr<DataKey> WrappedDataKeys::Unwrap(TenantId tenant, DebtorId debtor,
                                                 std::string_view wrapped) const {
  std::optional<std::string> bytes = UnwrapBytes(tenant, debtor, wrapped);
  if (!bytes.has_value()) return nullptr;
  const Wiped key(*std::move(bytes));
  return std::make_unique<AeadDataKey>(KeyOf(key.bytes()));
}

bool WrappedDataKeys::IsCurrent(std::string_view wrapped) const {
  return wrapped.starts_with(keys_.front().head);
}

std::optional<std::string> WrappedDataKeys::Rewrap(TenantId tenant, DebtorId debtor,
                                                   std::string_view wrapped) const {
  std::optional<std::string> bytes = UnwrapBytes(tenant, debtor, wrapped);
  if (!bytes.has_value()) return std::nullopt;
  const Wiped key(*std::move(bytes));
  return Wrap(tenant, debtor, key.bytes());
}

std::optional<std::string> WrappedDataKeys::UnwrapBytes(TenantId tenant, DebtorId debtor,
                                                        std::string_view wrapped) const {
  for (const WrappingKey& key : keys_) {
    if (!wrapped.starts_with(key.head)) continue;
    std::optional<std::string> bytes =
        key.aead.Open(wrapped.substr(key.head.size()), ContextOf(tenant, debtor));
    if (bytes.has_value() && bytes->size() == SecretKey::kSize) return bytes;
  }
  return std::nullopt;
}

std::string WrappedDataKeys::Wrap(TenantId tenant, DebtorId debtor, std::string_view key) const {
  const WrappingKey& wrapping = keys_.front();
  return wrapping.head + wrapping.aead.Seal(key, ContextOf(tenant, debtor));
}

}  // namespace parley
