// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/wish_text.h"

#include <google/protobuf/util/time_util.h>

#include "absl/strings/str_cat.h"
#include "infra/cli/output/money_text.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

using google::protobuf::util::TimeUtil;

std::string WhenText(const v1::Callback& callback) {
  if (callback.has_slot()) {
    return absl::StrCat("from ", TimeUtil::ToString(callback.slot().from_time()), " until ",
                        TimeUtil::ToString(callback.slot().until_time()));
  }
  if (!callback.wished_date().empty()) return absl::StrCat("on ", callback.wished_date());
  return "no time agreed";
}

std::string PointLine(const v1::Understood& point) {
  std::string text =
      absl::StrCat("  ", PlainWords(v1::UnderstoodKind_Name(point.kind()), "UNDERSTOOD_KIND_"));
  if (!point.word().empty()) absl::StrAppend(&text, " ", PlainWords(point.word(), ""));
  if (point.has_amount()) absl::StrAppend(&text, ", ", MoneyText(point.amount()));
  if (!point.date().empty()) absl::StrAppend(&text, ", ", point.date());
  return absl::StrCat(text, "\n");
}

}  // namespace

std::string CallbackLine(const v1::Callback& callback) {
  return absl::StrCat(callback.name(), ": ",
                      PlainWords(v1::CallbackState_Name(callback.state()), "CALLBACK_STATE_"), ", ",
                      WhenText(callback), "\n");
}

std::string ReflectionText(const v1::Reflection& reflection) {
  std::string text = absl::StrCat(
      reflection.name(), ": version ", reflection.version(), ", ",
      PlainWords(v1::ReflectionState_Name(reflection.state()), "REFLECTION_STATE_"), "\n");
  for (const v1::Understood& point : reflection.points()) text += PointLine(point);
  return text;
}

}  // namespace parley::cli
