// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/applies.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace parley {
namespace {

// "US" and "US-NY" hold "US-NY-NYC"; "US-N" does not.
bool Holds(std::string_view place, std::string_view region) {
  return region.starts_with(place) &&
         (region.size() == place.size() || region[place.size()] == '-');
}

// Whether somebody of these regions is there, or may be: of whom no more is known than the country
// may be anywhere in it.
bool MayBeIn(std::string_view place, const std::vector<std::string>& all) {
  return std::any_of(all.begin(), all.end(), [&](const std::string& region) {
    const bool is_whole = std::none_of(all.begin(), all.end(), [&](const std::string& other) {
      return other != region && Holds(region, other);
    });
    return Holds(place, region) || (is_whole && Holds(region, place));
  });
}

bool IsPlaceOf(const Applies& applies, const Person& person) {
  if (applies.regions.empty()) return MayBeIn(applies.country, person.regions);
  return std::any_of(applies.regions.begin(), applies.regions.end(),
                     [&](const std::string& region) { return MayBeIn(region, person.regions); });
}

bool IsPlace(const Applies& applies, const Person& person, const Person& debtor) {
  if (applies.country.empty()) return true;
  if (person.regions.empty() && debtor.regions.empty()) return true;
  return IsPlaceOf(applies, person) || IsPlaceOf(applies, debtor);
}

bool IsCollector(const Applies& applies, const Actor& actor) {
  if (!applies.roles.Admits(actor.role)) return false;
  const bool aside =
      actor.collecting_is_main_purpose == false && actor.collects_for_others == false;
  return !(applies.roles_by_purpose.Has(actor.role) && aside);
}

bool IsDebt(const Applies& applies, const Facts& facts, DebtSet debts) {
  if (applies.classes.empty() || debts.empty()) return true;
  for (DebtSet rest = debts; !rest.empty(); rest = rest.Without(rest.First())) {
    if (applies.classes.Has(facts.debts[rest.First()].debt_class)) return true;
  }
  return false;
}

}  // namespace

Reach ReachOf(const Rulebook& book, const Facts& facts, const Person& person, DebtSet debts,
              Day day) {
  const Applies& applies = book.applies;
  const Person& debtor = facts.persons[facts.debtor];
  if (!book.InForceOn(day) || !IsPlace(applies, person, debtor)) return Reach::kElsewhere;
  const bool speaks = (debtor.natural || !applies.natural_persons) &&
                      IsCollector(applies, facts.actor) && IsDebt(applies, facts, debts);
  return speaks ? Reach::kSpeaks : Reach::kOutOfScope;
}

}  // namespace parley
