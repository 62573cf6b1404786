// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_record.h"

#include "adapters/grpc/convert_circumstance.h"
#include "adapters/grpc/convert_contact_point.h"
#include "adapters/grpc/convert_permission.h"
#include "adapters/grpc/convert_representative.h"
#include "adapters/grpc/convert_support_need.h"
#include "adapters/grpc/convert_wishes.h"
#include "adapters/grpc/names.h"
#include "application/local_day.h"

namespace parley::grpc_api {

void WriteRecord(const DebtorRecord& record, const TimeZones& zones, absl::Time now,
                 v1::DebtorRecord& out) {
  const DebtorId debtor = record.debtor.id;
  const Day today = LocalDay(zones, record.debtor.time_zone, now);
  out.set_name(NameOf(debtor));
  for (const KnownPoint& point : record.points) WriteContactPoint(point, *out.add_contact_points());
  WriteLiking({record.preferences, record.work_hours}, *out.mutable_preferences());
  for (const OptOut& opt_out : record.opt_outs) WriteOptOut(debtor, opt_out, *out.add_opt_outs());
  for (const Inconvenience& one : record.inconveniences) {
    if (IsInForce(one, now)) WriteInconvenience(debtor, one, *out.add_inconveniences());
  }
  for (const Location& location : record.locations) {
    if (IsInForce(location, now)) WriteLocation(location, *out.add_locations());
  }
  for (const SupportNeed& need : record.needs) {
    if (need.until.value_or(today) < today) continue;
    WriteSupportNeed(debtor, AsConsented(need, now), *out.add_support_needs());
  }
  for (const LifeCircumstance& one : record.circumstances) {
    if (!StandsOn(one, today)) continue;
    WriteCircumstance(debtor, AsConsented(one, now), *out.add_circumstances());
  }
  for (const Representative& one : record.representatives) {
    WriteRepresentative(debtor, one, today, *out.add_representatives());
  }
}

}  // namespace parley::grpc_api
