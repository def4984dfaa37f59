// How much the database has to do with what is asked of it, in steps of SQLite's own machine. Time differs from one run to the
// next; steps do not. Where two questions take the same steps and give the same answer, no clock tells them apart.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace alongside::whole {

// Of every database that this program opens from now on.
void watch_effort();

// Of what this thread asks meanwhile: "14 statements, 1203 steps".
std::string effort_of(const std::function<void()>& work);

// No clock tells these two apart: as many statements, and steps that differ by less than a millionth of a second. (A search in
// an index reads one row too many, which is somebody else's or none.)
bool takes_as_long(std::string_view one, std::string_view other);

}  // namespace alongside::whole
