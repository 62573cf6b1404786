// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/read_templates.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "adapters/policy/text_file.h"
#include "adapters/policy/words.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"
#include "parley/policy/v1/template.pb.h"

namespace parley::policy {
namespace {

namespace pb = parley::policy::v1;

template <typename Protos>
std::vector<Variable> ReadVariables(const Protos& protos) {
  std::vector<Variable> variables;
  for (const pb::TemplateVariable& proto : protos) {
    variables.push_back({.name = proto.name(),
                         .type = ReadWordOr<VariableType>(proto.type(), VariableType{}),
                         .optional = proto.optional(),
                         .personal = proto.personal(),
                         .choices = {proto.choices().begin(), proto.choices().end()},
                         .columns = ReadVariables(proto.columns())});
  }
  return variables;
}

// The parts of a message, and where in the file each of them stands.
struct ReadParts {
  std::vector<TemplatePart> parts;
  std::vector<std::string> places;
};

ReadParts PartsOf(const pb::TemplateWording& proto, Channel channel) {
  ReadParts read;
  const auto add = [&read](PartKind kind, const std::string& text, std::string place) {
    if (text.empty()) return;
    read.parts.push_back({.kind = kind, .heading = {}, .text = text});
    read.places.push_back(std::move(place));
  };
  add(PartKind::kSubject, proto.subject(), "subject");
  add(PartKind::kText, proto.text(), "text");
  // A sheet for e-mails and letters has HTML for the e-mails.
  if (channel != Channel::kLetter) add(PartKind::kHtml, proto.html(), "html");
  for (int at = 0; at < proto.sections_size(); ++at) {
    const pb::TemplateSection& section = proto.sections(at);
    read.parts.push_back(
        {.kind = PartKind::kSection, .heading = section.heading(), .text = section.text()});
    read.places.push_back(absl::StrCat("sections[", at, "].text"));
  }
  return read;
}

// A file of one message, and what is wrong with it: told once, however often it is found.
template <typename Proto>
class Sheet {
 public:
  explicit Sheet(const PolicyFile& file) : source_(file.name) { source_.Parse(file.text, proto_); }

  const Proto& proto() const { return proto_; }

  void Fault(const std::string& path, const TemplateFault& fault) {
    const std::string line = fault.line > 0 ? absl::StrCat("line ", fault.line, ": ") : "";
    std::string what = absl::StrCat(line, fault.what);
    if (told_.emplace(path, what).second) source_.Fault(path, what);
  }
  void Fault(const std::string& path, std::string what) {
    Fault(path, TemplateFault{.path = {}, .line = 0, .what = std::move(what)});
  }

  // Adds what is wrong to the faults of other files.
  void TellTo(std::string& faults) const {
    if (source_.sound()) return;
    absl::StrAppend(&faults, faults.empty() ? "" : "\n", source_.ToStatus().message());
  }

 private:
  TextFile source_;
  Proto proto_;
  std::set<std::pair<std::string, std::string>> told_;
};

class Reader {
 public:
  Reader(const Typesetter& typesetter, const TemplateCatalogue* known)
      : typesetter_(typesetter), known_(known) {}

  absl::StatusOr<TemplateCatalogue> Read(std::span<const PolicyFile> files) && {
    for (const PolicyFile& file : files) {
      if (IsOfMessage(file, "BlockSheet")) ReadBlocks(file);
      if (IsOfMessage(file, "SignpostSheet")) ReadSignposts(file);
    }
    AddKnownBlocks();
    for (const PolicyFile& file : files) {
      if (!IsOfMessage(file, "BlockSheet") && !IsOfMessage(file, "SignpostSheet")) {
        ReadSheet(file);
      }
    }
    if (!faults_.empty()) return absl::InvalidArgumentError(faults_);
    return std::move(read_);
  }

 private:
  void ReadBlocks(const PolicyFile& file) {
    Sheet<pb::BlockSheet> sheet(file);
    const auto block = ReadOptionalWord<Block>(sheet.proto().block());
    if (!block.has_value()) sheet.Fault("block", "which block it is");
    for (int at = 0; at < sheet.proto().wordings_size(); ++at) {
      const pb::BlockWording& proto = sheet.proto().wordings(at);
      ContentBlock one{.block = block.value_or(Block::kAbout),
                       .language = proto.language(),
                       .channels = ReadWords<Channel, parley::v1::Channel>(proto.channels()),
                       .meets = {sheet.proto().meets().begin(), sheet.proto().meets().end()},
                       .variables = ReadVariables(proto.variables()),
                       .text = proto.text()};
      for (const TemplateFault& fault : typesetter_.Check(one)) {
        sheet.Fault(absl::StrCat("wordings[", at, "].", fault.path), fault);
      }
      read_.blocks.push_back(std::move(one));
    }
    sheet.TellTo(faults_);
  }

  void ReadSignposts(const PolicyFile& file) {
    Sheet<pb::SignpostSheet> sheet(file);
    for (int at = 0; at < sheet.proto().signposts_size(); ++at) {
      const pb::Signpost& proto = sheet.proto().signposts(at);
      const std::string path = absl::StrCat("signposts[", at, "].");
      const auto topic = ReadOptionalWord<SignpostTopic>(proto.topic());
      if (!topic.has_value()) sheet.Fault(path + "topic", "what it is about");
      if (!IsRegion(proto.region())) sheet.Fault(path + "region", "no region such as \"GB\"");
      if (proto.name().empty()) sheet.Fault(path + "name", "its name");
      if (!proto.link().starts_with("https://")) sheet.Fault(path + "link", "its own address");
      if (!proto.source_url().starts_with("https://")) {
        sheet.Fault(path + "source_url", "where it says so");
      }
      read_.signposts.push_back({.region = proto.region(),
                                 .topic = topic.value_or(SignpostTopic::kDebt),
                                 .name = proto.name(),
                                 .link = proto.link(),
                                 .phone = proto.phone(),
                                 .source = proto.source_url()});
    }
    sheet.TellTo(faults_);
  }

  void AddKnownBlocks() {
    if (known_ == nullptr) return;
    const auto has_own = [this](const ContentBlock& block) {
      return std::any_of(read_.blocks.begin(), read_.blocks.end(), [&](const ContentBlock& own) {
        return own.block == block.block && own.language == block.language &&
               own.channels.Meets(block.channels);
      });
    };
    std::vector<ContentBlock> more;
    std::copy_if(known_->blocks.begin(), known_->blocks.end(), std::back_inserter(more),
                 [&](const ContentBlock& block) { return !has_own(block); });
    std::move(more.begin(), more.end(), std::back_inserter(read_.blocks));
  }

  void ReadSheet(const PolicyFile& file) {
    Sheet<pb::TemplateSheet> sheet(file);
    const pb::TemplateSheet& proto = sheet.proto();
    const auto purpose = ReadOptionalWord<Purpose>(proto.purpose());
    if (!purpose.has_value()) sheet.Fault("purpose", "what it is for");
    if (proto.channels().empty()) sheet.Fault("channels", "a channel at least");
    if (proto.wordings().empty()) sheet.Fault("wordings", "a language at least");
    Template words{.key = proto.key(),
                   .version = proto.version(),
                   .purpose = purpose.value_or(Purpose::kReply),
                   .statutory = ReadWordOr(proto.statutory(), StatutoryKind::kNone),
                   .variant = proto.limited() ? Variant::kLimited : Variant::kFull,
                   .variables = ReadVariables(proto.variables())};
    for (const int number : proto.channels()) {
      words.channel = ReadWordOr(static_cast<parley::v1::Channel>(number), Channel::kPublicPost);
      for (int at = 0; at < proto.wordings_size(); ++at) ReadWording(words, at, sheet);
    }
    sheet.TellTo(faults_);
  }

  void ReadWording(Template words, int at, Sheet<pb::TemplateSheet>& sheet) {
    const pb::TemplateWording& proto = sheet.proto().wordings(at);
    const std::string path = absl::StrCat("wordings[", at, "]");
    ReadParts parts = PartsOf(proto, words.channel);
    words.language = proto.language();
    words.parts = std::move(parts.parts);
    const std::vector<ContentBlock> blocks = read_.BlocksFor(words);
    for (const TemplateFault& fault : typesetter_.Check(words, blocks)) {
      sheet.Fault(PlaceOf(fault, path, parts.places), fault);
    }
    const auto name = std::tuple(words.key, words.language, words.channel, words.version);
    if (!names_.insert(name).second) {
      sheet.Fault(path, "another file has the same for a channel of this one");
    }
    read_.templates.push_back(std::move(words));
  }

  // Where in the file a fault of the domain is: "parts[2].text" is the place of that part.
  static std::string PlaceOf(const TemplateFault& fault, const std::string& wording,
                             std::span<const std::string> places) {
    constexpr std::string_view kPart = "parts[";
    if (fault.path == "parts" || fault.path == "language") return wording;
    if (!fault.path.starts_with(kPart)) return fault.path == "channel" ? "channels" : fault.path;
    const std::size_t at = std::stoul(fault.path.substr(kPart.size()));
    return absl::StrCat(wording, ".", places[at]);
  }

  const Typesetter& typesetter_;
  const TemplateCatalogue* const known_;
  TemplateCatalogue read_;
  std::set<std::tuple<std::string, std::string, Channel, std::int32_t>> names_;
  std::string faults_;
};

}  // namespace

absl::StatusOr<TemplateCatalogue> ReadTemplates(std::span<const PolicyFile> files,
                                                const Typesetter& typesetter,
                                                const TemplateCatalogue* known) {
  return Reader(typesetter, known).Read(files);
}

absl::StatusOr<TemplateCatalogue> ReadBuiltInTemplates(const Typesetter& typesetter) {
  std::vector<PolicyFile> files = BuiltInFiles();
  std::erase_if(files, [](const PolicyFile& file) {
    return !IsOfMessage(file, "TemplateSheet") && !IsOfMessage(file, "BlockSheet") &&
           !IsOfMessage(file, "SignpostSheet");
  });
  return ReadTemplates(files, typesetter);
}

absl::StatusOr<TemplateCatalogue> ReadTemplatesAt(const std::string& path,
                                                  const Typesetter& typesetter) {
  PARLEY_ASSIGN_OR_RETURN(const FolderFiles read, ReadFiles(path));
  PARLEY_ASSIGN_OR_RETURN(const TemplateCatalogue built_in, ReadBuiltInTemplates(typesetter));
  return ReadTemplates(read.files, typesetter, &built_in);
}

}  // namespace parley::policy
