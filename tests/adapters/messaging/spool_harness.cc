// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "absl/strings/str_cat.h"
#include "adapters/documents/cairo_documents.h"
#include "adapters/messaging/letter/spool_sender.h"
#include "tests/adapters/messaging/sender_harness.h"
#include "tests/adapters/messaging/spool.h"

namespace parley {
namespace {

using documents::Typeface;

// A spool has no wire: what can happen to it is that its disk is not there.
class SpoolHarness final : public SenderHarness {
 public:
  SpoolHarness()
      : documents_(Typeface::Open(Typeface::DefaultFiles()).value()),
        sender_(SpoolSender::Open(folder_.path(), documents_).value()) {}

  Sender& sender() override { return *sender_; }

  bool Can(ProviderDeed deed) const override {
    return deed == ProviderDeed::kTakes || deed == ProviderDeed::kIsGone;
  }
  void Do(ProviderDeed deed) override {
    const auto work = folder_.path() / "work";
    std::error_code ignored;
    if (deed == ProviderDeed::kIsGone) std::filesystem::remove_all(work, ignored);
    if (deed == ProviderDeed::kTakes) std::filesystem::create_directory(work, ignored);
  }

  OutboundMessage Message(CommunicationId id) const override { return ALetter(id); }

  int TimesSent(CommunicationId id) const override {
    const std::string name = absl::StrCat(id.ToString(), ".pdf");
    return std::filesystem::exists(folder_.path() / "out" / name) ? 1 : 0;
  }

 private:
  TemporaryFolder folder_;
  CairoDocuments documents_;
  std::unique_ptr<SpoolSender> sender_;
};

}  // namespace

std::unique_ptr<SenderHarness> MakeSpoolHarness() { return std::make_unique<SpoolHarness>(); }

}  // namespace parley
