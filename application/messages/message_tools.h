// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_MESSAGE_TOOLS_H_
#define PARLEY_APPLICATION_MESSAGES_MESSAGE_TOOLS_H_

#include <string>

#include "application/communication/decide.h"
#include "application/ports/fingerprints.h"
#include "application/ports/letterhead.h"
#include "application/ports/seals.h"
#include "application/ports/tone_checks.h"
#include "application/templates/template_source.h"
#include "domain/communication/enum_set.h"

namespace parley {

// What the house can send by, and where it is reached.
struct MessageSettings {
  EnumSet<Channel> served;  // Channels by which messages go out here.
  std::string public_url;   // Where links in messages lead: "https://parley.example"; may be empty.
  absl::Duration opt_out_link_lasts = absl::Hours(24 * 365);
};

// What it takes to decide about a message and to put it into words.
struct MessageTools {
  ContactTools contact;
  TemplateSource& templates;
  const ToneChecks& tone;
  const Letterheads& letterheads;
  const Fingerprints& fingerprints;
  const Seals& seals;
  const MessageSettings& settings;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_MESSAGE_TOOLS_H_
