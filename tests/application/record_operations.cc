// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "tests/application/mutation_operations.h"

namespace parley {
namespace {

Provenance Told() { return {Secret("the debtor"), {}, TestNow(), TestNow()}; }

template <typename Result>
std::string NoBytesOf(const Result&) {
  return "answer";
}

// A call of the same request whose effect is there before what is tried.
Call Before(Scene& stage) {
  Call once = stage.world.ACall("before");
  once.request_id = NumberedId<RequestId>(4343);
  return once;
}

ContactPoints::Addition APhone(const Scene& stage) {
  ContactPoints::Addition addition;
  addition.id = NumberedId<ContactPointId>(700);
  addition.point.debtor = stage.debtor.id;
  addition.point.address = Secret("+15550100001");
  addition.point.provenance = Told();
  return addition;
}

// The contact point, which is there already.
PartReference<ContactPointId> ThePhone(Scene& stage) {
  EXPECT_THAT(
      stage.world.app.contact_points.Add(Before(stage), APhone(stage), NoBytesOf<KnownPoint>),
      IsOk());
  return {stage.debtor.id, NumberedId<ContactPointId>(700), {}};
}

Representatives::Addition AnAttorney(const Scene& stage) {
  Representatives::Addition addition;
  addition.debtor = stage.debtor.id;
  addition.id = NumberedId<RepresentativeId>(700);
  addition.representative.name = Secret("Bruno Inventado");
  addition.representative.powers = {Power::kBeTold};
  addition.representative.debts = {stage.debt.id};
  addition.representative.provenance = Told();
  return addition;
}

PartReference<RepresentativeId> TheAttorney(Scene& stage) {
  EXPECT_THAT(stage.world.app.representatives.Add(Before(stage), AnAttorney(stage),
                                                  NoBytesOf<RepresentativeToday>),
              IsOk());
  return {stage.debtor.id, NumberedId<RepresentativeId>(700), {}};
}

OptOut AnOptOut() {
  OptOut opt_out;
  opt_out.provenance = Told();
  return opt_out;
}

SupportNeed ANeed() {
  SupportNeed need;
  need.review = TestToday() + 30;
  need.provenance = Told();
  return need;
}

Inconvenience NotAtWork() {
  Inconvenience inconvenience;
  inconvenience.kind = DesignationKind::kInconvenientPlace;
  inconvenience.place = Place::kWork;
  inconvenience.provenance = Told();
  return inconvenience;
}

std::vector<Operation> PointOperations() {
  return {
      {"AddContactPoint",
       [](Scene& stage, const Application& app) {
         return app.contact_points.Add(stage.call, APhone(stage), NoBytesOf<KnownPoint>).status();
       }},
      {"UpdateContactPoint",
       [](Scene& stage, const Application& app) {
         const ContactPoints::Change change{.reference = ThePhone(stage), .shared = true};
         return app.contact_points.Update(stage.call, change, NoBytesOf<KnownPoint>).status();
       }},
      {"VerifyContactPoint",
       [](Scene& stage, const Application& app) {
         const auto phone = ThePhone(stage);
         return app.contact_points.Verify(stage.call, phone, NoBytesOf<KnownPoint>).status();
       }},
      {"RetireContactPoint",
       [](Scene& stage, const Application& app) {
         const auto phone = ThePhone(stage);
         return app.contact_points.Retire(stage.call, phone, NoBytesOf<KnownPoint>).status();
       }},
      {"ReportWrongPerson",
       [](Scene& stage, const Application& app) {
         const auto phone = ThePhone(stage);
         return app.contact_points.Unlink(stage.call, phone, NoBytesOf<KnownPoint>).status();
       }},
  };
}

std::vector<Operation> WordOperations() {
  return {
      {"RecordConsent",
       [](Scene& stage, const Application& app) {
         ConsentFact fact;
         fact.wording_version = "2026-1";
         fact.provenance = Told();
         return app.permissions
             .RecordConsent(stage.call, stage.debtor.id, fact, NoBytesOf<ConsentFact>)
             .status();
       }},
      {"RecordOptOut",
       [](Scene& stage, const Application& app) {
         OptOut opt_out = AnOptOut();
         opt_out.scope.point = ThePhone(stage).id;
         return app.permissions
             .RecordOptOut(stage.call, stage.debtor.id, opt_out, NoBytesOf<OptOut>)
             .status();
       }},
      {"SetPreferences",
       [](Scene& stage, const Application& app) {
         ContactWishes::Liking liking;
         liking.preferences.languages = {"fr"};
         return app.contact_wishes
             .SetPreferences(stage.call, stage.debtor.id, liking, {},
                             NoBytesOf<ContactWishes::Liking>)
             .status();
       }},
      {"RecordInconvenience",
       [](Scene& stage, const Application& app) {
         return app.contact_wishes
             .RecordInconvenience(stage.call, stage.debtor.id, NotAtWork(),
                                  NoBytesOf<Inconvenience>)
             .status();
       }},
      {"RecordLocation",
       [](Scene& stage, const Application& app) {
         Location location;
         location.time_zones = {"Europe/Madrid"};
         location.provenance = Told();
         return app.contact_wishes
             .RecordLocation(stage.call, stage.debtor.id, location, NoBytesOf<Location>)
             .status();
       }},
      {"RecordSupportNeed",
       [](Scene& stage, const Application& app) {
         return app.support_needs
             .Record(stage.call, stage.debtor.id, ANeed(), NoBytesOf<SupportNeed>)
             .status();
       }},
  };
}

std::vector<Operation> PeopleOperations() {
  return {
      {"AddRepresentative",
       [](Scene& stage, const Application& app) {
         return app.representatives
             .Add(stage.call, AnAttorney(stage), NoBytesOf<RepresentativeToday>)
             .status();
       }},
      {"DocumentRepresentative",
       [](Scene& stage, const Application& app) {
         const auto attorney = TheAttorney(stage);
         return app.representatives
             .Document(stage.call, attorney, Secret("a letter"), NoBytesOf<RepresentativeToday>)
             .status();
       }},
      {"EndRepresentative",
       [](Scene& stage, const Application& app) {
         const auto attorney = TheAttorney(stage);
         return app.representatives.End(stage.call, attorney, {}, NoBytesOf<RepresentativeToday>)
             .status();
       }},
      {"VerifyRightParty",
       [](Scene& stage, const Application& app) {
         ShowRightParty::Command command;
         command.debtor = stage.debtor.id;
         command.answers.reference = Secret("L-1");
         return app.show_right_party.Handle(stage.call, command, NoBytesOf<ShowRightParty::Result>)
             .status();
       }},
      {"EraseDebtor",
       [](Scene& stage, const Application& app) {
         return app.erase_debtor
             .Handle(stage.call, {stage.idle.id, {}}, [](const Debtor&) { return std::string(); })
             .status();
       }},
  };
}

}  // namespace

std::vector<Operation> RecordOperations() {
  std::vector<Operation> all = PointOperations();
  for (const auto& more : {WordOperations(), PeopleOperations()}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace parley
