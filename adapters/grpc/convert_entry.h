// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_ENTRY_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_ENTRY_H_

#include <optional>
#include <string>

#include "application/debts/post_entries.h"
#include "application/debts/reverse_entry.h"
#include "application/ports/plain_words.h"
#include "domain/common/days.h"
#include "domain/common/violations.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "parley/v1/debt_service.pb.h"
#include "parley/v1/entry.pb.h"

namespace parley::grpc_api {

// `latest_today` is the latest day that it is anywhere. None when there is no command to be made of
// the request; then there are violations.
std::optional<PostEntries::Command> ReadPostEntries(const v1::PostEntriesRequest& request,
                                                    Day latest_today, Violations& violations);
std::optional<ReverseEntry::Command> ReadReverseEntry(const v1::ReverseEntryRequest& request,
                                                      Day latest_today, Violations& violations);

// Adds what is wrong with a fact for every debt, where nothing is told of the field yet.
void CheckForAnyDebt(const Fact& fact, Day latest_today, const std::string& path,
                     Violations& violations);

// An entry of this debt's journal.
void Write(const Entry& entry, const Debt& debt, v1::Entry& out);

// Tells the entry, and what it takes back or puts right if that is at hand; nothing without a
// voice.
void WriteSentence(const Entry& entry, const Entry* linked, const Debt& debt, const Voice* voice,
                   v1::Entry& out);

v1::EntryKind WriteEntryKind(EntryKind kind);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_ENTRY_H_
