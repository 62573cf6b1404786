// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/print_error.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "infra/cli/output/text.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string FieldsText(const std::vector<ReportedField>& fields) {
  std::string text;
  for (const ReportedField& field : fields) {
    absl::StrAppend(&text, "  ", Printable(field.field), field.field.empty() ? "" : ": ",
                    Printable(field.reason), field.reason.empty() ? "" : " ",
                    Printable(field.description), "\n");
  }
  return text;
}

// What has several lines has them one below the other.
std::string LinesText(const std::string& value) {
  const std::vector<std::string> lines = absl::StrSplit(value, '\n');
  std::string text;
  for (const std::string& line : lines) {
    absl::StrAppend(&text, text.empty() ? "" : "\n    ", Printable(line));
  }
  return text;
}

Json FieldsJson(const std::vector<ReportedField>& fields) {
  Json list = Json::array();
  for (const ReportedField& field : fields) {
    list.push_back(
        {{"field", field.field}, {"reason", field.reason}, {"description", field.description}});
  }
  return list;
}

}  // namespace

std::string ErrorText(const ErrorReport& report) {
  std::string text = report.code;
  if (!report.reason.empty()) absl::StrAppend(&text, " ", Printable(report.reason));
  absl::StrAppend(&text, ": ", Printable(report.message), "\n", FieldsText(report.violations),
                  FieldsText(report.preconditions));
  if (report.retry_delay.has_value()) {
    absl::StrAppend(&text, "  retry after ", absl::FormatDuration(*report.retry_delay), "\n");
  }
  for (const auto& [key, value] : report.metadata) {
    absl::StrAppend(&text, "  ", Printable(key), ": ", LinesText(value), "\n");
  }
  return text;
}

std::string ErrorJson(const ErrorReport& report) {
  Json error = {{"code", report.code}, {"reason", report.reason}, {"message", report.message}};
  if (!report.violations.empty()) error["violations"] = FieldsJson(report.violations);
  if (!report.preconditions.empty()) error["preconditions"] = FieldsJson(report.preconditions);
  if (report.retry_delay.has_value()) {
    error["retry_delay_seconds"] = absl::ToDoubleSeconds(*report.retry_delay);
  }
  if (!report.metadata.empty()) error["metadata"] = report.metadata;
  const Json whole = {{"error", error}};
  return whole.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace parley::cli
