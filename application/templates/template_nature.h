// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_TEMPLATE_NATURE_H_
#define PARLEY_APPLICATION_TEMPLATES_TEMPLATE_NATURE_H_

#include "absl/status/status.h"
#include "application/ports/typesetter.h"
#include "application/templates/template_library.h"

namespace parley {

// Judges a tenant's template by itself and beside those that are sent: all of one key on a channel
// have one purpose, for the gate judges a message before anybody chooses its language. Errors:
// TEMPLATE_UNSOUND with all that is wrong.
absl::Status CheckBeside(const TemplateLibrary& library, const Typesetter& typesetter,
                         const Template& words);

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_TEMPLATE_NATURE_H_
