// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/letter/spool_sender.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "adapters/documents/cairo_documents.h"
#include "adapters/messaging/letter/letter_paper.h"
#include "adapters/messaging/letter/spool_files.h"
#include "tests/adapters/messaging/spool.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

namespace fs = std::filesystem;
using documents::Typeface;

constexpr absl::Duration kPatience = absl::Seconds(20);
const CommunicationId kId(NumberedUuid(42));

std::string ContentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

// Can draw nothing.
class NoDocuments final : public Documents {
 public:
  absl::StatusOr<std::string> Pdf(const Paper& /*paper*/) const override {
    return absl::InternalError("no");
  }
  std::string PlainText(const Paper& /*paper*/) const override { return ""; }
};

class SpoolSenders : public testing::Test {
 public:
  SpoolSenders()
      : documents_(Typeface::Open(Typeface::DefaultFiles()).value()),
        sender_(SpoolSender::Open(folder_.path(), documents_).value()) {}

  HandOver Send() { return sender_->Send(ALetter(kId), kPatience); }
  fs::path In(const char* where) const {
    return folder_.path() / where / absl::StrCat(kId.ToString(), ".pdf");
  }

  TemporaryFolder folder_;
  CairoDocuments documents_;
  std::unique_ptr<SpoolSender> sender_;
};

TEST_F(SpoolSenders, PutTheWholeLetterWhereItIsTakenAway) {
  const HandOver outcome = Send();
  ASSERT_TRUE(std::holds_alternative<Accepted>(outcome));
  EXPECT_EQ(std::get<Accepted>(outcome).reference, absl::StrCat(kId.ToString(), ".pdf"));
  const OutboundMessage letter = ALetter(kId);
  EXPECT_EQ(
      ContentOf(In("out")),
      documents_
          .Pdf(messaging::LetterPaper(letter.address.Reveal(), std::get<LetterWords>(letter.words)))
          .value());
  EXPECT_FALSE(fs::exists(In("work")));
}

// Five of them would keep every other letter waiting.
TEST_F(SpoolSenders, RefuseALetterForGoodThatCannotBeDrawn) {
  const NoDocuments documents;
  const auto sender = SpoolSender::Open(folder_.path(), documents).value();
  const HandOver outcome = sender->Send(ALetter(kId), kPatience);
  ASSERT_TRUE(std::holds_alternative<RefusedForGood>(outcome));
  EXPECT_EQ(std::get<RefusedForGood>(outcome).cause, RefusalCause::kContent);
  EXPECT_FALSE(fs::exists(In("out")));
}

TEST_F(SpoolSenders, ShowALetterToNobodyElseOnTheMachine) {
  Send();
  struct stat facts {};
  ASSERT_EQ(::stat(In("out").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0007U, 0U);
}

TEST_F(SpoolSenders, PutALetterThereOnceAlsoAfterItWasTakenAway) {
  ASSERT_TRUE(std::holds_alternative<Accepted>(Send()));
  fs::remove(In("out"));
  EXPECT_TRUE(std::holds_alternative<Accepted>(Send()));
  EXPECT_FALSE(fs::exists(In("out")));
  EXPECT_TRUE(std::holds_alternative<Taken>(sender_->Ask(kId, kPatience)));
}

TEST_F(SpoolSenders, RememberWithoutTheLettersWords) {
  Send();
  EXPECT_EQ(fs::file_size(In("handed")), 0U);
}

// The process may end at any step; whoever comes next does the rest, once.
TEST_F(SpoolSenders, FinishWhatWasCutOffBetweenTheSteps) {
  messaging::WriteDurably(In("work"), "half a lett");
  EXPECT_TRUE(std::holds_alternative<NeverTaken>(sender_->Ask(kId, kPatience)));
  ASSERT_TRUE(std::holds_alternative<Accepted>(Send()));
  EXPECT_EQ(ContentOf(In("out")).substr(0, 5), "%PDF-");

  fs::remove(In("out"));
  fs::remove(In("handed"));
  messaging::WriteDurably(In("work"), "%PDF- whole");
  messaging::WriteDurably(In("handed"), "");
  EXPECT_TRUE(std::holds_alternative<NeverTaken>(sender_->Ask(kId, kPatience)));
  ASSERT_TRUE(std::holds_alternative<Accepted>(Send()));
  EXPECT_EQ(ContentOf(In("out")), "%PDF- whole");
}

TEST_F(SpoolSenders, WaitForTheirTurnNoLongerThanTheyMay) {
  const messaging::SpoolLock lock(folder_.path() / "lock", absl::ZeroDuration());
  ASSERT_TRUE(lock.held());
  EXPECT_TRUE(
      std::holds_alternative<RefusedForNow>(sender_->Send(ALetter(kId), absl::Milliseconds(5))));
  EXPECT_TRUE(std::holds_alternative<NoAnswer>(sender_->Ask(kId, absl::Milliseconds(5))));
  EXPECT_FALSE(fs::exists(In("out")));
}

TEST_F(SpoolSenders, ShareASpool) {
  const auto second = SpoolSender::Open(folder_.path(), documents_).value();
  ASSERT_TRUE(std::holds_alternative<Accepted>(Send()));
  fs::remove(In("out"));
  EXPECT_TRUE(std::holds_alternative<Accepted>(second->Send(ALetter(kId), kPatience)));
  EXPECT_FALSE(fs::exists(In("out")));
}

TEST_F(SpoolSenders, RefuseALetterWithoutWords) {
  OutboundMessage letter = ALetter(kId);
  std::get<LetterWords>(letter.words).text = SensitiveText("");
  const HandOver outcome = sender_->Send(letter, kPatience);
  ASSERT_TRUE(std::holds_alternative<RefusedForGood>(outcome));
  EXPECT_EQ(std::get<RefusedForGood>(outcome).cause, RefusalCause::kContent);
}

TEST(Spools, AreNotOpenedWhereThereIsNoFolder) {
  const CairoDocuments documents(Typeface::Open(Typeface::DefaultFiles()).value());
  EXPECT_FALSE(SpoolSender::Open("/nowhere/at/all", documents).ok());
}

}  // namespace
}  // namespace parley
