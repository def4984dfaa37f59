// Readers of what people said elsewhere (sayings.h).
#pragma once

#include "formats/csv.h"
#include "formats/read.h"

namespace alongside::formats {

// UK Parliament's petitions, one JSON object a line: action, background and further details are what is said.
Result<Read> read_petitions(const File& file);
// Answers to one question, one JSON object a line: response_id, response (i.AI's ThemeFinder).
Result<Read> read_answers_jsonl(const File& file);
// An export of a consultation whose columns are called "Prop 1 Q8 - Please use this space to explain": what stands in those that
// ask for words is said; what respondents ticked, or told of themselves, is not read, and that is told.
Result<Read> read_answers_csv(const File& file);
bool is_answers_csv(const std::vector<std::string>& header);
// comments.csv of a Polis export. `moderated`: 1 published, -1 refused, 0 not told.
Result<Read> read_polis_comments(const File& file);
// Our own: words; optional on, source id.
Result<Read> read_sayings_csv(const File& file);

}  // namespace alongside::formats
