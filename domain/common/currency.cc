// SPDX-License-Identifier: Apache-2.0
#include "domain/common/currency.h"

#include <algorithm>

namespace parley {
namespace {

// Codes by the number of their decimals, each list sorted; all others of the standard have two.
constexpr std::string_view kNoDecimals =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ";
constexpr std::string_view kThreeDecimals = "BHD IQD JOD KWD LYD OMR TND ";
constexpr std::string_view kFourDecimals = "CLF UYW ";
constexpr std::string_view kTwoDecimals =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN "
    "BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP "
    "LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR "
    "NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
    "SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW "
    "ZWG ";

bool Lists(std::string_view codes, std::string_view code) {
  for (std::size_t at = 0; at < codes.size(); at += 4) {
    if (codes.substr(at, 3) == code) return true;
  }
  return false;
}

std::optional<int> DecimalsOf(std::string_view code) {
  if (Lists(kTwoDecimals, code)) return 2;
  if (Lists(kNoDecimals, code)) return 0;
  if (Lists(kThreeDecimals, code)) return 3;
  if (Lists(kFourDecimals, code)) return 4;
  return std::nullopt;
}

}  // namespace

std::optional<Currency> Currency::Find(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  const std::optional<int> decimals = DecimalsOf(code);
  if (!decimals.has_value()) return std::nullopt;
  std::array<char, 3> letters{};
  std::copy(code.begin(), code.end(), letters.begin());
  return Currency(letters, *decimals);
}

}  // namespace parley
