// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_INBOUND_MASK_CARDS_H_
#define PARLEY_DOMAIN_COMMUNICATION_INBOUND_MASK_CARDS_H_

#include <string>

namespace parley {

struct MaskedText {
  std::string text;
  int cards = 0;  // So many numbers were masked.
};

// A text without the numbers of payment cards in it: an asterisk stands for each digit but the last
// four, so that every other byte stays where it is. A number of a card has 13 to 19 digits, parted
// by single spaces, dots or hyphens or by nothing, begins as those of an issuer do, and ends with
// the digit that its others give (ISO/IEC 7812, the formula of Luhn). What is part of an IBAN, of a
// number that begins with a plus or a zero, or of a word is none; nor is a number that is called a
// reference right before it, unless it is written in groups as cards are.
MaskedText MaskCards(std::string text);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_INBOUND_MASK_CARDS_H_
