// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_NOTICES_H_
#define PARLEY_ADAPTERS_POSTGRES_NOTICES_H_

#include "adapters/postgres/batch.h"
#include "application/ports/notices.h"

namespace parley::postgres {

class PostgresNotices final : public Notices {
 public:
  explicit PostgresNotices(Batch& batch) : batch_(batch) {}

  void Add(const ChangeNotice& notice) override { batch_.Add(notice); }

 private:
  Batch& batch_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_NOTICES_H_
