// A PostgreSQL server of the test program's own: made in a temporary folder at the first call, reached by a unix socket
// alone, syncing as a real one would, gone with the program. Its language sorts "a" before "B", so that a text column
// that forgets its byte order is found out.
#pragma once

#include <optional>
#include <string>

namespace alongside {

// The address, or nothing when no server can be had; then why_no_postgres() says the reason for MESSAGE("skipped: …").
std::optional<std::string> postgres_url();
std::string why_no_postgres();

// Ends every other session on the server, as a crash or a failover would.
void break_postgres_connections();

}  // namespace alongside
