// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_SUPPORT_NEED_H_
#define PARLEY_DOMAIN_DEBTOR_SUPPORT_NEED_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/vocabulary.h"
#include "domain/debtor/provenance.h"

namespace parley {

using SupportNeedId = Id<struct SupportNeedTag>;

// What we do differently for a person. The numbers are stored and never change.
enum class Adjustment : std::uint8_t {
  kMoreTime = 1,
  kPlainLanguage = 2,
  kInWriting = 3,
  kByPhone = 4,
  kAccessibleFormat = 5,
  kInterpreter = 6,
  kOnePersonToTalkTo = 7,
  kSpecialistTeam = 8,
  kRepeatAndConfirm = 9,
  kSomebodyBesideThem = 10,
  kFewerContacts = 11,
  kOther = 12,  // As the note says.
};

// What drives a person's vulnerability. The numbers are stored and never change.
enum class VulnerabilityDriver : std::uint8_t {
  kHealth = 1,
  kLifeEvent = 2,
  kResilience = 3,  // Little room for a financial or emotional shock.
  kCapability = 4,  // With money, language or the digital world.
};

template <>
std::span<const std::string_view> WordsOf<Adjustment>();
template <>
std::span<const std::string_view> WordsOf<VulnerabilityDriver>();

// A person's explicit word that we may keep why they need something.
struct ExplicitConsent {
  std::string wording_version;
  absl::Time given;
  std::optional<absl::Time> withdrawn;

  friend bool operator==(const ExplicitConsent&, const ExplicitConsent&) = default;
};

// Why somebody needs support. It is kept only as long as they consent to that.
struct Vulnerability {
  VulnerabilityDriver driver = VulnerabilityDriver::kLifeEvent;
  SensitiveText description;
  std::optional<ExplicitConsent> consent;

  friend bool operator==(const Vulnerability&, const Vulnerability&) = default;
};

// What a person needs of us, from a day on.
struct SupportNeed {
  SupportNeedId id;
  Adjustment adjustment = Adjustment::kMoreTime;
  SensitiveText note;
  std::optional<Vulnerability> vulnerability;
  Day review;                // Needs change; somebody asks again.
  std::optional<Day> until;  // Its last day.
  Provenance provenance;

  friend bool operator==(const SupportNeed&, const SupportNeed&) = default;
};

// What is wrong with the reason of something that was told so.
void CheckVulnerability(const Vulnerability& vulnerability, const Provenance& provenance,
                        const std::string& field, Violations& violations);

void CheckSupportNeed(const SupportNeed& need, const std::string& field, Violations& violations);

// True up to its last day.
bool StandsOn(const SupportNeed& need, Day day);

// The need as it may be kept: without explicit consent, or once it is withdrawn, the reason is
// dropped and the adjustment stays.
SupportNeed AsConsented(SupportNeed need, absl::Time now);
std::optional<Vulnerability> AsConsented(std::optional<Vulnerability> reason, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_SUPPORT_NEED_H_
