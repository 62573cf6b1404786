// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/inbound/mask_cards.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace parley {
namespace {

constexpr std::size_t kLeastDigits = 13;
constexpr std::size_t kMostDigits = 19;
constexpr std::size_t kShown = 4;
constexpr std::size_t kPrefixDigits = 4;

// The first four digits, from and to, and how many digits there are.
struct Issuer {
  int from;
  int to;
  std::size_t least;
  std::size_t most;
};
constexpr auto kIssuers = std::to_array<Issuer>({
    {4000, 4999, 13, 19},  // Visa
    {5100, 5599, 16, 16},  // Mastercard
    {2221, 2720, 16, 16},  // Mastercard
    {3400, 3499, 15, 15},  // American Express
    {3700, 3799, 15, 15},  // American Express
    {6011, 6011, 16, 19},  // Discover
    {6440, 6599, 16, 19},  // Discover
    {3000, 3059, 14, 19},  // Diners Club
    {3600, 3699, 14, 19},  // Diners Club
    {3800, 3999, 14, 19},  // Diners Club
    {3528, 3589, 16, 19},  // JCB
    {6200, 6299, 16, 19},  // UnionPay
    {5018, 5038, 13, 19},  // Maestro
    {5600, 5899, 13, 19},  // Maestro
    {6300, 6399, 13, 19},  // Maestro
    {6700, 6799, 13, 19},  // Maestro
});

// What stands right before a number that is a name for something else.
constexpr auto kReferences = std::to_array<std::string_view>(
    {"ref",      "reference",    "referenz",        "aktenzeichen", "az",
     "dossier",  "expediente",   "referencia",      "invoice",      "factura",
     "facture",  "rechnung",     "rechnungsnummer", "order",        "pedido",
     "commande", "kundennummer", "tracking",        "case",         "imei",
     "iccid"});

bool IsDigit(char one) { return absl::ascii_isdigit(static_cast<unsigned char>(one)); }
bool IsLetter(char one) {
  const auto byte = static_cast<unsigned char>(one);
  return absl::ascii_isalpha(byte) || byte >= 0x80;
}
bool IsSeparator(char one) { return one == ' ' || one == '-' || one == '.'; }

// Digits with what parts them, as they stand in the text.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::size_t> digits;  // Where each of them is.
  bool in_fours = false;            // "1234 5678 9012 3456", and nothing else parts it.
};

Run RunAt(std::string_view text, std::size_t begin) {
  Run run{.begin = begin, .end = begin, .digits = {}};
  bool fours = true;
  bool parted = false;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (IsDigit(text[at])) {
      run.digits.push_back(at);
      run.end = at + 1;
      continue;
    }
    const bool goes_on =
        IsSeparator(text[at]) && at + 1 < text.size() && IsDigit(text[at + 1]) && at > begin;
    if (!goes_on) break;
    parted = true;
    fours = fours && run.digits.size() % kShown == 0;
  }
  run.in_fours = parted && fours;
  return run;
}

bool HasCheckDigit(std::string_view text, const Run& run, std::size_t from, std::size_t count) {
  int sum = 0;
  for (std::size_t back = 0; back < count; ++back) {
    int digit = text[run.digits[from + count - 1 - back]] - '0';
    if (back % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 == 0;
}

bool HasIssuer(std::string_view text, const Run& run, std::size_t from, std::size_t count) {
  int prefix = 0;
  for (std::size_t at = 0; at < kPrefixDigits; ++at) {
    prefix = prefix * 10 + (text[run.digits[from + at]] - '0');
  }
  return std::any_of(kIssuers.begin(), kIssuers.end(), [&](const Issuer& one) {
    return one.from <= prefix && prefix <= one.to && one.least <= count && count <= one.most;
  });
}

// The word that ends right before a place, but for what parts them.
std::string WordBefore(std::string_view text, std::size_t place) {
  std::size_t end = place;
  const auto parts = [](char one) { return one == ' ' || one == ':' || one == '#' || one == '.'; };
  while (end > 0 && parts(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && IsLetter(text[begin - 1])) --begin;
  return absl::AsciiStrToLower(std::string(text.substr(begin, end - begin)));
}

bool IsCalledReference(std::string_view text, const Run& run) {
  const std::string word = WordBefore(text, run.begin);
  return std::find(kReferences.begin(), kReferences.end(), word) != kReferences.end();
}

// Where a number stands that may be a card's by what is around it.
bool StandsAlone(std::string_view text, const Run& run) {
  const char before = run.begin == 0 ? ' ' : text[run.begin - 1];
  const char after = run.end == text.size() ? ' ' : text[run.end];
  if (before == '+' || IsLetter(before) || before == '_' || IsLetter(after)) return false;
  return text[run.begin] != '0';
}

// True for the rest of an IBAN: its country, its two check digits and groups of letters or digits
// come before, and all of it gives the remainder that it must.
std::vector<bool> InIbans(std::string_view text) {
  std::vector<bool> in(text.size(), false);
  for (std::size_t at = 0; at + 15 <= text.size(); ++at) {
    const auto upper = [&](std::size_t place) {
      return absl::ascii_isupper(static_cast<unsigned char>(text[place]));
    };
    const bool begins =
        (at == 0 || !absl::ascii_isalnum(static_cast<unsigned char>(text[at - 1]))) && upper(at) &&
        upper(at + 1) && IsDigit(text[at + 2]) && IsDigit(text[at + 3]);
    if (!begins) continue;
    std::string body;
    std::size_t sound_end = 0;
    for (std::size_t place = at; place < text.size() && body.size() < 34; ++place) {
      const char one = text[place];
      const bool counts = IsDigit(one) || upper(place);
      if (!counts && one != ' ') break;
      if (!counts) continue;
      body += one;
      if (body.size() < 15) continue;
      std::int64_t rest = 0;
      for (std::size_t n = 0; n < body.size(); ++n) {
        const char turned = body[(n + 4) % body.size()];
        rest = IsDigit(turned) ? (rest * 10 + (turned - '0')) % 97
                               : (rest * 100 + (turned - 'A' + 10)) % 97;
      }
      if (rest == 1) sound_end = place + 1;
    }
    for (std::size_t place = at; place < sound_end; ++place) in[place] = true;
  }
  return in;
}

// How many digits from the first on are a card's; none for 0. Some write what is on its back, or
// until when it lasts, right behind it.
std::size_t CardIn(std::string_view text, const Run& run) {
  const std::size_t all = run.digits.size();
  for (std::size_t count = std::min(all, kMostDigits); count >= kLeastDigits; --count) {
    const bool ends = count == all || run.digits[count] != run.digits[count - 1] + 1;
    if (ends && HasIssuer(text, run, 0, count) && HasCheckDigit(text, run, 0, count)) return count;
  }
  return 0;
}

}  // namespace

MaskedText MaskCards(std::string text) {
  MaskedText masked{std::move(text), 0};
  std::string& all = masked.text;
  std::vector<bool> in_iban;
  for (std::size_t at = 0; at < all.size();) {
    if (!IsDigit(all[at])) {
      ++at;
      continue;
    }
    const Run run = RunAt(all, at);
    at = run.end;
    if (run.digits.size() < kLeastDigits || !StandsAlone(all, run)) continue;
    const std::size_t count = CardIn(all, run);
    if (count == 0 || (!run.in_fours && IsCalledReference(all, run))) continue;
    if (in_iban.empty()) in_iban = InIbans(all);
    if (in_iban[run.begin]) continue;
    for (std::size_t digit = 0; digit + kShown < count; ++digit) all[run.digits[digit]] = '*';
    ++masked.cards;
  }
  return masked;
}

}  // namespace parley
