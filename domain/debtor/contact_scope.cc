// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/contact_scope.h"

namespace parley {
namespace {

constexpr int kOfPurpose = 1;
constexpr int kOfChannel = 2;
constexpr int kOfPoint = 4;

template <typename Part>
bool CoversPart(const std::optional<Part>& scope, const std::optional<Part>& asked) {
  return !scope.has_value() || scope == asked;
}

}  // namespace

bool Covers(const ContactScope& scope, const ContactScope& asked) {
  return CoversPart(scope.point, asked.point) && CoversPart(scope.channel, asked.channel) &&
         CoversPart(scope.purpose, asked.purpose);
}

int SpecificityOf(const ContactScope& scope) {
  return (scope.point.has_value() ? kOfPoint : 0) + (scope.channel.has_value() ? kOfChannel : 0) +
         (scope.purpose.has_value() ? kOfPurpose : 0);
}

}  // namespace parley
