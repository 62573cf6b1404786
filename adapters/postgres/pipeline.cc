// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/pipeline.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "adapters/postgres/sql_failure.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

bool Succeeded(const Answered& answer) {
  const ExecStatusType status = PQresultStatus(answer.get());
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

std::string Field(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text == nullptr ? "" : text;
}

SqlFailure FailureOf(const Answered& answer) {
  return {Field(answer.get(), PG_DIAG_SQLSTATE), Field(answer.get(), PG_DIAG_CONSTRAINT_NAME)};
}

// What stands behind a colon.
std::string_view NameIn(std::string_view sql) {
  const auto is_of_name = [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_';
  };
  const auto* const end = std::find_if_not(sql.begin() + 1, sql.end(), is_of_name);
  return {sql.begin() + 1, end};
}

// `:name` becomes the number of that argument: $1. A cast, `::name`, stays.
std::string InNumbers(const NamedQuery& query, std::span<const Argument> all) {
  std::vector<Argument> arguments;
  std::copy_if(all.begin(), all.end(), std::back_inserter(arguments),
               [&query](const Argument& each) { return query.Takes(each.name); });
  std::string_view sql = query.sql;
  std::string numbered;
  while (!sql.empty()) {
    const std::size_t colon = std::min(sql.find(':'), sql.size());
    numbered += sql.substr(0, colon);
    sql.remove_prefix(colon);
    const std::size_t colons = std::min(sql.find_first_not_of(':'), sql.size());
    const auto named = std::find_if(arguments.begin(), arguments.end(), [&](const Argument& each) {
      return colons == 1 && NameIn(sql) == each.name;
    });
    if (named == arguments.end()) {
      numbered += sql.substr(0, colons);
      sql.remove_prefix(colons);
    } else {
      absl::StrAppend(&numbered, "$", named - arguments.begin() + 1);
      sql.remove_prefix(1 + named->name.size());
    }
  }
  return numbered;
}

}  // namespace

void Pipeline::Add(const NamedQuery& query, std::span<const Argument> arguments) {
  std::vector<Parameter> parameters;
  parameters.reserve(arguments.size());
  for (const Argument& argument : arguments) {
    if (query.Takes(argument.name)) parameters.emplace_back(argument.value);
  }
  Add(
      std::string(query.name), [&] { return InNumbers(query, arguments); }, std::move(parameters));
  steps_.back().answers_binary = query.comes_binary;
}

void Pipeline::Add(const std::string& name, absl::FunctionRef<std::string()> sql,
                   std::vector<Parameter> parameters) {
  const bool known = session_.prepared().contains(name);
  steps_.push_back({name, known ? std::string() : sql(), std::move(parameters)});
}

absl::StatusOr<std::vector<Answered>> Pipeline::Run() {
  std::vector<Answered> answers;
  PGconn* link = session_.link();
  if (PQenterPipelineMode(link) != 1 || !Send()) return session_.Fail({});
  const absl::Status received = Receive(answers);
  if (PQstatus(link) == CONNECTION_BAD || PQexitPipelineMode(link) != 1) return session_.Fail({});
  PARLEY_RETURN_IF_ERROR(received);
  return answers;
}

bool Pipeline::Send() {
  const bool sent = std::all_of(steps_.begin(), steps_.end(),
                                [this](const Step& step) { return SendStep(step); });
  return sent && PQpipelineSync(session_.link()) == 1;
}

bool Pipeline::SendStep(const Step& step) {
  PGconn* link = session_.link();
  if (!step.sql.empty() &&
      PQsendPrepare(link, step.name.c_str(), step.sql.c_str(), 0, nullptr) != 1) {
    return false;
  }
  std::vector<const char*> values;
  std::vector<int> lengths;
  std::vector<int> formats;
  for (const Parameter& parameter : step.parameters) {
    values.push_back(parameter.bytes.c_str());
    lengths.push_back(static_cast<int>(parameter.bytes.size()));
    formats.push_back(parameter.is_binary ? 1 : 0);
  }
  return PQsendQueryPrepared(link, step.name.c_str(), static_cast<int>(values.size()),
                             values.data(), lengths.data(), formats.data(),
                             step.answers_binary ? 1 : 0) == 1;
}

absl::Status Pipeline::Receive(std::vector<Answered>& answers) {
  absl::Status first = absl::OkStatus();
  const auto take = [&] {
    Answered answer(NextResult());
    if (!Succeeded(answer) && first.ok()) first = session_.Fail(FailureOf(answer));
    return answer;
  };
  for (const Step& step : steps_) {
    if (!step.sql.empty() && Succeeded(take())) session_.prepared().insert(step.name);
    answers.push_back(take());
  }
  const Answered sync(PQgetResult(session_.link()));
  if (PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC && first.ok()) return session_.Fail({});
  return first;
}

PGresult* Pipeline::NextResult() {
  PGresult* result = PQgetResult(session_.link());
  if (result != nullptr) PQclear(PQgetResult(session_.link()));
  return result;
}

}  // namespace parley::postgres
