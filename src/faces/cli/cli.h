// The command line: serve, place, record, backup and restore are its own; every other word is a command of a concern, with
// an option for each of its fields. Made from the same rows as the forms and the API.
#pragma once

namespace alongside::cli {

int run(int argc, char** argv);

}  // namespace alongside::cli
