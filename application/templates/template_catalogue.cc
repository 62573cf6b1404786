// SPDX-License-Identifier: Apache-2.0
#include "application/templates/template_catalogue.h"

#include <algorithm>
#include <iterator>

namespace parley {

std::vector<ContentBlock> TemplateCatalogue::BlocksFor(const Template& words) const {
  std::vector<ContentBlock> found;
  std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(found),
               [&words](const ContentBlock& block) {
                 return block.language == words.language && block.channels.Has(words.channel);
               });
  return found;
}

}  // namespace parley
