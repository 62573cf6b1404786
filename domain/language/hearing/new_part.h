// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_NEW_PART_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_NEW_PART_H_

#include <string>
#include <string_view>

namespace parley::language {

// A reply with spaces in the place of what it quotes of us, so that each byte stays where it is:
// lines that begin with ">", what follows a mail program's head of a quoted message, the line that
// names it ("On ... wrote:") and a device's own line ("Sent from my ...").
std::string NewPartOf(std::string_view text);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_NEW_PART_H_
