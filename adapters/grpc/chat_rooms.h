// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CHAT_ROOMS_H_
#define PARLEY_ADAPTERS_GRPC_CHAT_ROOMS_H_

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#include "application/conversations/read_lines.h"
#include "application/ports/chat_hints.h"

namespace parley::grpc_api {

// Somebody who chats on this server. It is told things by a thread of the rooms, which it must not
// keep waiting.
class ChatGuest {
 public:
  virtual ~ChatGuest() = default;

  // Something new was said, in order, each once. Returns how much of it the guest takes for now;
  // the rest is told again.
  virtual std::size_t OnLines(std::span<const ConversationLine> lines) = 0;
  // There is more that it did not take; it says by GoOn when it has room.
  virtual void OnWait() = 0;
  // The other side came, went, writes or has read.
  virtual void OnHint(ChatHintKind kind, std::int64_t line) = 0;
};

// The chats in which somebody on this server is: one room a debtor. What is said is read from the
// store, in one statement for many rooms: at once where somebody hinted at something new, and for
// all rooms now and then, because hints may be lost. Safe for threads.
class ChatRooms {
 public:
  using Steady = std::chrono::steady_clock;

  struct Parts {
    const ReadLines& lines;
    ChatHints& hints;
    Steady::duration pause;  // Between two looks for what nobody hinted at.
    std::size_t most_guests;
  };

  explicit ChatRooms(const Parts& parts);
  ChatRooms(const ChatRooms&) = delete;
  ChatRooms& operator=(const ChatRooms&) = delete;
  ~ChatRooms();

  struct Seat {
    TenantId tenant;
    DebtorId debtor;
    Direction side = Direction::kInbound;
    std::int64_t line = 0;  // The last one that the guest knows.
    bool waits = false;     // Until the guest has room: then it holds nobody else up.
  };

  // From now on the guest is told what is said after its line. False when there are too many.
  bool Join(ChatGuest& guest, const Seat& seat);
  // When it returns, the guest is told nothing more. One that is not there may leave as well.
  void Leave(ChatGuest& guest);

  // A guest who had no room for more has some again.
  void GoOn(const ChatGuest& guest);

  // Something was committed there.
  void Said(TenantId tenant, DebtorId debtor);
  // A guest tells something to the other side, on this server and on others.
  void Tell(const ChatGuest& guest, ChatHintKind kind, std::int64_t line = 0);

 private:
  using Key = std::pair<TenantId, DebtorId>;

  struct Room {
    std::map<ChatGuest*, Seat> seats;
    // When another server said last that a side is there, by the side.
    std::array<std::optional<Steady::time_point>, 2> elsewhere;
  };

  static std::size_t IndexOf(Direction side) { return side == Direction::kInbound ? 0 : 1; }
  bool IsHere(const Room& room, Direction side) const;
  static ChatHint HintOf(const Seat& seat, ChatHintKind kind, std::int64_t line);

  // With the lock held.
  void TellRoom(Room& room, const ChatHint& hint);
  void TakeHint(const ChatHint& hint);
  void MissWhoIsGone(Steady::time_point now);
  void RemindWhoWaits();
  static std::optional<std::int64_t> PositionOf(const Room& room);
  std::vector<LinePosition> NextOf(TenantId tenant, std::set<Key>& asked);

  void Run();
  void LookFor(std::set<Key> asked);
  void Deliver(TenantId tenant, std::span<const ConversationLine> lines);
  static void Give(std::span<const ConversationLine> lines, ChatGuest& guest, Seat& seat);

  const Parts parts_;
  std::mutex mutex_;
  std::condition_variable news_;
  std::map<Key, Room> rooms_;
  std::map<const ChatGuest*, Key> places_;
  std::set<Key> fresh_;
  bool ended_ = false;
  std::thread reader_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CHAT_ROOMS_H_
