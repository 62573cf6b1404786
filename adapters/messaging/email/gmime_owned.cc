// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/gmime_owned.h"

namespace parley::messaging {

void PrepareGMime() {
  static const bool kReady = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(kReady);
}

OwnedObject<GMimeStream> StreamOf(std::string_view text) {
  return OwnedObject<GMimeStream>(g_mime_stream_mem_new_with_buffer(text.data(), text.size()));
}

std::string TextOf(GMimeStream* memory) {
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

}  // namespace parley::messaging
