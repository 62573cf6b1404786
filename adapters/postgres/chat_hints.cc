// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/chat_hints.h"

#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <cstddef>
#include <memory>
#include <random>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace parley::postgres {
namespace {

// PostgreSQL takes 8000 bytes at most.
constexpr std::size_t kMostBytes = 7900;
// Hints that nobody could be given; more are dropped.
constexpr std::size_t kMostWaiting = 10'000;
// So long hints wait for each other, and so long a link is looked at before those that wait go.
constexpr int kTogetherMs = 5;
constexpr auto kBeforeNextLink = std::chrono::seconds(1);

template <typename Number>
std::optional<Number> ParseNumber(absl::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string AnyName() {
  std::random_device random;
  return absl::StrCat(absl::Hex(random()), absl::Hex(random()));
}

}  // namespace

std::string HintText(const ChatHint& hint) {
  return absl::StrCat(static_cast<int>(hint.kind), " ", hint.tenant.ToString(), " ",
                      hint.debtor.ToString(), " ", static_cast<int>(hint.side), " ", hint.line);
}

std::optional<ChatHint> ParseHint(std::string_view text) {
  const std::vector<absl::string_view> parts =
      absl::StrSplit(absl::string_view(text.data(), text.size()), ' ');
  if (parts.size() != 5) return std::nullopt;
  const auto kind = ParseNumber<int>(parts[0]);
  const auto tenant = TenantId::Parse({parts[1].data(), parts[1].size()});
  const auto debtor = DebtorId::Parse({parts[2].data(), parts[2].size()});
  const auto side = ParseNumber<int>(parts[3]);
  const auto line = ParseNumber<std::int64_t>(parts[4]);
  const bool sound = kind.has_value() && *kind >= static_cast<int>(ChatHintKind::kSaid) &&
                     *kind <= static_cast<int>(ChatHintKind::kRead) && tenant.has_value() &&
                     debtor.has_value() && side.has_value() && line.has_value();
  if (!sound) return std::nullopt;
  const bool theirs = *side == static_cast<int>(Direction::kInbound);
  return ChatHint{static_cast<ChatHintKind>(*kind), *tenant, *debtor,
                  theirs ? Direction::kInbound : Direction::kOutbound, *line};
}

// A link that listens.
class PostgresChatHints::Link {
 public:
  explicit Link(const std::string& text) : link_(PQconnectdb(text.c_str()), &PQfinish) {
    PQsetNoticeProcessor(
        link_.get(), [](void*, const char*) {}, nullptr);
    works_ = PQstatus(link_.get()) == CONNECTION_OK && Execute("listen parley_chat", nullptr);
  }

  bool works() const { return works_; }

  void Notify(const std::string& payload) {
    works_ = works_ && Execute("select pg_notify('parley_chat', $1)", payload.c_str());
  }

  // What came, after it was waited for so long.
  std::optional<std::string> Next(int milliseconds) {
    if (auto notice = Taken(); notice.has_value()) return notice;
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    works_ = works_ && PQconsumeInput(link_.get()) == 1;
    return Taken();
  }

 private:
  bool Execute(const char* sql, const char* argument) {
    const std::array<const char*, 1> values = {argument};
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexecParams(link_.get(), sql, argument == nullptr ? 0 : 1, nullptr, values.data(), nullptr,
                     nullptr, 0),
        &PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
  }

  std::optional<std::string> Taken() {
    const std::unique_ptr<PGnotify, decltype(&PQfreemem)> notice(PQnotifies(link_.get()),
                                                                 &PQfreemem);
    if (notice == nullptr) return std::nullopt;
    return std::string(notice->extra);
  }

  std::unique_ptr<PGconn, decltype(&PQfinish)> link_;
  bool works_ = false;
};

PostgresChatHints::PostgresChatHints(ConnectionSettings settings)
    : settings_(std::move(settings)), process_(AnyName()) {}

PostgresChatHints::~PostgresChatHints() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  over_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void PostgresChatHints::Send(const ChatHint& hint) {
  std::string text = HintText(hint);
  const std::lock_guard lock(mutex_);
  if (waiting_.size() < kMostWaiting) waiting_.push_back(std::move(text));
}

void PostgresChatHints::Listen(std::function<void(const ChatHint&)> take) {
  const std::lock_guard lock(telling_);
  take_ = std::move(take);
  if (take_ != nullptr && !thread_.joinable()) thread_ = std::thread([this] { Run(); });
}

bool PostgresChatHints::IsOver() {
  const std::lock_guard lock(mutex_);
  return ended_;
}

void PostgresChatHints::Run() {
  const absl::StatusOr<std::string> text = ConnectionText(settings_);
  while (text.ok() && !IsOver()) {
    Link link(*text);
    Serve(link);
    std::unique_lock lock(mutex_);
    waiting_.clear();
    over_.wait_for(lock, kBeforeNextLink, [this] { return ended_; });
  }
}

void PostgresChatHints::Serve(Link& link) {
  while (link.works() && !IsOver()) {
    std::vector<std::string> hints;
    {
      const std::lock_guard lock(mutex_);
      hints.swap(waiting_);
    }
    std::string payload = process_;
    for (const std::string& hint : hints) {
      if (payload.size() + hint.size() + 1 > kMostBytes) {
        link.Notify(payload);
        payload = process_;
      }
      absl::StrAppend(&payload, ",", hint);
    }
    if (payload.size() > process_.size()) link.Notify(payload);
    std::optional<std::string> came = link.Next(kTogetherMs);
    while (came.has_value()) {
      Tell(*came);
      came = link.Next(0);
    }
  }
}

void PostgresChatHints::Tell(std::string_view payload) {
  const std::vector<absl::string_view> parts =
      absl::StrSplit(absl::string_view(payload.data(), payload.size()), ',');
  if (parts.front() == absl::string_view(process_.data(), process_.size())) return;
  const std::lock_guard lock(telling_);
  if (take_ == nullptr) return;
  for (std::size_t at = 1; at < parts.size(); ++at) {
    const auto hint = ParseHint({parts[at].data(), parts[at].size()});
    if (hint.has_value()) take_(*hint);
  }
}

}  // namespace parley::postgres
