// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_ADDRESS_FORM_H_
#define PARLEY_DOMAIN_DEBTOR_ADDRESS_FORM_H_

#include <cstddef>
#include <string_view>

namespace parley {

inline constexpr std::size_t kLongestEmail = 254;

// "+14155550100": a plus and 7 to 15 digits, the first of which is no zero (ITU-T E.164). Whether
// a country gave out the number is for who knows its plan.
bool IsE164(std::string_view text);

// The form of an address to which mail is sent (RFC 5321 and, beyond ASCII, RFC 6531), as it is
// kept: in lower case, without a quoted name or a literal domain, which nobody's real address has.
bool IsEmail(std::string_view text);

// Lines of an address on paper: one to eight, none of them empty, parted by line feeds.
bool IsPostal(std::string_view text);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_ADDRESS_FORM_H_
