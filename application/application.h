// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_APPLICATION_H_
#define PARLEY_APPLICATION_APPLICATION_H_

#include "application/access_log.h"
#include "application/creditors/create_creditor.h"
#include "application/creditors/update_creditor.h"
#include "application/debtors/create_debtor.h"
#include "application/debtors/update_debtor.h"
#include "application/debts/import_debts.h"
#include "application/debts/place_debt.h"
#include "application/debts/post_entries.h"
#include "application/debts/render_statement.h"
#include "application/debts/reverse_entry.h"
#include "application/debts/review_placement.h"
#include "application/debts/tell_debt.h"
#include "application/mutations.h"
#include "application/ports/clock.h"
#include "application/ports/directory.h"
#include "application/ports/documents.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/plain_words.h"
#include "application/ports/portfolio.h"
#include "application/ports/seals.h"
#include "application/ports/store.h"
#include "application/ports/time_zones.h"

namespace parley {

// What the application needs of the world; adapters serve it.
struct Ports {
  Store& store;
  Directory& directory;
  Portfolio& portfolio;
  GivenAnswers& given_answers;
  const Fingerprints& fingerprints;
  const AuditSeal& audit_seal;
  const Clock& clock;
  Ids& ids;
  const TimeZones& time_zones;
  const PlainWords& words;
  const Documents& documents;
};

// Everything that this product does: its table of contents.
class Application {
 public:
  explicit Application(const Ports& ports)
      : mutations_(ports.store, ports.given_answers, ports.audit_seal, ports.clock),
        directory(ports.directory),
        portfolio(ports.portfolio),
        access_log(ports.store, ports.audit_seal, ports.clock),
        create_creditor(mutations_, ports.ids, ports.time_zones),
        update_creditor(mutations_, ports.time_zones),
        create_debtor(mutations_, ports.ids, ports.time_zones),
        update_debtor(mutations_, ports.time_zones),
        place_debt(mutations_, ports.portfolio, ports.fingerprints, ports.ids, ports.time_zones),
        activate_debt(mutations_, ports.ids),
        reject_placement(mutations_, ports.ids),
        import_debts({ports.store, ports.directory, ports.portfolio, create_creditor,
                      ports.fingerprints, ports.audit_seal, ports.clock, ports.ids,
                      ports.time_zones}),
        post_entries(mutations_, ports.fingerprints, ports.ids, ports.time_zones),
        reverse_entry(mutations_, ports.fingerprints, ports.ids, ports.time_zones),
        itemise_debt(ports.portfolio, ports.clock, ports.time_zones),
        issue_statement(ports.portfolio, ports.clock),
        render_statement(issue_statement, ports.directory, ports.words, ports.documents),
        check_debt(ports.portfolio) {}

 private:
  // The use cases below refer to it, so it is made before them.
  Mutations mutations_;

 public:
  // NOLINTBEGIN(misc-non-private-member-variables-in-classes): a use case is a member to be called.

  // Who is known: debtors and creditors, read as they are.
  Directory& directory;
  // What is owed: debts, read as they are.
  Portfolio& portfolio;
  // Who looked at personal data.
  AccessLog access_log;

  // Creditors.
  const CreateCreditor create_creditor;
  const UpdateCreditor update_creditor;

  // Debtors.
  const CreateDebtor create_debtor;
  const UpdateDebtor update_debtor;

  // Debts: how they come to us, and whether they stay.
  const PlaceDebt place_debt;
  const ActivateDebt activate_debt;
  const RejectPlacement reject_placement;
  const ImportDebts import_debts;

  // The ledger.
  const PostEntries post_entries;
  const ReverseEntry reverse_entry;

  // What is owed, and why.
  const ItemiseDebt itemise_debt;
  const IssueStatement issue_statement;
  const RenderStatement render_statement;
  const CheckDebt check_debt;

  // NOLINTEND(misc-non-private-member-variables-in-classes)
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_APPLICATION_H_
