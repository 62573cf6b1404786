// SPDX-License-Identifier: Apache-2.0
#include "domain/language/lexicon.h"

#include <string>
#include <vector>

#include "domain/language/concepts_found.h"

namespace parley::language {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

absl::StatusOr<Lexicon> Read(std::string_view text) {
  const absl::StatusOr<LexiconFile> file = ReadLexiconFile("x.lexicon", text);
  if (!file.ok()) return file.status();
  return Lexicon::Make(LanguageCode::kEnglish, std::vector<LexiconFile>{*file});
}

std::vector<std::string> Found(std::string_view lexicon_text, std::string_view name,
                               std::string_view text) {
  const absl::StatusOr<Lexicon> lexicon = Read(lexicon_text);
  if (!lexicon.ok()) return {std::string(lexicon.status().message())};
  const Passage passage(text, LanguageCode::kEnglish);
  const ConceptsFound found(*lexicon, passage);
  std::vector<std::string> spans;
  for (const WordRange& range : found.Of(*lexicon->Find(name))) {
    spans.emplace_back(passage.OriginOf(range).In(text));
  }
  return spans;
}

constexpr std::string_view kVisits = R"(
# Remarks and empty lines are none of it.
[concept we]
we, our agent*
[concept home]
your? home
)";

TEST(Lexicons, RefuseAFirstWordThatMayBeMissing) {
  EXPECT_THAT(Read(kVisits).status().message(),
              HasSubstr("x.lexicon:6: home: \"your\": the first word cannot be missing"));
}

constexpr std::string_view kArrest = R"(
[concept we]
we, our agent*
[concept visit]
@we will|'ll .. visit|come, *besuch
[concept arrest]
except: @illness
arrest*
[concept illness]
cardiac arrest
[concept sum]
pay <money>, e-mail
)";

TEST(Lexicons, FindPhrasesWithGapsAlternativesAndOtherConcepts) {
  EXPECT_THAT(Found(kArrest, "visit", "We'll surely not visit you. Our agents will come; will we?"),
              ElementsAre("We'll surely not visit", "Our agents will come"));
}

TEST(Lexicons, LetNoGapReachOverASentence) {
  EXPECT_THAT(Found(kArrest, "visit", "Yes, we will. Come in"), IsEmpty());
}

TEST(Lexicons, FindBeginningsEndsAndKinds) {
  EXPECT_THAT(Found(kArrest, "visit", "ein Hausbesuch"), ElementsAre("Hausbesuch"));
  EXPECT_THAT(Found(kArrest, "sum", "pay £20 by e-mail"), ElementsAre("pay £20", "e-mail"));
}

TEST(Lexicons, FindAlternativesOfSeveralWords) {
  constexpr std::string_view kPeople =
      "[concept they]\nyour ex-wife|next+of+kin|son .. pays|owes\n";
  EXPECT_THAT(Found(kPeople, "they", "Your ex-wife pays; your next of kin then owes"),
              ElementsAre("Your ex-wife pays", "your next of kin then owes"));
}

TEST(Lexicons, ReadALetterSpacedLikeTheWordAfterIt) {
  constexpr std::string_view kInsult = "[concept insult]\ndeadbeat*, sponge*\n";
  EXPECT_THAT(Found(kInsult, "insult", "You are a d e a d b e a t"),
              ElementsAre("a d e a d b e a t"));
  EXPECT_THAT(Found(kInsult, "insult", "an asponger"), IsEmpty());
}

TEST(Lexicons, DropWhatAnotherConceptExcepts) {
  EXPECT_THAT(Found(kArrest, "arrest", "his cardiac arrest, your arrest, you are @rrested"),
              ElementsAre("arrest", "@rrested"));
}

TEST(Lexicons, TellFileLineAndFieldOfEveryFault) {
  const absl::Status status =
      Read("[concept a]\n@b x\n[concept c]\nwhy: not\n[concept d]\n*x*, a .. \n").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(std::string(status.message()),
            "x.lexicon:4: why: no field of a concept\n"
            "x.lexicon:6: d: \"*x*\": a star stands at one end only\n"
            "x.lexicon:6: d: \"a ..\": a phrase begins and ends with a word");
  EXPECT_EQ(std::string(Read("[concept a]\nseiz*d\n").status().message()),
            "x.lexicon:2: a: \"seiz*d\": a star stands at an end");
  EXPECT_EQ(std::string(Read("[concept a]\n@b x\n").status().message()),
            "x.lexicon:1: a: the concept @b is defined nowhere");
  EXPECT_EQ(std::string(Read("[concept a]\n@b\n[concept b]\n@a\n").status().message()),
            "x.lexicon:1: a: the concept is made of itself");
  EXPECT_EQ(std::string(Read("word\n[]\n").status().message()),
            "x.lexicon:1: a line before the first section\nx.lexicon:2: a section's head is "
            "[kind name]");
}

}  // namespace
}  // namespace parley::language
