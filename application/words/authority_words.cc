// SPDX-License-Identifier: Apache-2.0
#include "application/words/authority_words.h"

#include "absl/strings/str_cat.h"

namespace parley {

std::string TellAuthority(const Authority& authority, const Voice& voice) {
  return voice.Say(absl::StrCat("authority.", std::string(WordFor(authority.reason))));
}

}  // namespace parley
