// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_reflection.h"

#include "adapters/grpc/convert_cases.h"
#include "adapters/grpc/convert_record_words.h"

namespace parley::grpc_api {
namespace {

template <typename Request>
ReflectBack::Word WordOf(const Request& request, Violations& violations) {
  ReflectBack::Word word;
  word.reference = ReadPart<ReflectionId>(request, violations);
  word.told_in = ReadToldIn(word.reference.debtor, request.told_in(), "told_in", violations);
  return word;
}

}  // namespace

ReflectBack::Word ReadWord(const v1::ConfirmReflectionRequest& request, Violations& violations) {
  return WordOf(request, violations);
}

ReflectBack::Word ReadWord(const v1::CorrectReflectionRequest& request, Violations& violations) {
  ReflectBack::Word word = WordOf(request, violations);
  word.correction = SensitiveText(request.correction());
  return word;
}

void WriteReflection(DebtorId debtor, const Reflection& reflection, v1::Reflection& out) {
  out.set_name(NameOf(PartName<ReflectionId>{debtor, reflection.id}));
  out.set_version(reflection.version);
  for (const Understood& point : reflection.points) {
    v1::Understood& told = *out.add_points();
    told.set_kind(static_cast<v1::UnderstoodKind>(point.kind));
    told.set_subject_id(point.subject.ToString());
    told.set_word(point.word);
    if (point.amount.has_value()) {
      Write(point.amount->minor_units(), point.amount->currency(), *told.mutable_amount());
    }
    if (point.day.has_value()) told.set_date(FormatDay(*point.day));
  }
  out.set_state(static_cast<v1::ReflectionState>(reflection.state));
  out.set_correction(reflection.correction.Reveal());
  out.set_told_in(ToldInName(debtor, reflection.told_in));
  out.set_decided_by(reflection.decided_by);
  out.set_actor(reflection.actor);
  out.set_etag(WriteEtag(reflection.revision));
  Write(reflection.created_time, *out.mutable_create_time());
  Write(reflection.updated_time, *out.mutable_update_time());
}

}  // namespace parley::grpc_api
