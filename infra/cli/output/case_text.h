// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_CASE_TEXT_H_
#define PARLEY_INFRA_CLI_OUTPUT_CASE_TEXT_H_

#include <string>

#include "parley/v1/circumstance.pb.h"
#include "parley/v1/complaint.pb.h"
#include "parley/v1/dispute.pb.h"
#include "parley/v1/promise.pb.h"

namespace parley::cli {

// What people promised, raised and told, each in a line of its own; nothing that they said.
std::string PromiseLine(const v1::Promise& promise);
std::string DisputeLine(const v1::Dispute& dispute);
std::string ComplaintLine(const v1::Complaint& complaint);
std::string CircumstanceLine(const v1::Circumstance& one);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_CASE_TEXT_H_
