// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_INBOUND_INBOUND_TOOLS_H_
#define PARLEY_APPLICATION_INBOUND_INBOUND_TOOLS_H_

#include "application/communication/decide.h"
#include "application/ports/addresses.h"
#include "application/ports/blind_index.h"
#include "application/ports/directory.h"
#include "application/ports/fingerprints.h"
#include "application/ports/inbound.h"
#include "application/ports/listener.h"
#include "application/ports/messages.h"
#include "application/templates/template_source.h"

namespace parley {

// What it takes to receive something and to act on it.
struct InboundTools {
  ContactTools contact;
  const BlindIndex& index;
  const Addresses& addresses;
  const Fingerprints& fingerprints;
  const Listener& listener;
  TemplateLibraryRef templates;  // The system's, whose catalogue tells who listens and helps.
};

// Where it is looked up whose something is, before any lock is taken.
struct InboundReads {
  Directory& directory;
  MessageQueue& messages;
  InboundDesk& desk;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_INBOUND_INBOUND_TOOLS_H_
