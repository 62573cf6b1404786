// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/case_text.h"

#include "absl/strings/str_cat.h"
#include "infra/cli/output/money_text.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

std::string StateText(v1::PromiseState state) {
  return PlainWords(v1::PromiseState_Name(state), "PROMISE_STATE_");
}
std::string StateText(v1::DisputeState state) {
  return PlainWords(v1::DisputeState_Name(state), "DISPUTE_STATE_");
}
std::string StateText(v1::ComplaintState state) {
  return PlainWords(v1::ComplaintState_Name(state), "COMPLAINT_STATE_");
}
std::string PartText(const v1::Dispute& dispute) {
  return dispute.has_disputed() ? MoneyText(dispute.disputed()) : "the whole debt";
}

}  // namespace

std::string PromiseLine(const v1::Promise& promise) {
  return absl::StrCat(promise.name(), ": ", MoneyText(promise.amount()), " by ", promise.due_date(),
                      ", ", StateText(promise.state()), "\n");
}
std::string DisputeLine(const v1::Dispute& dispute) {
  return absl::StrCat(
      dispute.name(), ": ", PartText(dispute), ", ", StateText(dispute.state()),
      dispute.like().empty() ? "" : absl::StrCat(", says what ", dispute.like(), " says"), "\n");
}
std::string ComplaintLine(const v1::Complaint& complaint) {
  return absl::StrCat(complaint.name(), ": ", StateText(complaint.state()), ", acknowledged by ",
                      complaint.acknowledge_by_date(), ", answered by ", complaint.answer_by_date(),
                      "\n");
}
std::string CircumstanceLine(const v1::Circumstance& one) {
  return absl::StrCat(one.name(), ": ", PlainWords(v1::LifeEvent_Name(one.event()), "LIFE_EVENT_"),
                      " from ", one.from_date(), ", asked again on ", one.review_date(), "\n");
}

}  // namespace parley::cli
