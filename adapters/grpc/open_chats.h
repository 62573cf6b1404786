// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_OPEN_CHATS_H_
#define PARLEY_ADAPTERS_GRPC_OPEN_CHATS_H_

#include <mutex>
#include <set>

namespace parley::grpc_api {

class ChatCall;

// The callers that chat, so that they can be asked to leave. Safe for threads.
class OpenChats {
 public:
  // A chat is here from its start until gRPC is done with it.
  void Add(ChatCall& chat);
  void Remove(ChatCall& chat);

  // Ends all, and each that still comes.
  void Leave();

 private:
  std::mutex mutex_;
  std::set<ChatCall*> chats_;
  bool leaving_ = false;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_OPEN_CHATS_H_
