// SPDX-License-Identifier: Apache-2.0
#include "tests/adapters/messaging/spool.h"

#include <cstdlib>

namespace parley {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "parley-spool-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

OutboundMessage ALetter(CommunicationId id) {
  LetterWords words;
  words.language_code = "en";
  words.sender = "Example Lending";
  words.return_address = "Example Lending, 1 Sample Street, 28001 Madrid";
  words.day = "22 November 2026";
  words.subject = SensitiveText("About your account");
  words.text = SensitiveText(
      "Dear Ada Example,\n\nwe would like to find with you a way that you can keep. Nothing needs "
      "to be decided today.\n\nIf something is wrong in what we wrote, tell us on the slip below, "
      "and we look into it before anything else happens.\n");
  words.slip_title = "Reply slip";
  words.slip_text =
      "Please send it back in the envelope that came with this letter. Tick what is so.";
  words.slip_fields = {"Name", "I can pay each month", "This is wrong", "Please call me at"};
  words.rights_title = "Your rights";
  words.rights = {"You can ask for proof of what is owed.",
                  "You can tell us to write less often, or not at all.",
                  "Free advice on debts is there for everybody; we never hold it against anybody."};
  words.page_text = "Page {page} of {pages}";
  words.made = absl::FromUnixSeconds(1'795'000'000);
  return {id, SensitiveText("Ada Example\nFlat 2\n3 Invented Road\n28002 Madrid\nSpain"), words};
}

}  // namespace parley
