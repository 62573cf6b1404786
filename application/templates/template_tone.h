// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_TEMPLATE_TONE_H_
#define PARLEY_APPLICATION_TEMPLATES_TEMPLATE_TONE_H_

#include <span>

#include "absl/status/status.h"
#include "application/ports/tone_checks.h"
#include "application/ports/typesetter.h"
#include "domain/communication/templates/template.h"

namespace parley {

// Reads a template as people would get it, filled with samples in every of its choices, and its
// text as it was written. Words that go out under the eyes of others may not speak of a debt.
// Errors: TEMPLATE_UNSOUND; TEXT_NEEDS_RELEASE where its language has no check, or with all that
// the check holds back, a line each in the metadata's `faults`.
absl::Status CheckTemplateTone(const ToneChecks& tone, const Typesetter& typesetter,
                               const Template& words, std::span<const ContentBlock> blocks);

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_TEMPLATE_TONE_H_
