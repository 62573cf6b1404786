// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_relief.h"

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_debt.h"
#include "adapters/grpc/convert_entry.h"
#include "adapters/grpc/convert_work.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

// What the three requests have in common.
template <typename Request>
std::optional<PostRelief::Command> Read(const Request& request, EntryKind kind, Day latest_today,
                                        Violations& violations) {
  CheckLanguageCode(request.language_code(), violations);
  const auto name = ReadDebtName(request.name(), "name", violations);
  PostRelief::Command command{.kind = kind,
                              .external_ref = request.external_ref(),
                              .value_date = ReadDay(request.value_date(), "value_date", violations),
                              .reason = SensitiveText(request.reason()),
                              .etag = ReadEtag(request.etag())};
  if (request.has_amount()) command.amount = ReadMoney(request.amount(), "amount", violations);
  Violations more;
  RequireText(more, "reason", request.reason(), kLongestReason, Lines::kMany);
  AddOnce(violations, more);
  const Fact sketch{.external_ref = command.external_ref,
                    .kind = kind,
                    .value_date = command.value_date.value_or(latest_today),
                    .amount = request.has_amount() ? request.amount().minor_units() : 1,
                    .reason = command.reason};
  CheckForAnyDebt(sketch, latest_today, "", violations);
  if (!violations.empty() || !name.has_value()) return std::nullopt;
  command.debtor = name->debtor;
  command.debt = name->debt;
  return command;
}

template <typename Request>
std::optional<PostRelief::Command> ReadWithBucket(const Request& request, EntryKind kind,
                                                  Day latest_today, Violations& violations) {
  std::optional<PostRelief::Command> command = Read(request, kind, latest_today, violations);
  if (command.has_value()) command->bucket = ReadBucket(request.bucket());
  return command;
}

}  // namespace

std::optional<PostRelief::Command> ReadRelief(const v1::WaiveRequest& request, Day latest_today,
                                              Violations& violations) {
  return ReadWithBucket(request, EntryKind::kWaiver, latest_today, violations);
}

std::optional<PostRelief::Command> ReadRelief(const v1::WriteOffRequest& request, Day latest_today,
                                              Violations& violations) {
  return ReadWithBucket(request, EntryKind::kWriteOff, latest_today, violations);
}

std::optional<PostRelief::Command> ReadRelief(const v1::RefundCreditRequest& request,
                                              Day latest_today, Violations& violations) {
  return Read(request, EntryKind::kRefund, latest_today, violations);
}

void Write(const PostRelief::Result& result, const Voice* voice, bool rehearsal,
           v1::PostedEntry& out) {
  Write(result.debt, *out.mutable_debt());
  if (!result.waiting.has_value()) {
    Write(result.entry, result.debt, *out.mutable_entry());
    WriteSentence(result.entry, nullptr, result.debt, voice, *out.mutable_entry());
    if (rehearsal) out.mutable_entry()->clear_name();
    return;
  }
  Write(*result.waiting, rehearsal, *out.mutable_work_item());
}

}  // namespace parley::grpc_api
