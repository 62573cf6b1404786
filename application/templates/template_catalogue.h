// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_TEMPLATE_CATALOGUE_H_
#define PARLEY_APPLICATION_TEMPLATES_TEMPLATE_CATALOGUE_H_

#include <vector>

#include "domain/communication/templates/content_block.h"
#include "domain/communication/templates/signpost.h"
#include "domain/communication/templates/template.h"

namespace parley {

// The templates that are there for every tenant, with the blocks that stand in them, and where help
// is free. What ships with the program was reviewed and is approved.
struct TemplateCatalogue {
  std::vector<Template> templates;
  std::vector<ContentBlock> blocks;
  std::vector<Signpost> signposts;

  // The blocks of a template's language and channel.
  std::vector<ContentBlock> BlocksFor(const Template& words) const;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_TEMPLATE_CATALOGUE_H_
