// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_entry.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_interest.h"
#include "adapters/grpc/convert_settings.h"
#include "application/words/entry_words.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

constexpr int kMostEntries = 100;

EntryKind ReadKind(const v1::NewEntry& in, const std::string& path, Violations& violations) {
  switch (in.kind()) {
    case v1::ENTRY_KIND_CHARGE:
      return EntryKind::kCharge;
    case v1::ENTRY_KIND_CREDIT:
      return EntryKind::kCredit;
    case v1::ENTRY_KIND_FEE:
      return EntryKind::kFee;
    case v1::ENTRY_KIND_PAYMENT:
      if (in.bucket() != v1::BUCKET_UNSPECIFIED) {
        AddOnce(violations, path + ".bucket", Fault::kUnknownValue);
      }
      return EntryKind::kPayment;
    default:
      // The other kinds are the server's own, and an unspecified one was missed before.
      AddOnce(violations, path + ".kind", Fault::kUnknownValue);
      return EntryKind::kPayment;
  }
}

std::optional<FeeDetail> ReadFee(const v1::NewEntry& in) {
  if (!in.has_fee()) return std::nullopt;
  return FeeDetail{.rule = in.fee().rule(),
                   .basis = {},
                   .cause = static_cast<FeeCause>(in.fee().cause()),
                   .cause_ref = in.fee().cause_ref()};
}

void Write(const FeeDetail& fee, v1::FeeDetail& out) {
  out.set_rule(fee.rule);
  out.set_version(fee.version);
  out.set_basis(fee.basis);
  out.set_cause(static_cast<v1::FeeCause>(fee.cause));
  out.set_cause_ref(fee.cause_ref);
}

PostEntries::NewEntry ReadEntry(const v1::NewEntry& in, Day latest_today, const std::string& path,
                                Violations& violations) {
  const auto currency =
      ReadCurrency(in.amount().currency_code(), path + ".amount.currency_code", violations);
  PostEntries::NewEntry entry{
      .id = ReadChosenId<EntryId>(in.entry_id(), path + ".entry_id", violations),
      .external_ref = in.external_ref(),
      .kind = ReadKind(in, path, violations),
      .value_date = ReadDay(in.value_date(), path + ".value_date", violations).value_or(Day()),
      .amount = Money(in.amount().minor_units(),
                      currency.has_value() ? *currency : *Currency::Find("EUR")),
      .bucket = ReadBucket(in.bucket()),
      .order = ReadOrder(in.allocation_order(), path + ".allocation_order", violations),
      .reason = SensitiveText(in.reason()),
      .fee = ReadFee(in)};
  const Fact sketch{.external_ref = entry.external_ref,
                    .kind = entry.kind,
                    .value_date = entry.value_date,
                    .amount = entry.amount.minor_units(),
                    .order = entry.order,
                    .reason = entry.reason,
                    .fee = entry.fee};
  CheckForAnyDebt(sketch, latest_today, path, violations);
  return entry;
}

}  // namespace

void CheckForAnyDebt(const Fact& fact, Day latest_today, const std::string& path,
                     Violations& violations) {
  Debt any{.currency = *Currency::Find("EUR")};
  any.itemisation_date = Day(kFirstYear, 1, 1);
  Violations more;
  CheckFact(fact, any, latest_today, path, more);
  AddOnce(violations, more);
}

std::optional<PostEntries::Command> ReadPostEntries(const v1::PostEntriesRequest& request,
                                                    Day latest_today, Violations& violations) {
  CheckLanguageCode(request.language_code(), violations);
  const auto name = ReadDebtName(request.name(), "name", violations);
  PostEntries::Command command{.etag = ReadEtag(request.etag())};
  if (request.entries_size() > kMostEntries) AddOnce(violations, "entries", Fault::kTooLong);
  for (int i = 0; i < request.entries_size(); ++i) {
    command.entries.push_back(
        ReadEntry(request.entries(i), latest_today, absl::StrCat("entries[", i, "]"), violations));
  }
  if (!violations.empty() || !name.has_value()) return std::nullopt;
  command.debtor = name->debtor;
  command.debt = name->debt;
  return command;
}

std::optional<ReverseEntry::Command> ReadReverseEntry(const v1::ReverseEntryRequest& request,
                                                      Day latest_today, Violations& violations) {
  CheckLanguageCode(request.language_code(), violations);
  const auto name = ReadEntryName(request.name(), "name", violations);
  ReverseEntry::Command command{
      .external_ref = request.external_ref(),
      .value_date = ReadDay(request.value_date(), "value_date", violations),
      .reason = SensitiveText(request.reason()),
      .etag = ReadEtag(request.etag())};
  if (command.value_date > latest_today) {
    AddOnce(violations, "value_date", Fault::kDateInFuture);
  }
  Violations more;
  AllowText(more, "external_ref", request.external_ref(), kLongestReference);
  AllowText(more, "reason", request.reason(), kLongestReason, Lines::kMany);
  AddOnce(violations, more);
  if (!violations.empty() || !name.has_value()) return std::nullopt;
  command.debtor = name->debt.debtor;
  command.debt = name->debt.debt;
  command.entry = name->entry;
  return command;
}

v1::EntryKind WriteEntryKind(EntryKind kind) { return static_cast<v1::EntryKind>(kind); }

void Write(const Entry& entry, const Debt& debt, v1::Entry& out) {
  const DebtName debt_name{debt.debtor, debt.id};
  out.set_name(NameOf(EntryName{debt_name, entry.id}));
  out.set_external_ref(entry.external_ref);
  out.set_kind(WriteEntryKind(entry.kind));
  out.set_value_date(FormatDay(entry.value_date));
  Write(entry.booked_time, *out.mutable_booked_time());
  Write(entry.amount, debt.currency, *out.mutable_amount());
  if (entry.bucket.has_value()) out.set_bucket(WriteBucket(*entry.bucket));
  out.set_reason(entry.reason.Reveal());
  out.set_actor(entry.actor);
  for (const Posting& posting : entry.postings) {
    v1::Posting& added = *out.add_postings();
    added.set_account(static_cast<v1::Account>(posting.account));
    added.set_minor_units(posting.minor_units);
  }
  if (FillsByOrder(entry.kind)) Write(entry.order, *out.mutable_allocation_order());
  if (entry.interest.has_value()) Write(*entry.interest, debt.currency, *out.mutable_interest());
  if (entry.fee.has_value()) Write(*entry.fee, *out.mutable_fee());
  if (!entry.quote.IsNil()) out.set_payoff_quote(NameOf(QuoteName{debt_name, entry.quote}));
  if (entry.linked.IsNil()) return;
  out.mutable_link()->set_kind(entry.kind == EntryKind::kReversal ? v1::ENTRY_LINK_KIND_REVERSES
                                                                  : v1::ENTRY_LINK_KIND_CORRECTS);
  out.mutable_link()->set_entry(NameOf(EntryName{debt_name, entry.linked}));
}

void WriteSentence(const Entry& entry, const Entry* linked, const Debt& debt, const Voice* voice,
                   v1::Entry& out) {
  if (voice != nullptr) out.set_sentence(TellEntry(entry, linked, debt.currency, *voice));
}

}  // namespace parley::grpc_api
