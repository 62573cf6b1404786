// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_APPLICATION_DEBTORS_RECORD_FIXTURE_H_
#define PARLEY_TESTS_APPLICATION_DEBTORS_RECORD_FIXTURE_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {

inline constexpr const char* kNumber = "+1 555 010 0001";

// A debtor whose record is kept.
class RecordTest : public ::testing::Test {
 protected:
  static Provenance Told(absl::Time at = TestNow()) { return {Secret("the debtor"), {}, at, at}; }

  ContactPoints::Addition APhone(const std::string& number = kNumber) const {
    ContactPoints::Addition addition;
    const auto normal = world_.addresses.Normalise(PointType::kPhone, number, {});
    addition.point.debtor = debtor_.id;
    addition.point.address = normal->address;
    addition.point.region = normal->region;
    addition.point.provenance = Told();
    return addition;
  }
  absl::StatusOr<KnownPoint> Add(const ContactPoints::Addition& addition) {
    return Run<KnownPoint>([&](const Call& call, auto& kept) {
      return world_.app.contact_points.Add(call, addition, kept);
    });
  }
  absl::StatusOr<KnownPoint> AddGiven(ContactPoints::Addition addition) {
    addition.given_by = GivenBy::kPerson;
    return Add(addition);
  }
  PartReference<ContactPointId> RefTo(const KnownPoint& point) const {
    return {point.debtor, point.id, point.revision};
  }
  absl::StatusOr<KnownPoint> Unlink(const KnownPoint& point) {
    return Run<KnownPoint>([&](const Call& call, auto& kept) {
      return world_.app.contact_points.Unlink(call, RefTo(point), kept);
    });
  }
  absl::StatusOr<OptOut> OptOutOf(const ContactScope& scope) {
    OptOut opt_out;
    opt_out.scope = scope;
    opt_out.provenance = Told();
    return Run<OptOut>([&](const Call& call, auto& kept) {
      return world_.app.permissions.RecordOptOut(call, debtor_.id, opt_out, kept);
    });
  }

  // What a use case made of a call of its own.
  template <typename Result, typename Act>
  absl::StatusOr<Result> Run(const Act& act) {
    Kept<Result> kept;
    const absl::StatusOr<Answer> answer = act(world_.ACall(), kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }

  DebtorRecord Record() { return ValueOf(world_.directory.GetRecord(world_.tenant, debtor_.id)); }
  std::vector<Debtor> Reached(const std::string& number = kNumber) {
    return ValueOf(
        world_.app.look_up_debtors.Handle({world_.tenant, PointType::kPhone, number, {}}));
  }
  EventType LastEvent() { return world_.database.Events(world_.tenant).back().event.type; }

  World world_;
  Debtor debtor_ = world_.MakeDebtor("D-1");
};

}  // namespace parley

#endif  // PARLEY_TESTS_APPLICATION_DEBTORS_RECORD_FIXTURE_H_
