// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_STORES_H_
#define PARLEY_INFRA_SERVER_STORES_H_

#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/http/prometheus_metrics.h"
#include "application/ports/answers.h"
#include "application/ports/audit.h"
#include "application/ports/chat_hints.h"
#include "application/ports/clock.h"
#include "application/ports/conversations.h"
#include "application/ports/directory.h"
#include "application/ports/event_feed.h"
#include "application/ports/fingerprints.h"
#include "application/ports/inbound.h"
#include "application/ports/kill_switches.h"
#include "application/ports/log.h"
#include "application/ports/messages.h"
#include "application/ports/payments.h"
#include "application/ports/portfolio.h"
#include "application/ports/publications.h"
#include "application/ports/published_rulebooks.h"
#include "application/ports/store.h"
#include "application/ports/templates.h"
#include "application/ports/timelines.h"
#include "application/ports/work_items.h"
#include "infra/server/config.h"
#include "infra/server/secrets.h"

namespace parley::server {

struct StorePorts {
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
  ChatHints& chat_hints;
  EventFeed& event_feed;
  Publications& publications;
  GivenAnswers& given_answers;
  AuditRecords& audit_records;
};

// The store that is configured, behind its ports.
class Stores {
 public:
  virtual ~Stores() = default;

  virtual StorePorts ports() = 0;
  // OK while the store answers, also when it is busy. Errors: STORE_UNAVAILABLE.
  virtual absl::Status Probe() = 0;
  virtual void AddTo(PrometheusMetrics& metrics) const = 0;
};

// Warns of settings of the database with which OK would not mean committed.
// Errors: one sentence for an operator, such as for a database of another schema.
absl::StatusOr<std::unique_ptr<Stores>> OpenStores(const Config& config, const Secrets& secrets,
                                                   const Fingerprints& fingerprints,
                                                   const Clock& clock, Log& log);

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_STORES_H_
