// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/personal_codec.h"

#include <utility>

#include "domain/common/fingerprint.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

std::string ContextOf(const PersonalPlace& place) {
  CanonicalContent context;
  context.Add(place.tenant.ToString())
      .Add(place.debtor.ToString())
      .Add(place.table)
      .Add(place.column)
      .Add(place.row.ToString());
  return context.text();
}

}  // namespace

void PersonalCodec::Learn(DebtorId debtor, std::optional<std::string> wrapped) {
  Known& known = known_[debtor];
  if (known.is_told) return;
  known.is_told = true;
  known.wrapped = std::move(wrapped);
}

PersonalCodec::Known& PersonalCodec::Told(DebtorId debtor) {
  Known& known = known_[debtor];
  if (known.is_told || find_ == nullptr) return known;
  failure_.Update(std::exchange(find_, nullptr)());
  return known;
}

absl::Status PersonalCodec::FindKey(DebtorId debtor) {
  Told(debtor);
  return failure_;
}

DataKey* PersonalCodec::KeyOf(TenantId tenant, DebtorId debtor, Known& known) {
  if (known.key == nullptr && known.wrapped.has_value()) {
    known.key = keys_.Unwrap(tenant, debtor, *known.wrapped);
  }
  return known.key.get();
}

std::string PersonalCodec::Encode(const PersonalPlace& place, std::string_view text) {
  Known& known = Told(place.debtor);
  std::string bytes(1, kSealedForm);
  if (known.IsErased() || !failure_.ok()) return bytes;
  if (!known.wrapped.has_value()) {
    NewDataKey made = keys_.Make(place.tenant, place.debtor);
    known = {true, made.wrapped, std::move(made.key)};
    made_.emplace_back(place.debtor, std::move(made.wrapped));
  }
  DataKey* const key = KeyOf(place.tenant, place.debtor, known);
  if (key == nullptr) {
    failure_.Update(Refuse(Reason::kRecordCorrupt));
    return bytes;
  }
  return bytes + key->Seal(text, ContextOf(place));
}

absl::StatusOr<std::optional<std::string>> PersonalCodec::Decode(const PersonalPlace& place,
                                                                 std::string_view bytes) {
  Known& known = known_[place.debtor];
  if (known.IsErased()) return std::nullopt;
  if (!bytes.starts_with(kSealedForm)) return std::string(bytes);
  DataKey* const key = KeyOf(place.tenant, place.debtor, known);
  if (key == nullptr) return Refuse(Reason::kRecordCorrupt);
  std::optional<std::string> text = key->Open(bytes.substr(1), ContextOf(place));
  if (!text.has_value()) return Refuse(Reason::kRecordCorrupt);
  return text;
}

}  // namespace parley::postgres
