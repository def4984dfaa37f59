// Questions through the Writer: asked, read, sent, answered, judged; and who may.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "commons/ask/apply.h"
#include "commons/ask/clock.h"
#include "commons/ask/concern.h"
#include "commons/ask/reading.h"
#include "commons/decision/concern.h"
#include "commons/people/concern.h"
#include "commons/place/concern.h"
#include "commons/valued/concern.h"
#include "kernel/testing.h"

namespace alongside::ask {
namespace {

std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(people::concern());
  out.push_back(valued::concern());
  out.push_back(decision::concern());
  out.push_back(concern());
  return out;
}

Day day(const char* iso) { return *Day::parse(iso); }

struct Scene {
  kernel::TestPlace place{concerns(), Json::object({{"name", "Eastmere"}, {"sample", true}})};
  Index council = body("Eastmere Council");
  Index trust = body("Saltway Trust");

  Index body(const char* name) { return done("body register", Json::object({{"name", name}, {"body_kind", "council"}, {"decides", true}})); }
  Index done(const char* words, Json request) {
    const auto outcome = place.done(words, std::move(request));
    return outcome.acts.empty() ? Index{} : outcome.acts.front();
  }
  void visitor(const char* address = "somewhere") { place.as({.address_digest = address}); }
  // A question in somebody's own words, with the code that they were told.
  std::pair<Index, std::string> asked(const char* words = "Who decided to close the library?") {
    visitor("a visitor");
    const auto outcome = place.done("ask open", Json::object({{"about", council.value}, {"who", true}, {"words", words}}));
    place.as_keeper();
    return {outcome.acts.front(), outcome.told.find("code")->string()};
  }
  Index published() {
    const Index ask = asked().first;
    done("ask publish", of(ask));
    return ask;
  }
  Index sent(const char* on = "2026-11-02") {
    place.today_is(day(on));
    const Index ask = published();
    done("ask send", of(ask));
    return ask;
  }
  static Json of(Index ask) { return Json::object({{"ask", ask.value}}); }
  static Json at(Index ask, const char* on) { return Json::object({{"ask", ask.value}, {"on", on}}); }
  PartRow part(Index ask, int number = 1) {
    PartRow out;
    place.read([&](kernel::Reader& reader) { out = part_row(reader, ask, number).value(); });
    return out;
  }
  AskState state(Index ask) {
    AskState out{};
    place.read([&](kernel::Reader& reader) { out = ask_row(reader, ask)->state; });
    return out;
  }
  bool refuses(const char* words, Json request, Code code) { return place.order(words, std::move(request)).problems.has(code); }
};

}  // namespace

TEST_CASE("ticks about a registered thing are a question at once; own words wait until a person has read them") {
  Scene scene;
  scene.visitor();
  const Index ticks = scene.done("ask open", Json::object({{"about", scene.council.value}, {"who", true}}));
  CHECK(scene.state(ticks) == AskState::open);
  CHECK(scene.part(ticks).state == PartState::ready);
  CHECK(scene.part(ticks).body == scene.council);
  const Index words = scene.asked().first;
  CHECK(scene.state(words) == AskState::waiting);
  scene.place.read([&](kernel::Reader& reader) { CHECK(reader.words(words, "words").state == Text::State::withheld); });
  CHECK(scene.refuses("ask send", scene.of(words), Code::wrong_state));
  scene.done("ask publish", scene.of(words));
  CHECK(scene.part(words).state == PartState::ready);
  scene.place.read([&](kernel::Reader& reader) { CHECK(reader.words(words, "words").words == "Who decided to close the library?"); });
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("all that is wrong with a question is said at once") {
  Scene scene;
  scene.visitor();
  const auto outcome = scene.place.order("ask open", Json::object({{"about", 999}, {"body", 998}, {"follows", 997}, {"on", "2026-01-01"}}));
  CHECK(outcome.problems.list().size() == 5);
  CHECK(scene.refuses("ask open", Json::object({}), Code::missing));
}

TEST_CASE("five questions a day come from one address, and the keeper is not counted") {
  Scene scene;
  scene.visitor();
  const Json request = Json::object({{"about", scene.council.value}, {"who", true}});
  for (int i = 0; i < 5; ++i) scene.done("ask open", request);
  CHECK(scene.refuses("ask open", request, Code::too_many));
  scene.visitor("elsewhere");
  scene.done("ask open", request);
  scene.place.today_is(scene.place.today() + 2);
  scene.visitor();
  scene.done("ask open", request);
  scene.place.as_keeper();
  for (int i = 0; i < 7; ++i) scene.done("ask open", request);
}

TEST_CASE("a code opens its own question and no other, and stands nowhere in clear") {
  Scene scene;
  const auto [ask, code] = scene.asked();
  const auto [other, other_code] = scene.asked();
  scene.done("ask publish", scene.of(ask));
  scene.visitor();
  CHECK(scene.refuses("ask code", Json::object({{"code", "0000-0000-0000-0000-0000"}}), Code::not_found));
  const auto back = scene.place.done("ask code", Json::object({{"code", code}}));
  CHECK(back.then == "/asks/" + std::to_string(ask.value));
  CHECK(scene.refuses("ask withdraw", scene.of(ask), Code::not_allowed));  // not without the session
  scene.place.as({.session = back.told.find("session")->string()});
  CHECK(scene.refuses("ask withdraw", scene.of(other), Code::not_allowed));
  scene.done("ask withdraw", scene.of(ask));
  CHECK(scene.state(ask) == AskState::withdrawn);

  std::string plain = code;
  std::erase(plain, '-');
  scene.place.close();
  for (const auto& file : std::filesystem::recursive_directory_iterator(scene.place.files().folder)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    CHECK(bytes.str().find(code) == std::string::npos);
    CHECK(bytes.str().find(plain) == std::string::npos);
  }
}

TEST_CASE("a refused question gives its reason, and a merged one leads to the other") {
  Scene scene;
  const Index first = scene.published();
  const Index second = scene.asked().first;
  const Index third = scene.asked().first;
  CHECK(scene.refuses("ask refuse", scene.of(second), Code::missing));
  scene.done("ask refuse", Json::object({{"ask", second.value}, {"reason", "advert"}}));
  CHECK(scene.refuses("ask publish", scene.of(second), Code::wrong_state));
  CHECK(scene.refuses("ask refuse", Json::object({{"ask", first.value}, {"reason", "advert"}}), Code::wrong_state));
  CHECK(scene.refuses("ask merge", Json::object({{"ask", third.value}, {"into", second.value}}), Code::not_found));
  CHECK(scene.refuses("ask merge", Json::object({{"ask", first.value}, {"into", first.value}}), Code::out_of_range));
  scene.done("ask merge", Json::object({{"ask", third.value}, {"into", first.value}}));
  scene.place.read([&](kernel::Reader& reader) { CHECK(merged_into(reader, third) == first); });
  scene.visitor();
  CHECK(scene.refuses("ask publish", scene.of(third), Code::not_allowed));
  CHECK(scene.refuses("ask send", scene.of(first), Code::not_allowed));
  CHECK(scene.refuses("ask reply", Json::object({{"ask", first.value}, {"words", "x"}}), Code::not_allowed));
  scene.place.as_keeper();
  CHECK(scene.refuses("ask judge", Json::object({{"ask", first.value}, {"reply", 1}, {"answers", "no"}}), Code::not_allowed));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a part goes only the ways that it can, and each refusal says why") {
  Scene scene;
  scene.place.today_is(day("2026-11-02"));
  const Index ask = scene.published();
  for (const char* too_early : {"ask delivered", "ask bounced"}) CHECK(scene.refuses(too_early, scene.of(ask), Code::wrong_state));
  CHECK(scene.refuses("ask reply", Json::object({{"ask", ask.value}, {"words", "x"}}), Code::wrong_state));
  CHECK(scene.refuses("ask send", scene.at(ask, "2026-11-03"), Code::in_the_future));
  CHECK(scene.refuses("ask send", scene.at(ask, "2026-10-01"), Code::out_of_range));
  CHECK(scene.refuses("ask send", Json::object({{"ask", ask.value}, {"part", 2}}), Code::not_found));
  scene.done("ask send", scene.of(ask));
  CHECK(scene.refuses("ask send", scene.of(ask), Code::wrong_state));
  CHECK(scene.refuses("ask withdraw", scene.of(ask), Code::not_allowed));
  scene.done("ask bounced", scene.of(ask));
  CHECK(scene.part(ask).state == PartState::ready);
  CHECK_FALSE(scene.part(ask).sent_on.has_value());
  scene.done("ask send", scene.of(ask));
  scene.done("ask delivered", scene.of(ask));
  CHECK(scene.refuses("ask clarify", Json::object({{"ask", ask.value}, {"words", "x"}}), Code::wrong_state));
  scene.done("ask needs-reply", Json::object({{"ask", ask.value}, {"words", "Which library?"}}));
  CHECK(scene.refuses("ask pass-on", Json::object({{"ask", ask.value}, {"to", scene.trust.value}}), Code::wrong_state));
  scene.done("ask clarify", Json::object({{"ask", ask.value}, {"words", "Harbour Road."}}));
  CHECK(scene.part(ask).state == PartState::delivered);
  CHECK(scene.refuses("ask pass-on", Json::object({{"ask", ask.value}, {"to", scene.council.value}}), Code::out_of_range));
  scene.done("ask pass-on", Json::object({{"ask", ask.value}, {"to", scene.trust.value}}));
  CHECK(scene.part(ask).state == PartState::passed_on);
  CHECK(scene.part(ask, 2).body == scene.trust);
  CHECK(scene.part(ask, 2).passed_from == 1);
  CHECK(scene.refuses("ask reply", Json::object({{"ask", ask.value}, {"words", "x"}}), Code::wrong_state));
  scene.done("ask split", Json::object({{"ask", ask.value}, {"body", scene.council.value}, {"question", "What did it cost?"}}));
  CHECK(scene.part(ask, 3).state == PartState::ready);
  scene.done("ask send", Json::object({{"ask", ask.value}, {"part", 2}}));
  const auto file = [](const std::string& bytes) { return Json::object({{"base64", base64(bytes)}, {"name", "reply.txt"}}); };
  CHECK(scene.refuses("ask reply", Json::object({{"ask", ask.value}, {"part", 2}, {"file", file("%PDF\x01\xff")}}), Code::malformed));
  CHECK(scene.refuses("ask reply", Json::object({{"ask", ask.value}, {"part", 2}, {"file", file("a")}, {"words", "b"}}), Code::wrong_state));
  scene.done("ask reply", Json::object({{"ask", ask.value}, {"part", 2}, {"outcome", "no_record_held"}, {"file", file("We hold none.")}}));
  CHECK(scene.part(ask, 2).state == PartState::no_record_held);
  CHECK(scene.place.refold_difference() == "");
}

}  // namespace alongside::ask
