#include "faces/cli/output.h"

#include <unistd.h>

namespace alongside::cli {

void Output::say(const std::string& line) const {
  if (!as_json_) std::printf("%s\n", line.c_str());
}

int Output::done(Json document, const std::string& words) const {
  if (silent_) return exit_done;
  if (as_json_) {
    std::printf("%s\n", document.canonical().c_str());
  } else if (!words.empty()) {
    std::printf("%s\n", words.c_str());
  }
  return exit_done;
}

int Output::cannot(const Problems& problems) const {
  Json list = Json::array();
  for (const Problem& one : problems.list()) {
    if (!as_json_) std::fprintf(stderr, "%s\n", in_english(one).c_str());
    list.push(Json::object({{"code", name(one.code)}, {"expected", in_english(one.expected)}, {"field", one.field},
                            {"file", one.file}, {"found", one.found}, {"line", one.line}}));
  }
  if (as_json_) std::printf("%s\n", Json::object({{"problems", std::move(list)}}).canonical().c_str());
  return exit_cannot;
}

Bar::~Bar() {
  if (drawn_) std::fprintf(stderr, "\n");
}

bool Bar::at(std::int64_t done, std::int64_t total, const std::string& what) {
  if (quiet_ || total <= 0) return true;
  const int percent = static_cast<int>(done * 100 / total);
  if (percent == percent_) return true;
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  if (!terminal && percent / 25 == percent_ / 25 && percent_ >= 0) return true;
  percent_ = percent;
  constexpr int width = 30;
  std::string bar(static_cast<std::size_t>(percent * width / 100), '#');
  bar.resize(width, '.');
  std::fprintf(stderr, terminal ? "\r[%s] %lld of %lld %s" : "[%s] %lld of %lld %s\n", bar.c_str(), static_cast<long long>(done),
               static_cast<long long>(total), what.c_str());
  drawn_ = terminal;
  return true;
}

}  // namespace alongside::cli
