// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/open_chats.h"

#include "adapters/grpc/chat_call.h"

namespace parley::grpc_api {

void OpenChats::Add(ChatCall& chat) {
  const std::lock_guard lock(mutex_);
  chats_.insert(&chat);
  if (leaving_) chat.Leave();
}

void OpenChats::Remove(ChatCall& chat) {
  const std::lock_guard lock(mutex_);
  chats_.erase(&chat);
}

void OpenChats::Leave() {
  // While it is held no chat can go.
  const std::lock_guard lock(mutex_);
  leaving_ = true;
  for (ChatCall* const chat : chats_) chat->Leave();
}

}  // namespace parley::grpc_api
