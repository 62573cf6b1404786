// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_EMAIL_GMIME_OWNED_H_
#define PARLEY_ADAPTERS_MESSAGING_EMAIL_GMIME_OWNED_H_

#include <gmime/gmime.h>

#include <memory>
#include <string>
#include <string_view>

namespace parley::messaging {

// Frees what GMime gave.
template <auto kFree>
struct FreeBy {
  template <typename T>
  void operator()(T* owned) const {
    kFree(owned);
  }
};

template <typename T>
using OwnedObject = std::unique_ptr<T, FreeBy<g_object_unref>>;
using OwnedText = std::unique_ptr<char, FreeBy<g_free>>;
using OwnedDate = std::unique_ptr<GDateTime, FreeBy<g_date_time_unref>>;
using OwnedFormat = std::unique_ptr<GMimeFormatOptions, FreeBy<g_mime_format_options_free>>;

// Whoever uses GMime calls it first.
void PrepareGMime();

// A stream over a copy of the text.
OwnedObject<GMimeStream> StreamOf(std::string_view text);

// What was written to a stream in memory.
std::string TextOf(GMimeStream* memory);

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_EMAIL_GMIME_OWNED_H_
