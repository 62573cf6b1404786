// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_VERSION_H_
#define PARLEY_INFRA_SERVER_VERSION_H_

namespace parley::server {

inline constexpr const char* kVersion = "0.1.0";

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_VERSION_H_
