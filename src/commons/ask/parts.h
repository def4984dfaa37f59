// What happens to a part once its question may be sent: sent, delivered, bounced, asked back, passed on, answered, judged.
#pragma once

#include <optional>
#include <vector>

#include "commons/ask/apply.h"
#include "kernel/concern.h"

namespace alongside::ask {

struct PartFacts {
  std::optional<AskRow> ask;
  std::optional<PartRow> part;
  std::optional<Day> last_on;     // of what happened to this part last
  bool body_is_here = false;      // the one that the request names
  bool office_is_here = false;
  bool is_the_asker = false;
  kernel::Person person;          // who writes, where their words fall with them
  std::vector<Index> not_decisions;  // that a reply points at
  std::optional<ReplyRow> reply;  // that is judged
  std::int64_t judged = 0;        // how often
  Day today;
};

struct SendPart {
  Index ask;
  int part = 1;
  Index body;
  std::optional<Day> on;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("body", self.body);
    field("on", self.on);
    field("part", self.part);
  }
};
struct DeliverPart {
  Index ask;
  int part = 1;
  std::optional<Day> on;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("on", self.on);
    field("part", self.part);
  }
};
struct BouncePart {
  Index ask;
  int part = 1;
  std::optional<Day> on;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("on", self.on);
    field("part", self.part);
  }
};
struct AskBack {
  Index ask;
  int part = 1;
  std::optional<Day> on;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("on", self.on);
    field("part", self.part);
    field("words", self.words);
  }
};
struct Clarify {
  Index ask;
  int part = 1;
  std::optional<Day> on;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("on", self.on);
    field("part", self.part);
    field("words", self.words);
  }
};
struct PassOn {
  Index ask;
  int part = 1;
  Index to;
  std::optional<Day> on;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("on", self.on);
    field("part", self.part);
    field("to", self.to);
    field("words", self.words);
  }
};
inline constexpr std::size_t reply_bytes_max = 60000;  // of an uploaded reply
struct ReplyToPart {
  Index ask;
  int part = 1;
  ReplyOutcome outcome = ReplyOutcome::answered;
  std::optional<Day> on;
  Said words;
  std::optional<File> file;  // or a text file that holds them
  Said signed_by;
  Index office;
  std::vector<Index> decisions;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("decisions", self.decisions);
    field("file", self.file);
    field("office", self.office);
    field("on", self.on);
    field("outcome", self.outcome);
    field("part", self.part);
    field("signed_by", self.signed_by);
    field("words", self.words);
  }
};
struct SplitAsk {
  Index ask;
  Index body;
  Said question;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("body", self.body);
    field("question", self.question);
  }
};
struct JudgeReply {
  Index ask;
  Index reply;
  std::optional<Answers> answers;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("answers", self.answers);
    field("ask", self.ask);
    field("reply", self.reply);
    field("words", self.words);
  }
};

PartFacts look(const kernel::Situation& situation, const SendPart& asked);
PartFacts look(const kernel::Situation& situation, const DeliverPart& asked);
PartFacts look(const kernel::Situation& situation, const BouncePart& asked);
PartFacts look(const kernel::Situation& situation, const AskBack& asked);
PartFacts look(const kernel::Situation& situation, const Clarify& asked);
PartFacts look(const kernel::Situation& situation, const PassOn& asked);
PartFacts look(const kernel::Situation& situation, const ReplyToPart& asked);
PartFacts look(const kernel::Situation& situation, const SplitAsk& asked);
PartFacts look(const kernel::Situation& situation, const JudgeReply& asked);

// Each gives the state of the part and every problem with the rest at once.
Result<kernel::Changes> decide(const PartFacts& facts, SendPart asked);
Result<kernel::Changes> decide(const PartFacts& facts, DeliverPart asked);
Result<kernel::Changes> decide(const PartFacts& facts, BouncePart asked);
Result<kernel::Changes> decide(const PartFacts& facts, AskBack asked);
Result<kernel::Changes> decide(const PartFacts& facts, Clarify asked);
Result<kernel::Changes> decide(const PartFacts& facts, PassOn asked);
Result<kernel::Changes> decide(const PartFacts& facts, ReplyToPart asked);
Result<kernel::Changes> decide(const PartFacts& facts, SplitAsk asked);
Result<kernel::Changes> decide(const PartFacts& facts, JudgeReply asked);

}  // namespace alongside::ask
