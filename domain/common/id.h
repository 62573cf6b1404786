// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_ID_H_
#define PARLEY_DOMAIN_COMMON_ID_H_

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace parley {

// A UUID (RFC 9562): 16 bytes in network order. The all-zero value is the nil id, which names
// nobody.
class Uuid {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  constexpr Uuid() = default;
  constexpr explicit Uuid(const Bytes& bytes) : bytes_(bytes) {}

  // Reads the 36-character text form, in either case; nothing else is accepted.
  static std::optional<Uuid> Parse(std::string_view text);

  // A version 7 id: 48 bits of Unix milliseconds, then 74 random bits taken from `random`.
  static Uuid Version7(std::uint64_t unix_millis, const std::array<std::uint8_t, 10>& random);

  // 36 characters, lower case.
  std::string ToString() const;

  const Bytes& bytes() const { return bytes_; }
  bool IsNil() const { return bytes_ == Bytes{}; }

  friend auto operator<=>(const Uuid&, const Uuid&) = default;

  template <typename H>
  friend H AbslHashValue(H state, const Uuid& id) {
    return H::combine(std::move(state), id.bytes_);
  }

 private:
  Bytes bytes_{};
};

// The identity of one kind of thing: an Id<Debt> never stands where an Id<Debtor> is meant.
template <typename Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(const Uuid& uuid) : uuid_(uuid) {}

  static std::optional<Id> Parse(std::string_view text) {
    const std::optional<Uuid> uuid = Uuid::Parse(text);
    return uuid.has_value() ? std::optional<Id>(Id(*uuid)) : std::nullopt;
  }

  const Uuid& uuid() const { return uuid_; }
  std::string ToString() const { return uuid_.ToString(); }
  bool IsNil() const { return uuid_.IsNil(); }

  friend auto operator<=>(const Id&, const Id&) = default;

  template <typename H>
  friend H AbslHashValue(H state, const Id& id) {
    return H::combine(std::move(state), id.uuid_);
  }

 private:
  Uuid uuid_;
};

// The organisation that runs this system; it never appears in a name.
using TenantId = Id<struct TenantTag>;
using CreditorId = Id<struct CreditorTag>;
using DebtorId = Id<struct DebtorTag>;
using DebtId = Id<struct DebtTag>;
using EntryId = Id<struct EntryTag>;
using QuoteId = Id<struct QuoteTag>;
using EventId = Id<struct EventTag>;
// Chosen by a caller, so that a call sent twice has one effect.
using RequestId = Id<struct RequestTag>;

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_ID_H_
