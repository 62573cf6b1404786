// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_OUTBOX_H_
#define PARLEY_APPLICATION_PORTS_OUTBOX_H_

#include "domain/common/event.h"

namespace parley {

// The facts that others will be told, written in the transaction that made them true. Events of one
// debtor keep their order, and carry the debtor's new revision.
class Outbox {
 public:
  virtual ~Outbox() = default;

  virtual void Append(const Event& event) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_OUTBOX_H_
