// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_NOTICES_H_
#define PARLEY_APPLICATION_PORTS_NOTICES_H_

#include "domain/debt/revise_terms.h"

namespace parley {

// The notices of changes to the debts of the debtors whose locks a unit of work holds. What is
// added is written at the commit, which reports WRITE_CONFLICT for an id that is taken.
class Notices {
 public:
  virtual ~Notices() = default;

  virtual void Add(const ChangeNotice& notice) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_NOTICES_H_
