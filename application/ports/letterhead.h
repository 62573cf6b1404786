// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_LETTERHEAD_H_
#define PARLEY_APPLICATION_PORTS_LETTERHEAD_H_

#include <map>
#include <string>

#include "domain/common/id.h"

namespace parley {

// Who writes, and where they are reached: what messages say of the house itself.
struct Letterhead {
  std::string firm;                          // As debtors know it.
  std::string neutral_name;                  // A name that does not tell that debts are collected.
  std::string agent;                         // Whom to ask for.
  std::string phone;                         // In international form: "+44 20 7946 0000".
  std::string sender_address;                // Lines of a postal address.
  std::map<std::string, std::string> links;  // By the variable that they stand for: "payment_link".

  friend bool operator==(const Letterhead&, const Letterhead&) = default;
};

class Letterheads {
 public:
  virtual ~Letterheads() = default;

  // A tenant's own, else that of the house; it lives as long as this does.
  virtual const Letterhead& Of(TenantId tenant) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_LETTERHEAD_H_
