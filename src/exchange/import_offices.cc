#include "exchange/import_offices.h"

#include "base/text.h"
#include "exchange/register.h"

namespace alongside::import {
namespace {

using formats::Format;
using kernel::Changes;
using kernel::Situation;

const std::vector<Format>& of_offices() {
  static const std::vector<Format> kinds{Format::offices_csv, Format::councillors_csv, Format::popolo};
  return kinds;
}
const std::vector<Format>& of_bodies() {
  static const std::vector<Format> kinds{Format::moderngov_committees, Format::oparl, Format::popolo};
  return kinds;
}

// What a register holds is in the hundreds: all of it is read once.
void read_known(kernel::Reader& reader, ImportOfficesFacts& facts) {
  for (const place::BodyLine& body : place::bodies(reader)) {
    facts.bodies.push_back({.body = body.body,
                            .part_of = body.part_of,
                            .name = folded(body.name.or_empty()),
                            .source_id = reader.words(body.body, "source_id").or_empty()});
    if (facts.bodies_alone) continue;
    for (const place::OfficeLine& office : place::offices_of(reader, body.body)) {
      facts.offices.push_back({.office = office.office, .body = body.body, .title = folded(office.title.or_empty())});
    }
    for (const place::HolderLine& holder : place::holders_of_body(reader, body.body)) {
      facts.holders.push_back({.held = holder.held,
                               .office = holder.office,
                               .name = folded(holder.name.or_empty()),
                               .from = holder.from,
                               .to = holder.to});
    }
  }
}

void check(ImportOfficesFacts& facts) {
  for (const FileRead& file : facts.files) {
    for (const formats::ReadBody& body : file.read.bodies) {
      if (body.name.empty()) {
        add(facts.problems, file, body.line, "name", Code::missing, msg("Every body has a name."), body.source_id);
      }
    }
    if (facts.bodies_alone) continue;
    for (const formats::ReadHolder& holder : file.read.holders) {
      if (holder.name.empty()) {
        add(facts.problems, file, holder.line, "name", Code::missing, msg("Every holder has a name."),
            holder.source_id);
      }
      if (holder.from && holder.to && holder.to->last() < holder.from->first()) {
        add(facts.problems, file, holder.line, "to", Code::does_not_match,
            msg("Give an end that is not before the beginning."), holder.from->iso() + " to " + holder.to->iso());
      }
    }
  }
}

Result<Changes> put(const ImportOfficesFacts& facts) {
  if (facts.problems.any()) return facts.problems;
  Changes changes;
  Register known(changes, facts);
  for (const FileRead& file : facts.files) known.take(file.read);
  known.tell();
  return changes;
}

}  // namespace

ImportOfficesFacts look(const Situation& situation, const ImportOffices& asked) {
  ImportOfficesFacts facts{.next_index = situation.next_index, .today = situation.today};
  facts.files = read_files({asked.file, asked.files}, of_offices(), facts.problems);
  read_known(situation.reader, facts);
  check(facts);
  return facts;
}

ImportOfficesFacts look(const Situation& situation, const ImportBodies& asked) {
  ImportOfficesFacts facts{
      .next_index = situation.next_index, .today = situation.today, .bodies_alone = true, .part_of = asked.body};
  facts.files = read_files({asked.file, asked.files}, of_bodies(), facts.problems);
  if (asked.body.is_set() && !place::is_body(situation.reader, asked.body)) {
    facts.problems.add("body", Code::not_found, msg("Give a body that is registered here."));
  }
  read_known(situation.reader, facts);
  check(facts);
  for (const FileRead& file : facts.files) {
    if (file.read.bodies.empty()) {
      add(facts.problems, file, 0, "file", Code::missing, msg("There is no body in this file."));
    }
  }
  return facts;
}

Result<Changes> decide(const ImportOfficesFacts& facts, ImportOffices) { return put(facts); }
Result<Changes> decide(const ImportOfficesFacts& facts, ImportBodies) { return put(facts); }

}  // namespace alongside::import
