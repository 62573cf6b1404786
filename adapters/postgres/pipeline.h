// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PIPELINE_H_
#define PARLEY_ADAPTERS_POSTGRES_PIPELINE_H_

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "adapters/postgres/parameter.h"
#include "adapters/postgres/session.h"

namespace parley::postgres {

// One statement's outcome.
class Answered {
 public:
  explicit Answered(PGresult* result) : result_(result, &PQclear) {}

  int rows() const { return PQntuples(result_.get()); }
  std::string_view Text(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
  }
  // "COMMIT", "INSERT 0 1".
  std::string_view Tag() const { return PQcmdStatus(result_.get()); }
  const PGresult* get() const { return result_.get(); }

 private:
  std::unique_ptr<PGresult, decltype(&PQclear)> result_;
};

// A read by several statements in one round trip: the name under which a session prepares one.
class NamedQuery {
 public:
  // In SOCI's spelling, where parameters are `:name`; its rows may come in their binary form.
  constexpr NamedQuery(std::string_view named, std::string_view text, bool binary = false)
      : name(named), sql(text), comes_binary(binary) {
    for (std::size_t at = sql.find(':'); at != std::string_view::npos; at = sql.find(':', at)) {
      const std::size_t end = std::min(sql.find_first_not_of(kOfName, at + 1), sql.size());
      const bool is_cast = end == at + 1;
      if (!is_cast) Note(sql.substr(at + 1, end - at - 1));
      at = is_cast ? at + 2 : end;
    }
  }

  // True for a statement in which `:argument` stands.
  constexpr bool Takes(std::string_view argument) const {
    return std::find(taken_.begin(), taken_.end(), argument) != taken_.end();
  }

  std::string_view name;
  std::string_view sql;
  bool comes_binary;

 private:
  static constexpr std::string_view kOfName =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

  // More names than have room do not compile.
  constexpr void Note(std::string_view argument) {
    if (!Takes(argument)) taken_.at(count_++) = argument;
  }

  std::array<std::string_view, 8> taken_{};
  std::size_t count_ = 0;
};

// Several statements in one round trip, which SOCI does not know. When one fails the server skips
// those after it, up to the end of the pipeline: a COMMIT at its end commits all or nothing.
class Pipeline {
 public:
  explicit Pipeline(Session& session) : session_(session) {}

  // Adds a statement, which the session prepares under `name` when it meets it for the first time.
  // Its parameters are $1, $2, ...
  void Add(const std::string& name, absl::FunctionRef<std::string()> sql,
           std::vector<Parameter> parameters = {});
  void Add(const std::string& name, std::string_view sql, std::vector<Parameter> parameters = {}) {
    Add(
        name, [sql] { return std::string(sql); }, std::move(parameters));
  }
  // Of the arguments it takes those that it names.
  void Add(const NamedQuery& query, std::span<const Argument> arguments);

  // Runs what was added. Errors: what the first failure means.
  absl::StatusOr<std::vector<Answered>> Run();

 private:
  struct Step {
    std::string name;
    std::string sql;  // To be prepared first; empty when it is prepared.
    std::vector<Parameter> parameters;
    bool answers_binary = false;
  };

  bool Send();
  bool SendStep(const Step& step);
  absl::Status Receive(std::vector<Answered>& answers);
  // One command's result, without the null that ends it.
  PGresult* NextResult();

  Session& session_;
  std::vector<Step> steps_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PIPELINE_H_
