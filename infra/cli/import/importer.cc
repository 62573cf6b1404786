// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/import/importer.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/rpc_error.h"

namespace parley::cli {
namespace {

using SteadyClock = std::chrono::steady_clock;

// A few hundred rows a message and a few messages ahead keep the server busy at all times; more
// would only be sent again after a break.
constexpr std::size_t kRowsAMessage = 400;
constexpr std::size_t kRowsAhead = 4 * kRowsAMessage;
constexpr std::size_t kBytesAMessage = 256 * 1024;

// A batch takes milliseconds: a server that is silent for so long is not working on it.
constexpr absl::Duration kLongestSilence = absl::Seconds(60);

constexpr absl::Duration kFirstPause = absl::Milliseconds(500);
constexpr absl::Duration kLongestPause = absl::Seconds(5);

// True when the same rows may fare better on another stream.
bool IsPassing(const absl::Status& status) {
  const bool asked_to_wait =
      absl::IsResourceExhausted(status) && ReportOf(status).retry_delay.has_value();
  return absl::IsUnavailable(status) || absl::IsCancelled(status) || asked_to_wait;
}

absl::Duration PauseAfter(const absl::Status& status, absl::Duration planned) {
  return std::max(planned, ReportOf(status).retry_delay.value_or(absl::ZeroDuration()));
}

}  // namespace

absl::Status Importer::Run() {
  rows_before_ = parts_.verdicts.tally().rows();
  absl::Duration pause = kFirstPause;
  SteadyClock::time_point last_success = SteadyClock::now();
  while (!unanswered_.empty() || ReadRow()) {
    const std::int64_t rows = RowsOfThisRun();
    const absl::Status status = Attempt();
    if (!status.ok() && !may_retry_) return status;
    if (status.ok()) continue;
    const SteadyClock::time_point now = SteadyClock::now();
    if (RowsOfThisRun() > rows) {
      last_success = now;
      pause = kFirstPause;
    }
    if (now - last_success >= absl::ToChronoMilliseconds(settings_.patience)) return status;
    const absl::Duration wait = PauseAfter(status, pause);
    parts_.progress.Note(absl::StrCat("the import broke off after ", RowsOfThisRun(), " rows (",
                                      absl::StatusCodeToString(status.code()), "); it goes on in ",
                                      absl::FormatDuration(wait)));
    std::this_thread::sleep_for(absl::ToChronoMilliseconds(wait));
    pause = std::min(pause * 2, kLongestPause);
  }
  PARLEY_RETURN_IF_ERROR(file_error_);
  return parts_.source.status();
}

absl::Status Importer::Attempt() {
  may_retry_ = false;
  sent_ = 0;
  ImportCall call(parts_.client);
  bool first = true;
  bool all_sent = false;
  while (true) {
    const bool has_room = !all_sent && sent_ + kRowsAMessage <= kRowsAhead;
    const ImportCall::Event event = call.Wait(has_room, kLongestSilence);
    if (event.empty()) {
      may_retry_ = true;
      return absl::UnavailableError("the server went silent");
    }
    PARLEY_RETURN_IF_ERROR(Take(event.verdicts));
    if (event.ended) break;
    if (event.may_send) all_sent = !Send(call, std::exchange(first, false));
    PARLEY_RETURN_IF_ERROR(file_error_);
    ShowProgress();
  }
  const absl::Status status = call.Finish();
  may_retry_ = IsPassing(status);
  if (status.ok() && !unanswered_.empty()) {
    return absl::InternalError("the server ended the import before its last verdict");
  }
  return status;
}

// False when there was nothing left to send.
bool Importer::Send(ImportCall& call, bool first) {
  v1::ImportDebtsRequest message;
  FillMessage(message);
  if (message.rows().empty()) {
    call.FinishSending();
    return false;
  }
  if (first) *message.mutable_options() = settings_.options;
  call.Send(std::move(message));
  return true;
}

void Importer::FillMessage(v1::ImportDebtsRequest& message) {
  std::size_t bytes = 0;
  for (std::size_t rows = 0; rows < kRowsAMessage && bytes < kBytesAMessage; ++rows) {
    if (sent_ == unanswered_.size() && !ReadRow()) return;
    const v1::ImportRow& row = unanswered_[sent_++].message;
    bytes += row.ByteSizeLong();
    *message.add_rows() = row;
  }
}

// Reads the next row that can be sent and has no verdict; false at the end.
bool Importer::ReadRow() {
  SourceRow row;
  while (file_error_.ok() && parts_.source.Next(row)) {
    if (parts_.verdicts.Has(row.number)) continue;
    if (row.problems.empty()) {
      unanswered_.push_back(std::move(row));
      return true;
    }
    const std::array refusal = {LocalRefusal(row)};
    file_error_ = parts_.verdicts.Append(refusal);
  }
  return false;
}

absl::Status Importer::Take(std::span<const v1::RowVerdict> given) {
  std::vector<Verdict> verdicts;
  verdicts.reserve(given.size());
  for (const v1::RowVerdict& one : given) {
    if (sent_ == 0 || unanswered_.front().number != one.row_number()) {
      return absl::InternalError("the server gave a verdict on a row that was not its turn");
    }
    verdicts.push_back(GivenVerdict(unanswered_.front(), one));
    unanswered_.pop_front();
    --sent_;
  }
  return parts_.verdicts.Append(verdicts);
}

void Importer::ShowProgress() {
  parts_.progress.Show(parts_.source.bytes_read(), RowsOfThisRun(),
                       parts_.verdicts.tally().refused);
}

std::int64_t Importer::RowsOfThisRun() const {
  return parts_.verdicts.tally().rows() - rows_before_;
}

}  // namespace parley::cli
