// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_WISH_TEXT_H_
#define PARLEY_INFRA_CLI_OUTPUT_WISH_TEXT_H_

#include <string>

#include "parley/v1/callback.pb.h"
#include "parley/v1/reflection.pb.h"

namespace parley::cli {

// A call that somebody wished for, in one line; nothing that they said.
std::string CallbackLine(const v1::Callback& callback);

// What somebody was told that we understood: where it is, and a line for each point.
std::string ReflectionText(const v1::Reflection& reflection);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_WISH_TEXT_H_
