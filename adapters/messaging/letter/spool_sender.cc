// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/letter/spool_sender.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <initializer_list>
#include <optional>
#include <variant>

#include "absl/strings/str_cat.h"
#include "adapters/messaging/letter/letter_paper.h"
#include "adapters/messaging/letter/spool_files.h"
#include "domain/common/text.h"
#include "domain/debtor/address_form.h"

namespace parley {
namespace {

constexpr const char* kOut = "out";        // To be taken away.
constexpr const char* kHanded = "handed";  // What was handed over, by name.
constexpr const char* kWork = "work";      // Whole on the disk, and not handed over yet.
constexpr mode_t kMode = 0750;
constexpr std::size_t kLongestText = 50'000;

bool IsSound(const LetterWords& words) {
  return !CheckText(words.subject.Reveal(), kLongestName) && !words.text.Reveal().empty() &&
         !CheckText(words.text.Reveal(), kLongestText, Lines::kMany);
}

RefusedForNow NotNow() { return {DelayCause::kUnreachable, "", std::nullopt}; }

}  // namespace

absl::StatusOr<std::unique_ptr<SpoolSender>> SpoolSender::Open(std::string folder,
                                                               const Documents& documents) {
  for (const char* part : {kOut, kHanded, kWork}) {
    const std::string path = absl::StrCat(folder, "/", part);
    if (::mkdir(path.c_str(), kMode) != 0 && errno != EEXIST) {
      return absl::ErrnoToStatus(errno, path);
    }
  }
  return std::unique_ptr<SpoolSender>(new SpoolSender(std::move(folder), documents));
}

std::string SpoolSender::Path(const char* where, const std::string& name) const {
  return absl::StrCat(folder_, "/", where, "/", name);
}

HandOver SpoolSender::Send(const OutboundMessage& message, absl::Duration within) {
  if (!IsPostal(message.address.Reveal())) return RefusedForGood{RefusalCause::kAddress, ""};
  const auto* words = std::get_if<LetterWords>(&message.words);
  if (words == nullptr || !IsSound(*words)) return RefusedForGood{RefusalCause::kContent, ""};
  const auto pdf = documents_.Pdf(messaging::LetterPaper(message.address.Reveal(), *words));
  // Of this letter, and not of the folder.
  if (!pdf.ok()) return RefusedForGood{RefusalCause::kContent, ""};
  const messaging::SpoolLock lock(absl::StrCat(folder_, "/lock"), within);
  if (!lock.held()) return NotNow();
  return HandOverOnce(absl::StrCat(message.id.ToString(), ".pdf"), *pdf);
}

// Under the lock. What is in `handed` and still in `work` was cut off between the two steps, and is
// moved now; what is in `handed` alone was moved before.
HandOver SpoolSender::HandOverOnce(const std::string& name, const std::string& pdf) const {
  const bool handed = messaging::Exists(Path(kHanded, name));
  if (handed && !messaging::Exists(Path(kWork, name))) return Accepted{name};
  if (!handed) {
    if (!messaging::WriteDurably(Path(kWork, name), pdf) ||
        !messaging::SyncFolder(Path(kWork, "")) ||
        !messaging::WriteDurably(Path(kHanded, name), "")) {
      return NotNow();
    }
  }
  if (!messaging::SyncFolder(Path(kHanded, ""))) return NotNow();
  return Publish(name);
}

HandOver SpoolSender::Publish(const std::string& name) const {
  if (std::rename(Path(kWork, name).c_str(), Path(kOut, name).c_str()) != 0) return NotNow();
  const bool durable =
      messaging::SyncFolder(Path(kOut, "")) && messaging::SyncFolder(Path(kWork, ""));
  if (!durable) return NotKnown{};
  return Accepted{name};
}

ProviderAnswer SpoolSender::Ask(CommunicationId id, absl::Duration within) {
  const std::string name = absl::StrCat(id.ToString(), ".pdf");
  const messaging::SpoolLock lock(absl::StrCat(folder_, "/lock"), within);
  if (!lock.held()) return NoAnswer{};
  if (messaging::Exists(Path(kHanded, name)) && !messaging::Exists(Path(kWork, name))) {
    return Taken{name, DeliveryEvent::kTaken};
  }
  return NeverTaken{};
}

}  // namespace parley
