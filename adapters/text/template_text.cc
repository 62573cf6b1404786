// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/template_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "domain/communication/templates/template.h"
#include "kainjow/mustache.hpp"

namespace parley::text {
namespace {

namespace mustache = kainjow::mustache;
using Component = mustache::component<std::string>;

constexpr std::size_t kDeepest = 3;
constexpr std::size_t kMostTags = 500;

// A text without the line breaks behind marks of sections that stand alone on their line, and at
// which of its characters each line of the original begins.
struct Stripped {
  std::string text;
  std::vector<std::size_t> starts;

  int LineAt(std::size_t position) const {
    return static_cast<int>(std::upper_bound(starts.begin(), starts.end(), position) -
                            starts.begin());
  }
};

bool IsMarkAlone(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return false;
  line = line.substr(first, line.find_last_not_of(" \t") - first + 1);
  return line.size() > 5 && line.starts_with("{{") && line.ends_with("}}") &&
         std::string_view("#^/!").find(line[2]) != std::string_view::npos &&
         line.find("}}") == line.size() - 2;
}

Stripped Strip(std::string_view text) {
  Stripped stripped;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    const std::string_view bare = line.ends_with('\n') ? line.substr(0, end - 1) : line;
    stripped.starts.push_back(stripped.text.size());
    stripped.text += IsMarkAlone(bare) ? bare : line;
    text.remove_prefix(end);
  }
  return stripped;
}

// ICU takes such a brace for a letter, and a person would read it.
bool ClosesNothing(std::string_view pattern) {
  int open = 0;
  return std::any_of(pattern.begin(), pattern.end(), [&open](char letter) {
    open += static_cast<int>(letter == '{') - static_cast<int>(letter == '}');
    return open < 0;
  });
}

// Turns mustache's components into nodes.
class Reader {
 public:
  explicit Reader(const Stripped& source) : source_(source) {}

  TemplateText Read() && {
    const std::size_t tags = CountTags();
    if (tags > kMostTags) {
      Fault(1, absl::StrCat("more than ", kMostTags, " marks"));
    } else {
      Parse();
    }
    return std::move(read_);
  }

 private:
  // What stands between two marks of sections, on its way to be a message.
  struct Run {
    std::string pattern;
    int line = 0;
  };

  std::size_t CountTags() const {
    std::size_t count = 0;
    for (std::size_t at = source_.text.find("{{"); at != std::string::npos;
         at = source_.text.find("{{", at + 2)) {
      ++count;
    }
    return count;
  }

  void Fault(int line, std::string what) {
    read_.reading.faults.push_back({.line = line, .what = std::move(what)});
  }

  void Parse() {
    mustache::context<std::string> context;
    mustache::context_internal<std::string> internal(context);
    Component root;
    std::string error;
    const mustache::parser<std::string> parser(source_.text, internal, root, error);
    if (!error.empty()) return FaultAt(error);
    read_.nodes = ReadAll(root.children);
  }

  // Mustache tells "... at 17".
  void FaultAt(const std::string& error) {
    const std::size_t at = error.rfind(" at ");
    const std::size_t position =
        at == std::string::npos ? 0 : std::strtoul(error.c_str() + at + 4, nullptr, 10);
    Fault(source_.LineAt(position), error.substr(0, at));
  }

  TemplateNodes ReadAll(const std::vector<Component>& components) {
    TemplateNodes nodes;
    Run run;
    for (const Component& component : components) ReadOne(component, nodes, run);
    Finish(run, nodes);
    return nodes;
  }

  void ReadOne(const Component& component, TemplateNodes& nodes, Run& run) {
    const int line = source_.LineAt(component.position);
    if (run.line == 0) run.line = line;
    switch (component.tag.type) {
      case mustache::tag_type::text:
        run.pattern += component.text;
        break;
      case mustache::tag_type::variable:
        absl::StrAppend(&run.pattern, "{", component.tag.name, "}");
        break;
      case mustache::tag_type::unescaped_variable:
        Fault(line, absl::StrCat(component.tag.name, " would stand there unescaped"));
        break;
      case mustache::tag_type::section_begin:
      case mustache::tag_type::section_begin_inverted:
        Finish(run, nodes);
        ReadSection(component, nodes);
        break;
      case mustache::tag_type::partial:
        Finish(run, nodes);
        read_.reading.blocks.push_back(
            {.name = component.tag.name, .line = line, .in_section = !within_.empty()});
        nodes.push_back({TemplateBlock{component.tag.name}});
        break;
      case mustache::tag_type::set_delimiter:
        Fault(line, "other delimiters than {{ and }}");
        break;
      case mustache::tag_type::comment:
      case mustache::tag_type::section_end:
        break;
    }
  }

  void ReadSection(const Component& component, TemplateNodes& nodes) {
    const int line = source_.LineAt(component.position);
    const bool inverted = component.tag.type == mustache::tag_type::section_begin_inverted;
    Note(component.tag.name, inverted ? Usage::kInverted : Usage::kSection, line, {});
    if (within_.size() == kDeepest) return Fault(line, "sections stand too deep in each other");
    // An inverted section gives its name no value.
    within_.push_back(inverted ? std::string() : component.tag.name);
    nodes.push_back({TemplateSection{
        .name = component.tag.name, .inverted = inverted, .body = ReadAll(component.children)}});
    within_.pop_back();
  }

  void Note(const std::string& name, Usage usage, int line, std::vector<std::string> selectors) {
    read_.reading.variables.push_back({.name = name,
                                       .usage = usage,
                                       .line = line,
                                       .within = within_,
                                       .selectors = std::move(selectors)});
  }

  void Finish(Run& run, TemplateNodes& nodes) {
    const Run finished = std::exchange(run, {});
    if (finished.pattern.empty()) return;
    absl::StatusOr<Message> message = Message::Parse(finished.pattern);
    if (!message.ok()) return Fault(finished.line, std::string(message.status().message()));
    if (ClosesNothing(finished.pattern)) return Fault(finished.line, "a brace that closes nothing");
    for (const Message::Argument& argument : message->arguments()) {
      Note(argument.name, UsageOf(argument.does), finished.line + argument.line,
           argument.selectors);
    }
    nodes.push_back({*std::move(message)});
  }

  static Usage UsageOf(Message::Argument::Does does) {
    switch (does) {
      case Message::Argument::Does::kStands:
        return Usage::kShown;
      case Message::Argument::Does::kChoosesPlural:
        return Usage::kPlural;
      case Message::Argument::Does::kSelects:
        return Usage::kSelect;
    }
    return Usage::kShown;
  }

  const Stripped& source_;
  TemplateText read_;
  std::vector<std::string> within_;
};

}  // namespace

TemplateText ReadTemplateText(std::string_view text) {
  if (text.size() > kLongestPart)
    return {.nodes = {}, .reading = {.variables = {}, .blocks = {}, .faults = {{1, "too long"}}}};
  const Stripped stripped = Strip(text);
  return Reader(stripped).Read();
}

}  // namespace parley::text
