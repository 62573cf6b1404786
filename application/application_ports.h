// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_APPLICATION_PORTS_H_
#define PARLEY_APPLICATION_APPLICATION_PORTS_H_

#include "application/dispatch/dispatch_tools.h"
#include "application/messages/message_tools.h"
#include "application/ports/addresses.h"
#include "application/ports/blind_index.h"
#include "application/ports/clock.h"
#include "application/ports/communications.h"
#include "application/ports/conversations.h"
#include "application/ports/directory.h"
#include "application/ports/documents.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/inbound.h"
#include "application/ports/kill_switches.h"
#include "application/ports/letterhead.h"
#include "application/ports/listener.h"
#include "application/ports/messages.h"
#include "application/ports/payments.h"
#include "application/ports/plain_words.h"
#include "application/ports/portfolio.h"
#include "application/ports/published_rulebooks.h"
#include "application/ports/region_zones.h"
#include "application/ports/rulebook_reader.h"
#include "application/ports/seals.h"
#include "application/ports/store.h"
#include "application/ports/templates.h"
#include "application/ports/time_zones.h"
#include "application/ports/timelines.h"
#include "application/ports/tone_checks.h"
#include "application/ports/typesetter.h"
#include "application/ports/work_items.h"
#include "application/ports/worked_cases.h"
#include "application/rulebooks/system_policy.h"
#include "application/templates/template_source.h"

namespace parley {

// What the application needs of the world; adapters serve it.
struct Ports {
  Store& store;
  Directory& directory;
  Portfolio& portfolio;
  PaymentBook& payment_book;
  WorkList& work_list;
  ContactLog& contact_log;
  SwitchBoard& switch_board;
  RulebookShelf& rulebook_shelf;
  MessageQueue& message_queue;
  TemplateShelf& template_shelf;
  InboundDesk& inbound_desk;
  ConversationDesk& conversation_desk;
  Timelines& timelines;
  GivenAnswers& given_answers;
  const Fingerprints& fingerprints;
  const AuditSeal& audit_seal;
  const Clock& clock;
  Ids& ids;
  const TimeZones& time_zones;
  const RegionZones& region_zones;
  const Addresses& addresses;
  const BlindIndex& blind_index;
  const PlainWords& words;
  const Documents& documents;
  const SystemPolicy& policy;
  const RulebookReader& rulebook_reader;
  const WorkedCases& worked_cases;
  TemplateLibraryRef templates;  // The system's.
  const Typesetter& typesetter;
  const ToneChecks& tone;
  const Listener& listener;
  const Letterheads& letterheads;
  const Seals& seals;
  MessageSettings messages;
  DispatchSettings dispatch;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_APPLICATION_PORTS_H_
