// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_SERVICE_PARTS_H_
#define PARLEY_ADAPTERS_GRPC_SERVICE_PARTS_H_

#include <string>

#include "adapters/grpc/page_tokens.h"
#include "application/application.h"
#include "application/ports/clock.h"
#include "application/ports/plain_words.h"
#include "application/ports/time_zones.h"

namespace parley::grpc_api {

// What services are made of.
struct ServiceParts {
  Application& application;
  const Clock& clock;
  const TimeZones& zones;
  const PageTokens& pages;

  // None where no language was asked for: then there are no sentences.
  const Voice* VoiceFor(const std::string& language_code) const {
    return language_code.empty() ? nullptr : &application.words.In(language_code);
  }
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_SERVICE_PARTS_H_
