// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_IDS_H_
#define PARLEY_APPLICATION_PORTS_IDS_H_

#include "domain/common/id.h"

namespace parley {

// Makes identities: UUIDs of version 7, so that keys made later sort later.
class Ids {
 public:
  virtual ~Ids() = default;

  virtual Uuid Next() = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_IDS_H_
