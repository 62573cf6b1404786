// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DUTY_RULES_H_
#define PARLEY_DOMAIN_COMMUNICATION_DUTY_RULES_H_

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "domain/communication/contact_rules.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/vocabulary.h"

// The kinds of rules about what else is owed to a person: notices, dates, sums, records. The gate
// passes them by; who has the duty asks for them.
namespace parley {

// Whether it is about a complaint or a dispute, and so is owed wherever the person is.
bool IsAboutACase(Duty duty);

// Something is due so many days after it was asked for or began.
struct Deadline {
  Duty duty = Duty::kFirstNotice;
  int days = 0;
  bool business_days = false;
  CalendarRef calendar;  // None: that of the person's place.
};

// A period that runs from the day on which a letter is taken to have arrived.
struct NoticePeriod {
  int receipt_days = 0;  // Business days of the calendar.
  CalendarRef calendar;
  int length_days = 0;
};

// How long a class of records is kept, to the end of its last day.
struct Retention {
  EnumSet<RecordClass> classes;
  int years = 0;
};

// Interest that a law gives on a late commercial payment.
struct LateInterest {
  std::int64_t margin = 0;        // Above the reference rate, a year, in units of 1e-10.
  std::int64_t compensation = 0;  // Minor units of the claim's currency.
};

// No interest, fee or charge for a person in a pause that a Moratorium of the same book gives.
struct AccrualFreeze {};

// Something that is looked at in a notice, a message or a talk, in the way that its aspect says.
struct Check {
  Aspect aspect = Aspect::kNoticeFields;
  // What is to be disclosed: at first, and later on.
  std::vector<std::string> disclosures;
};

using DutyRule =
    std::variant<Deadline, NoticePeriod, Retention, LateInterest, AccrualFreeze, Check>;

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DUTY_RULES_H_
