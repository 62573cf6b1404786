// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_BLIND_INDEX_H_
#define PARLEY_APPLICATION_PORTS_BLIND_INDEX_H_

#include <string_view>

#include "domain/common/fingerprint.h"
#include "domain/common/id.h"

namespace parley {

// Finds people by what is kept encrypted. Equal values of a kind have equal digests in a tenant,
// and nobody without the key can tell which value a digest stands for, nor that two tenants know
// the same one.
class BlindIndex {
 public:
  virtual ~BlindIndex() = default;

  // The digest of a value in its one normal form, such as a number in E.164; the kind keeps the
  // values of different things apart. Whoever normalises otherwise finds nothing.
  virtual Fingerprint Of(TenantId tenant, std::string_view kind,
                         std::string_view normalised) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_BLIND_INDEX_H_
