// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_REFLECTION_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_REFLECTION_H_

#include "application/cases/reflect_back.h"
#include "domain/common/violations.h"
#include "parley/v1/reflection.pb.h"

namespace parley::grpc_api {

ReflectBack::Word ReadWord(const v1::ConfirmReflectionRequest& request, Violations& violations);
ReflectBack::Word ReadWord(const v1::CorrectReflectionRequest& request, Violations& violations);
void WriteReflection(DebtorId debtor, const Reflection& reflection, v1::Reflection& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_REFLECTION_H_
