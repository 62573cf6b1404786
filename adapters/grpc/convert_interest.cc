// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_interest.h"

#include <cstddef>

#include "adapters/grpc/convert_common.h"
#include "domain/debt/interest_working.h"

namespace parley::grpc_api {

void Write(const InterestDetail& detail, Currency currency, v1::InterestDetail& out) {
  out.set_rule(detail.rule);
  out.set_version(detail.version);
  out.set_basis(detail.basis);
  out.set_day_count(static_cast<v1::DayCount>(detail.day_count));
  const InterestWorking working = WorkOut(detail, currency);
  for (std::size_t i = 0; i < detail.pieces.size(); ++i) {
    const InterestPiece& piece = detail.pieces[i];
    v1::InterestPiece& added = *out.add_pieces();
    added.set_from_date(FormatDay(working.pieces[i].days.from));
    added.set_to_date(FormatDay(working.pieces[i].days.to));
    Write(piece.base, currency, *added.mutable_base());
    added.set_rate_e10(piece.rate_units);
    added.set_days(piece.days.common);
    added.set_leap_year_days(piece.days.leap);
    added.set_product(working.pieces[i].product);
  }
  out.set_carried_millionths(detail.carried_millionths);
  if (detail.topped_up != 0) Write(detail.topped_up, currency, *out.mutable_topped_up());
}

}  // namespace parley::grpc_api
