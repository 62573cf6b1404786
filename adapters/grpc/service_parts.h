// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_SERVICE_PARTS_H_
#define PARLEY_ADAPTERS_GRPC_SERVICE_PARTS_H_

#include "adapters/grpc/page_tokens.h"
#include "application/application.h"
#include "application/ports/clock.h"
#include "application/ports/time_zones.h"

namespace parley::grpc_api {

// What services are made of.
struct ServiceParts {
  Application& application;
  const Clock& clock;
  const TimeZones& zones;
  const PageTokens& pages;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_SERVICE_PARTS_H_
