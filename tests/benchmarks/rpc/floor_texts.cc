// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/rpc/floor_texts.h"

#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "adapters/crypto/secret_key.h"
#include "domain/common/fingerprint.h"

namespace parley::bench {
namespace {

constexpr char kSealedForm = '\xFE';  // The first byte of what is sealed.

template <typename IdType>
IdType IdOf(std::string_view text) {
  const std::optional<IdType> id = IdType::Parse(text);
  if (!id.has_value()) throw std::runtime_error("an id that is none");
  return *id;
}

SecretKey KeyIn(const std::string& file) {
  const absl::StatusOr<SecretKey> key = LoadKeyFile(file);
  if (!key.ok()) throw std::runtime_error("no key in its file");
  return *key;
}

}  // namespace

FloorTexts::FloorTexts(const std::string& key_file, const std::string& sealed_for)
    : tenant_(sealed_for), tenant_id_(IdOf<TenantId>(sealed_for)), keys_(KeyIn(key_file), {}) {}

FloorTexts::Key::Key(const FloorTexts& texts, std::string_view debtor, std::string_view wrapped)
    : tenant_(texts.tenant_),
      debtor_(debtor),
      key_(texts.keys_.Unwrap(texts.tenant_id_, IdOf<DebtorId>(debtor), wrapped)) {
  if (key_ == nullptr) throw std::runtime_error("a key that is not wrapped by ours");
}

std::string FloorTexts::Key::ContextOf(std::string_view table, std::string_view column,
                                       std::string_view row) const {
  CanonicalContent context;
  context.Add(tenant_).Add(debtor_).Add(table).Add(column).Add(row);
  return context.text();
}

std::string FloorTexts::Key::Open(std::string_view table, std::string_view column,
                                  std::string_view row, std::string_view bytes) const {
  if (bytes.empty()) return {};
  std::optional<std::string> text = key_->Open(bytes.substr(1), ContextOf(table, column, row));
  if (!text.has_value()) throw std::runtime_error("a text that does not open");
  return *std::move(text);
}

std::string FloorTexts::Key::Seal(std::string_view table, std::string_view column,
                                  std::string_view row, std::string_view text) const {
  if (text.empty()) return {};
  std::string bytes(1, kSealedForm);
  bytes += key_->Seal(text, ContextOf(table, column, row));
  return bytes;
}

}  // namespace parley::bench
