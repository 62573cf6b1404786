// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_ANSWERS_H_
#define PARLEY_ADAPTERS_POSTGRES_ANSWERS_H_

#include "adapters/postgres/batch.h"
#include "application/ports/answers.h"

namespace parley::postgres {

class PostgresAnswers final : public Answers {
 public:
  explicit PostgresAnswers(Batch& batch) : batch_(batch) {}

  void Remember(const StoredAnswer& answer) override { batch_.Append(answer); }

 private:
  Batch& batch_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_ANSWERS_H_
