// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ADAPTERS_HTTP_RAW_HTTP_H_
#define PARLEY_TESTS_ADAPTERS_HTTP_RAW_HTTP_H_

#include <string>

namespace parley {

// What a port of the loopback answers to these very bytes.
std::string Answer(int port, const std::string& request);

// What a plain GET gets.
std::string Get(int port, const std::string& path);

}  // namespace parley

#endif  // PARLEY_TESTS_ADAPTERS_HTTP_RAW_HTTP_H_
