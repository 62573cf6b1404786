// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/chat_rooms.h"

#include <algorithm>

namespace parley::grpc_api {
namespace {

// So many rooms are looked at by one statement, and so many lines of each are read at once.
constexpr std::size_t kMostRooms = 100;
constexpr int kMostLines = 100;

// Servers say now and then who is with them; who is not heard of for longer is gone.
constexpr auto kSaidEvery = std::chrono::seconds(20);
constexpr auto kMissedAfter = std::chrono::seconds(50);

constexpr std::array kSides = {Direction::kInbound, Direction::kOutbound};

Direction OtherOf(Direction side) {
  return side == Direction::kInbound ? Direction::kOutbound : Direction::kInbound;
}

// The person sees what is said in the chat, and the team what is said anywhere.
bool Sees(Direction side, const ConversationLine& line) {
  if (!line.was_said) return false;
  return side == Direction::kOutbound || line.link.channel == Channel::kDirectMessage;
}

// Where a guest stands who took so many of these lines.
std::int64_t LastTaken(std::span<const ConversationLine> lines, std::size_t taken,
                       std::int64_t before) {
  return taken == 0 ? before : lines[taken - 1].link.line;
}

}  // namespace

ChatRooms::ChatRooms(const Parts& parts) : parts_(parts), reader_([this] { Run(); }) {
  parts_.hints.Listen([this](const ChatHint& hint) {
    const std::lock_guard lock(mutex_);
    TakeHint(hint);
  });
}

ChatRooms::~ChatRooms() {
  parts_.hints.Listen({});
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  news_.notify_all();
  reader_.join();
}

bool ChatRooms::IsHere(const Room& room, Direction side) const {
  return std::any_of(room.seats.begin(), room.seats.end(),
                     [side](const auto& seat) { return seat.second.side == side; });
}

ChatHint ChatRooms::HintOf(const Seat& seat, ChatHintKind kind, std::int64_t line) {
  return {kind, seat.tenant, seat.debtor, seat.side, line};
}

void ChatRooms::TellRoom(Room& room, const ChatHint& hint) {
  for (auto& [guest, seat] : room.seats) {
    if (seat.side != hint.side) guest->OnHint(hint.kind, hint.line);
  }
}

bool ChatRooms::Join(ChatGuest& guest, const Seat& seat) {
  const std::lock_guard lock(mutex_);
  if (places_.size() >= parts_.most_guests) return false;
  const Key key{seat.tenant, seat.debtor};
  Room& room = rooms_[key];
  const bool first_of_side = !IsHere(room, seat.side);
  room.seats.emplace(&guest, seat);
  places_.emplace(&guest, key);
  const Direction other = OtherOf(seat.side);
  if (IsHere(room, other) || room.elsewhere[IndexOf(other)].has_value()) {
    guest.OnHint(ChatHintKind::kArrived, 0);
  }
  if (first_of_side) {
    const ChatHint hint = HintOf(seat, ChatHintKind::kArrived, 0);
    TellRoom(room, hint);
    parts_.hints.Send(hint);
  }
  fresh_.insert(key);
  news_.notify_one();
  return true;
}

void ChatRooms::Leave(ChatGuest& guest) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(&guest);
  if (place == places_.end()) return;
  const auto found = rooms_.find(place->second);
  Room& room = found->second;
  const Seat seat = room.seats.at(&guest);
  room.seats.erase(&guest);
  places_.erase(place);
  if (!IsHere(room, seat.side)) {
    const ChatHint hint = HintOf(seat, ChatHintKind::kLeft, 0);
    if (!room.elsewhere[IndexOf(seat.side)].has_value()) TellRoom(room, hint);
    parts_.hints.Send(hint);
  }
  if (room.seats.empty()) rooms_.erase(found);
}

void ChatRooms::GoOn(const ChatGuest& guest) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(&guest);
  if (place == places_.end()) return;
  for (auto& [other, seat] : rooms_.at(place->second).seats) {
    if (other == &guest) seat.waits = false;
  }
  fresh_.insert(place->second);
  news_.notify_one();
}

void ChatRooms::Said(TenantId tenant, DebtorId debtor) {
  parts_.hints.Send({ChatHintKind::kSaid, tenant, debtor, Direction::kInbound, 0});
  const std::lock_guard lock(mutex_);
  const Key key{tenant, debtor};
  if (!rooms_.contains(key)) return;
  fresh_.insert(key);
  news_.notify_one();
}

void ChatRooms::Tell(const ChatGuest& guest, ChatHintKind kind, std::int64_t line) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(&guest);
  if (place == places_.end()) return;
  Room& room = rooms_.at(place->second);
  const auto seat = std::find_if(room.seats.begin(), room.seats.end(),
                                 [&](const auto& one) { return one.first == &guest; });
  const ChatHint hint = HintOf(seat->second, kind, line);
  TellRoom(room, hint);
  parts_.hints.Send(hint);
}

void ChatRooms::TakeHint(const ChatHint& hint) {
  const auto found = rooms_.find({hint.tenant, hint.debtor});
  if (found == rooms_.end()) return;
  Room& room = found->second;
  std::optional<Steady::time_point>& seen = room.elsewhere[IndexOf(hint.side)];
  const bool was_there = seen.has_value() || IsHere(room, hint.side);
  switch (hint.kind) {
    case ChatHintKind::kSaid:
      fresh_.insert(found->first);
      news_.notify_one();
      return;
    case ChatHintKind::kTyping:
    case ChatHintKind::kStopped:
    case ChatHintKind::kRead:
      return TellRoom(room, hint);
    case ChatHintKind::kArrived: {
      const bool is_new = !seen.has_value();
      seen = Steady::now();
      if (!was_there) TellRoom(room, hint);
      // Whoever came does not know yet who is here.
      const Direction other = OtherOf(hint.side);
      if (is_new && IsHere(room, other)) {
        parts_.hints.Send({ChatHintKind::kArrived, hint.tenant, hint.debtor, other, 0});
      }
      return;
    }
    case ChatHintKind::kLeft:
      seen.reset();
      if (was_there && !IsHere(room, hint.side)) TellRoom(room, hint);
      return;
  }
}

void ChatRooms::MissWhoIsGone(Steady::time_point now) {
  for (auto& [key, room] : rooms_) {
    for (const Direction side : kSides) {
      if (IsHere(room, side)) {
        parts_.hints.Send({ChatHintKind::kArrived, key.first, key.second, side, 0});
      }
      std::optional<Steady::time_point>& seen = room.elsewhere[IndexOf(side)];
      if (!seen.has_value() || now - *seen < kMissedAfter) continue;
      seen.reset();
      if (!IsHere(room, side)) {
        TellRoom(room, {ChatHintKind::kLeft, key.first, key.second, side, 0});
      }
    }
  }
}

void ChatRooms::Run() {
  Steady::time_point next_look = Steady::now() + parts_.pause;
  Steady::time_point next_word = Steady::now() + kSaidEvery;
  std::unique_lock lock(mutex_);
  while (!ended_) {
    news_.wait_until(lock, next_look, [this] { return ended_ || !fresh_.empty(); });
    const Steady::time_point now = Steady::now();
    if (now >= next_word) {
      MissWhoIsGone(now);
      next_word = now + kSaidEvery;
    }
    std::set<Key> asked = std::exchange(fresh_, {});
    if (now >= next_look) {
      for (const auto& [key, room] : rooms_) asked.insert(key);
      RemindWhoWaits();
      next_look = now + parts_.pause;
    }
    lock.unlock();
    LookFor(std::move(asked));
    lock.lock();
  }
}

void ChatRooms::RemindWhoWaits() {
  for (auto& [key, room] : rooms_) {
    for (auto& [guest, seat] : room.seats) {
      if (seat.waits) guest->OnWait();
    }
  }
}

std::optional<std::int64_t> ChatRooms::PositionOf(const Room& room) {
  std::optional<std::int64_t> least;
  for (const auto& [guest, seat] : room.seats) {
    if (!seat.waits) least = std::min(least.value_or(seat.line), seat.line);
  }
  return least;
}

std::vector<LinePosition> ChatRooms::NextOf(TenantId tenant, std::set<Key>& asked) {
  std::vector<LinePosition> positions;
  while (!asked.empty() && asked.begin()->first == tenant && positions.size() < kMostRooms) {
    const auto found = rooms_.find(*asked.begin());
    asked.erase(asked.begin());
    if (found == rooms_.end()) continue;
    const std::optional<std::int64_t> line = PositionOf(found->second);
    if (line.has_value()) positions.push_back({found->first.second, *line});
  }
  return positions;
}

void ChatRooms::LookFor(std::set<Key> asked) {
  while (!asked.empty()) {
    const TenantId tenant = asked.begin()->first;
    std::vector<LinePosition> positions;
    {
      const std::lock_guard lock(mutex_);
      positions = NextOf(tenant, asked);
    }
    if (positions.empty()) continue;
    const auto lines = parts_.lines.Since(tenant, positions, kMostLines);
    // What could not be read is looked for again at the next look.
    if (lines.ok()) Deliver(tenant, *lines);
  }
}

void ChatRooms::Give(std::span<const ConversationLine> lines, ChatGuest& guest, Seat& seat) {
  std::vector<ConversationLine> theirs;
  for (const ConversationLine& line : lines) {
    if (line.link.line > seat.line && Sees(seat.side, line)) theirs.push_back(line);
  }
  const std::size_t taken = theirs.empty() ? 0 : guest.OnLines(theirs);
  seat.waits = taken < theirs.size();
  const std::int64_t last =
      seat.waits ? LastTaken(theirs, taken, seat.line) : lines.back().link.line;
  seat.line = std::max(seat.line, last);
}

void ChatRooms::Deliver(TenantId tenant, std::span<const ConversationLine> lines) {
  const std::lock_guard lock(mutex_);
  for (std::size_t from = 0; from < lines.size();) {
    const DebtorId debtor = lines[from].link.debtor;
    std::size_t until = from;
    while (until < lines.size() && lines[until].link.debtor == debtor) ++until;
    const auto some = lines.subspan(from, until - from);
    from = until;
    const auto found = rooms_.find({tenant, debtor});
    if (found == rooms_.end()) continue;
    for (auto& [guest, seat] : found->second.seats) {
      if (!seat.waits) Give(some, *guest, seat);
    }
    // There may be more.
    if (some.size() >= static_cast<std::size_t>(kMostLines)) fresh_.insert({tenant, debtor});
  }
}

}  // namespace parley::grpc_api
