// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_SEND_HOUSE_H_
#define PARLEY_TESTS_BENCHMARKS_SEND_HOUSE_H_

#include <string>

#include "adapters/crypto/wrapped_data_keys.h"
#include "adapters/postgres/messages.h"
#include "adapters/postgres/session_pool.h"
#include "adapters/postgres/store.h"
#include "adapters/system/random_ids.h"
#include "adapters/system/system_clock.h"
#include "domain/common/id.h"

namespace parley::bench {

// A tenant's stores, as parleyd has them.
struct House {
  House(const std::string& postgres, const SecretKey& personal_key, TenantId of, int sessions)
      : tenant(of),
        keys(personal_key),
        pool({.connection = {.address = postgres}, .sessions = sessions}) {}

  const TenantId tenant;
  const SystemClock clock;
  RandomIds ids{clock};
  const WrappedDataKeys keys;
  postgres::SessionPool pool;
  postgres::PostgresStore store{pool, keys};
  postgres::PostgresMessageQueue queue{pool, keys};
};

// Ends the program on an error.
void Must(const absl::Status& status);
template <typename T>
T Must(absl::StatusOr<T> result) {
  Must(result.status());
  return *std::move(result);
}

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_SEND_HOUSE_H_
