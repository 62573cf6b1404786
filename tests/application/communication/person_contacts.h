// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_APPLICATION_COMMUNICATION_PERSON_CONTACTS_H_
#define PARLEY_TESTS_APPLICATION_COMMUNICATION_PERSON_CONTACTS_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/application/held_rulebooks.h"
#include "tests/support/domain/rulebook_builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {

inline constexpr int kElevenInBerlin = 10;  // As an hour of UTC.

inline Rule ARule(std::string id, RuleKind kind) {
  Rule rule{.id = std::move(id), .cite = "a test", .force = Force::kPolicy};
  rule.kind = std::move(kind);
  return rule;
}

// A book that respects what a person asked for, and nothing else.
inline Rulebooks ABookOfWishes() {
  Rulebook book = ATestBook();
  Suppression address{.designation = DesignationKind::kStopAddress};
  address.at_point = true;
  Rule consent = ARule("TEST.CONSENT", ConsentRequired{ConsentKind::kAutomatedCalls});
  consent.concern.channels = {Channel::kSms};
  const Rule hours = book.rules.back();
  book.rules = {hours, ARule("TEST.STOP_MEDIUM", Suppression{}),
                ARule("TEST.STOP_ADDRESS", address), ARule("TEST.DESIGNATED", DesignatedTime{}),
                consent};
  return Rulebooks::Make({book}, {}).value();
}

class PersonContacts : public testing::Test {
 protected:
  PersonContacts() {
    world_.clock.Set(absl::FromCivil(absl::CivilHour(2026, 11, 23, kElevenInBerlin),
                                     absl::UTCTimeZone()));  // A Monday.
    Change([&](Debtor& debtor) {
      debtor.time_zone = "Europe/Berlin";
      debtor.region.clear();
    });
  }

  void Write(absl::FunctionRef<void(UnitOfWork&)> write) {
    const auto work = [&](UnitOfWork& unit) {
      write(unit);
      return absl::OkStatus();
    };
    ASSERT_THAT(world_.store.Run(world_.tenant, std::array{debtor_.id}, work), IsOk());
  }
  void Change(absl::FunctionRef<void(Debtor&)> change) {
    Write([&](UnitOfWork& unit) {
      Debtor debtor = ValueOf(unit.debtors().Find(debtor_.id));
      change(debtor);
      debtor.record_revision = unit.Head(debtor_.id).revision + 1;
      unit.debtors().Replace(debtor);
    });
  }
  void Say(const RecordFact& fact) {
    Write([&](UnitOfWork& unit) { unit.person_records().Append(debtor_.id, fact); });
  }
  void Add(const RecordPart& part) {
    Write([&](UnitOfWork& unit) { unit.person_records().Add(debtor_.id, part); });
  }
  ContactPointId AddPhone(int number, const KnownPoint& known = {}) {
    KnownPoint point = known;
    point.id = NumberedId<ContactPointId>(static_cast<std::uint64_t>(number));
    point.debtor = debtor_.id;
    point.type = PointType::kPhone;
    point.address = Secret("+4930555010" + std::to_string(number));
    Write([&](UnitOfWork& unit) {
      unit.person_records().Add(point, NumberedFingerprint(static_cast<std::uint8_t>(number)));
    });
    return point.id;
  }

  static std::vector<Basis> RecordsOf(const Answered& answer) {
    return answer.deciding_rule()->rests_on;
  }

  Provenance Told() const {
    const absl::Time told = world_.clock.Now() - absl::Hours(1);
    return {Secret("the debtor"), "agent-1", told, told};
  }
  OptOut AStop(const ContactScope& scope) const {
    OptOut stop;
    stop.id = NumberedId<OptOutId>(1);
    stop.scope = scope;
    stop.provenance = Told();
    return stop;
  }
  Representative AnAttorney(RepresentationState state) const {
    Representative attorney;
    attorney.id = NumberedId<RepresentativeId>(1);
    attorney.role = RepresentativeRole::kAttorney;
    attorney.powers = {Power::kBeTold};
    attorney.from = Day(2026, 1, 1);
    attorney.state = state;
    attorney.provenance = Told();
    return attorney;
  }

  Decided Start(const Contact& contact = {}) {
    Kept<Decided> decided;
    EXPECT_THAT(start_call_.Handle(world_.ACall(), {debtor_.id, contact}, decided), IsOk());
    return *decided;
  }
  std::string RuleOf(const Decided& decided) {
    const ToldRule* rule = decided.verdict.answer.deciding_rule();
    return rule == nullptr ? std::string() : rule->rule;
  }
  EvaluateContact::OfChannel Evaluate(Channel channel) {
    EvaluateContact::Query query{.tenant = world_.tenant, .debtor = debtor_.id};
    query.channel = channel;
    return ValueOf(evaluate_contact_.Handle(query)).channels.front();
  }

  World world_;
  HeldRulebooks rulebooks_{ABookOfWishes()};
  Mutations mutations_{world_.store, world_.given_answers, world_.seal, world_.clock, world_.ids};
  StartCall start_call_{mutations_, {rulebooks_, world_.ids, {world_.zones, world_.regions}}};
  RecordCall record_call_{
      mutations_, {rulebooks_, world_.ids, {world_.zones, world_.regions}}, world_.blind_index};
  EvaluateContact evaluate_contact_{
      world_.contact_log, rulebooks_, world_.clock, {world_.zones, world_.regions}};
  Debtor debtor_ = world_.MakeDebtor("D-1");
  Debt debt_ = world_.Place(debtor_, "L-1", 100'000);
};

}  // namespace parley

#endif  // PARLEY_TESTS_APPLICATION_COMMUNICATION_PERSON_CONTACTS_H_
