// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/pipeline.h"

#include <algorithm>
#include <utility>

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

}  // namespace

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
                             values.data(), lengths.data(), formats.data(), 0) == 1;
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
