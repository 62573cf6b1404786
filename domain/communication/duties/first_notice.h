// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DUTIES_FIRST_NOTICE_H_
#define PARLEY_DOMAIN_COMMUNICATION_DUTIES_FIRST_NOTICE_H_

#include <cstdint>
#include <optional>

#include "domain/communication/duties/dates.h"
#include "domain/communication/hearing.h"

namespace parley {

// The first communication that told anything of the debts, on the calendar of its person: no
// attempt that reached nobody, and no message of limited content.
std::optional<Day> FirstCommunication(const Record& record, DebtSet debts, absl::Time now);

// Where the duty to give the first notice stands.
enum class NoticeState : std::uint8_t {
  kNotOwed,  // Nothing was told of the debt yet.
  kPaid,     // Paid before the days ran out.
  kGiven,
  kOpen,  // Owed, and still in time.
  kOverdue,
  kReturned,  // What was sent came back, which is as if it had not been sent, and time is over.
};

struct NoticeFacts {
  std::optional<Day> first_communication;
  std::optional<Day> paid;
  std::optional<Day> sent;  // What did not come back.
  bool returned = false;    // Something did.
};

NoticeState StateOf(const Deadline& deadline, const NoticeFacts& facts, Day today);

// True where the duty is broken.
bool IsBreach(NoticeState state);

// What speaks against sending the notice in this way.
enum class NoticeObjection : std::uint8_t {
  kNone,
  kNobodyNamed,  // The person died, and nobody who acts for the estate is named.
  kAddressKnownWrong,
  kNoElectronicConsent,  // The law wants it in writing, and the person did not agree otherwise.
};

struct NoticeSending {
  bool debtor_is_dead = false;
  bool recipient_is_named = true;
  Relation recipient = Relation::kConsumer;
  bool address_known_wrong = false;
  bool electronic = false;
  bool within_first_communication = false;  // It is itself the first communication.
  bool agreed_to_electronic = false;
};

NoticeObjection ObjectionTo(const NoticeSending& sending);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DUTIES_FIRST_NOTICE_H_
