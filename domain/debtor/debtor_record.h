// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_DEBTOR_RECORD_H_
#define PARLEY_DOMAIN_DEBTOR_DEBTOR_RECORD_H_

#include <vector>

#include "domain/communication/callback.h"
#include "domain/communication/complaint.h"
#include "domain/communication/reflection.h"
#include "domain/communication/windows.h"
#include "domain/debt/dispute.h"
#include "domain/debt/hold.h"
#include "domain/debtor/circumstance.h"
#include "domain/debtor/consent.h"
#include "domain/debtor/contact_point.h"
#include "domain/debtor/debtor.h"
#include "domain/debtor/inconvenience.h"
#include "domain/debtor/location.h"
#include "domain/debtor/preferences.h"
#include "domain/debtor/representative.h"
#include "domain/debtor/right_party.h"
#include "domain/debtor/support_need.h"
#include "domain/plan/promise.h"

namespace parley {

// All that is known about a person and bears on whether and how we may speak to them. That they
// died, are insolvent or have a statutory respite are holds over all their debts.
struct DebtorRecord {
  Debtor debtor;
  std::vector<KnownPoint> points;
  std::vector<BarredAddress> barred;
  Preferences preferences;
  std::vector<ConsentFact> consents;
  std::vector<OptOut> opt_outs;
  std::vector<Inconvenience> inconveniences;
  std::vector<Location> locations;
  std::vector<DayWindow> work_hours;  // As far as they are known.
  std::vector<SupportNeed> needs;
  std::vector<Representative> representatives;
  std::vector<VerificationTry> verifications;
  std::vector<Hold> holds;
  // What they told of their life, what they promised, and what they raised.
  std::vector<LifeCircumstance> circumstances;
  std::vector<Promise> promises;
  std::vector<DebtDispute> disputes;
  std::vector<Complaint> complaints;
  std::vector<CallbackRequest> callbacks;
  // What we told them that we understood of all that.
  std::vector<Reflection> reflections;

  friend bool operator==(const DebtorRecord&, const DebtorRecord&) = default;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_DEBTOR_RECORD_H_
