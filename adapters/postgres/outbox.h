// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_OUTBOX_H_
#define PARLEY_ADAPTERS_POSTGRES_OUTBOX_H_

#include "adapters/postgres/batch.h"
#include "application/ports/outbox.h"

namespace parley::postgres {

class PostgresOutbox final : public Outbox {
 public:
  explicit PostgresOutbox(Batch& batch) : batch_(batch) {}

  void Append(const Event& event) override { batch_.Append(event); }

 private:
  Batch& batch_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_OUTBOX_H_
