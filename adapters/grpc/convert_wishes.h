// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_WISHES_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_WISHES_H_

#include <string>

#include "absl/time/time.h"
#include "application/cases/ask_callback.h"
#include "application/cases/reflect_back.h"
#include "domain/common/violations.h"
#include "parley/v1/callback.pb.h"
#include "parley/v1/reflection.pb.h"

// Wishes to be called, and what we tell people that we understood.
namespace parley::grpc_api {

CallSlot ReadSlot(const v1::CallSlot& in, const std::string& field, Violations& violations);
CallbackRequest ReadCallback(DebtorId debtor, const v1::Callback& in, Violations& violations);
// As it stands at that instant.
void Write(DebtorId debtor, const CallbackRequest& request, absl::Time now, v1::Callback& out);

ReflectBack::Word ReadWord(const v1::ConfirmReflectionRequest& request, Violations& violations);
ReflectBack::Word ReadWord(const v1::CorrectReflectionRequest& request, Violations& violations);
void WriteReflection(DebtorId debtor, const Reflection& reflection, v1::Reflection& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_WISHES_H_
