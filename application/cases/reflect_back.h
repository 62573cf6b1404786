// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CASES_REFLECT_BACK_H_
#define PARLEY_APPLICATION_CASES_REFLECT_BACK_H_

#include <cstddef>
#include <optional>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debtors/record_parts.h"
#include "application/debts/hold_changes.h"
#include "application/messages/send_message.h"
#include "application/mutations.h"
#include "domain/communication/reflection.h"

namespace parley {

// So many reflections of a person are kept, beside those that a later one superseded.
inline constexpr std::ptrdiff_t kMostReflections = 50;

// We tell a person what we understood; they confirm it or say what is not right.
class ReflectBack {
 public:
  using Reference = PartReference<ReflectionId>;

  struct Word {
    Reference reference;
    std::optional<CommunicationId> told_in;  // None: they said it themselves.
    SensitiveText correction;                // Of a correction alone.
  };

  ReflectBack(const Mutations& mutations, const SendMessage& send, const HoldTools& tools)
      : mutations_(mutations), send_(send), tools_(tools) {}

  // Sums up what stands in the records, and sends it to the person as far as the rules of contact
  // allow. Where the latest says the same, and they did not correct it, it is given back as it is
  // and told again only if it was never told. One that they have not answered is superseded by a
  // new one. Errors: DEBTOR_NOT_FOUND, NOTHING_TO_REFLECT, RECORD_FULL.
  absl::StatusOr<Answer> Propose(const Call& call, DebtorId debtor,
                                 Encode<Reflection> encode) const;

  // Whoever is not the person says in which communication they said so. Errors of both:
  // FIELD_INVALID at `told_in`, DEBTOR_NOT_FOUND, REFLECTION_NOT_FOUND, REFLECTION_STEP_REFUSED,
  // COMMUNICATION_NOT_FOUND, ETAG_STALE.
  absl::StatusOr<Answer> Confirm(const Call& call, const Word& word,
                                 Encode<Reflection> encode) const;
  // The team is asked to put it right. Errors, beside those: FIELD_INVALID.
  absl::StatusOr<Answer> Correct(const Call& call, const Word& word,
                                 Encode<Reflection> encode) const;

 private:
  using Step = absl::FunctionRef<absl::StatusOr<Reflection>(Work&, const Reflection&,
                                                            const SaidOfReflection&)>;

  absl::StatusOr<Reflection> Sum(Work& work, DebtorId debtor) const;
  absl::StatusOr<Answer> Take(const Call& call, const Word& word, Step step,
                              Encode<Reflection> encode) const;
  void Send(const Call& call, DebtorId debtor, const Reflection& reflection) const;

  const Mutations& mutations_;
  const SendMessage& send_;
  HoldTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CASES_REFLECT_BACK_H_
