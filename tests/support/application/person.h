// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_APPLICATION_PERSON_H_
#define PARLEY_TESTS_SUPPORT_APPLICATION_PERSON_H_

#include <string>
#include <vector>

#include "application/ports/answers.h"
#include "application/ports/store.h"
#include "domain/communication/conversation.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "domain/debt/hold.h"
#include "domain/debt/payment.h"
#include "domain/debtor/consent.h"
#include "domain/debtor/contact_point.h"
#include "domain/debtor/debtor.h"
#include "domain/worklist/work_item.h"

namespace parley {

// A debtor with a record of each kind that holds texts, each text of which begins with a mark.
struct MarkedPerson {
  Debtor debtor;
  KnownPoint point;
  ConsentFact consent;
  Debt debt;
  std::vector<Entry> entries;
  Payment payment;
  Hold hold;
  WorkItem task;
  LoggedCommunication call;
  StoredVerdict verdict;
  LoggedCommunication slot;
  Message message;
  InboundItem inbound;
  Conversation conversation;
  ConversationNote note;
  StoredAnswer answer;
};

// Number `number` of each: of creditor 1, at the revision that the first transaction about the
// debtor gives.
MarkedPerson APerson(const std::string& mark, int number = 1);

void AddTo(UnitOfWork& unit, const MarkedPerson& person);

// Later: their message is handed over, in words that bear the mark.
void HandOver(UnitOfWork& unit, const MarkedPerson& person, const std::string& mark);

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_APPLICATION_PERSON_H_
