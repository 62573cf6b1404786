// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_WORKLIST_SKILL_H_
#define PARLEY_DOMAIN_WORKLIST_SKILL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley {

enum class WorkKind : std::uint8_t;

// What somebody must know who does a piece of work. The numbers are stored and never change.
enum class Skill : std::uint8_t {
  kGeneral = 1,        // What everybody of the team can do.
  kVulnerability = 2,  // To speak with people to whom more harm is done than to others.
  kComplaints = 3,     // To answer those who complain of us.
  kDisputes = 4,       // To look into what somebody contests.
  kInsolvency = 5,     // To know what the law makes of those who cannot pay.
  kPayments = 6,       // To judge what becomes of money.
  kTracing = 7,        // To find out who and where somebody is, and how to reach them.
};

std::string_view NameOf(Skill skill);  // "GENERAL".
std::optional<Skill> SkillNamed(std::string_view name);

// What a kind of work needs of those who do it; the work itself may need another skill.
Skill SkillFor(WorkKind kind);

// The language of a BCP 47 tag wherever it is spoken: "es" of "es-MX".
std::string SpokenLanguage(std::string_view tag);

// The language in which a kind of work is done with a person. Empty when it does not matter, or
// nobody knows it.
std::string LanguageFor(WorkKind kind, std::string_view debtor_language);

}  // namespace parley

#endif  // PARLEY_DOMAIN_WORKLIST_SKILL_H_
