// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/work_text.h"

#include <string_view>

#include "absl/strings/str_cat.h"
#include "infra/cli/output/money_text.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

std::string KindText(const v1::WorkItem& item) {
  return PlainWords(v1::WorkKind_Name(item.kind()), "WORK_KIND_");
}
std::string SkillText(const v1::WorkItem& item) {
  return PlainWords(v1::WorkSkill_Name(item.skill()), "WORK_SKILL_");
}
std::string PriorityText(const v1::WorkItem& item) {
  return PlainWords(v1::WorkPriority_Name(item.priority()), "WORK_PRIORITY_");
}

// "claimed by second".
std::string StateText(const v1::WorkItem& item) {
  std::string text = PlainWords(v1::WorkState_Name(item.state()), "WORK_STATE_");
  const std::string& by = item.ended_by().empty() ? item.claimed_by() : item.ended_by();
  if (!by.empty()) absl::StrAppend(&text, " by ", by);
  return text;
}

std::string ActText(const v1::PendingAct& act) {
  switch (act.act_case()) {
    case v1::PendingAct::kWaiver:
      return absl::StrCat("waive ", MoneyText(act.waiver().amount()));
    case v1::PendingAct::kWriteOff:
      return absl::StrCat("write off ", MoneyText(act.write_off().amount()));
    case v1::PendingAct::kRefund:
      return absl::StrCat("refund ", MoneyText(act.refund().amount()));
    case v1::PendingAct::kHold:
      return absl::StrCat("place ", act.hold().hold());
    case v1::PendingAct::kClosing:
      return absl::StrCat("close as ",
                          PlainWords(v1::CloseCode_Name(act.closing().code()), "CLOSE_CODE_"),
                          ", which gives up ", MoneyText(act.closing().amount()));
    case v1::PendingAct::kDecision:
      return absl::StrCat("decide ",
                          PlainWords(v1::Decision_Name(act.decision().decision()), "DECISION_"),
                          ", which gives up ", MoneyText(act.decision().amount()));
    case v1::PendingAct::ACT_NOT_SET:
      break;
  }
  return "";
}

void AddLine(std::string& text, std::string_view what, const std::string& value) {
  if (value.empty()) return;
  std::string label(what);
  label.resize(12, ' ');
  absl::StrAppend(&text, "  ", label, Printable(value), "\n");
}

}  // namespace

std::string WorkText(const v1::ListWorkResponse& list) {
  if (list.items().empty()) return "None.\n";
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft,
               Align::kLeft});
  table.Add({"Item", "Priority", "Kind", "Needs", "Language", "Due", "State"});
  table.AddRule({0, 1, 2, 3, 4, 5, 6});
  for (const v1::WorkItem& item : list.items()) {
    table.Add({item.name(), PriorityText(item), KindText(item), SkillText(item), item.language(),
               item.due_date(), StateText(item)});
  }
  return table.Render();
}

std::string WorkItemText(const v1::WorkItem& item) {
  std::string text = absl::StrCat(Printable(item.name()), "\n");
  AddLine(text, "kind", KindText(item));
  AddLine(text, "state", StateText(item));
  AddLine(text, "about", item.subject());
  AddLine(text, "priority", PriorityText(item));
  AddLine(text, "due", item.due_date());
  AddLine(text, "needs", SkillText(item));
  AddLine(text, "language", item.language());
  AddLine(text, "asks to", ActText(item.act()));
  AddLine(text, "asked by", item.asked_by());
  AddLine(text, "reason", item.reason());
  AddLine(text, "outcome", item.outcome());
  AddLine(text, "entry", item.entry());
  return text;
}

}  // namespace parley::cli
