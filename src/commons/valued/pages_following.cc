#include "commons/valued/following.h"
#include "commons/valued/pages.h"

namespace alongside::valued {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

std::vector<Html> short_answer(const PlacesPage& view, const Say& say) {
  const auto of = static_cast<std::int64_t>(view.places.size());
  if (of == 0) return {say("You follow no place yet.")};
  const html::Args touched = {{"touched", view.touched()}};
  if (view.touched() == 0) {
    return {say.count("No choice that is open now would touch the place that you follow.", "No choice that is open now would touch any of the {n} places that you follow.", of)};
  }
  return {say.count("A choice would touch the place that you follow.", "A choice would touch {touched} of the {n} places that you follow.", of, touched),
          say("If you use a place, you are a side of that choice.")};
}

Html followed(const FollowedLine& one, const Showing& at) {
  const Say& say = at.say;
  const std::string name = name_or(one.line.name, say);
  Html out = html::h2(a(at.to(path_of(one.line.valued)), name), "place-" + std::to_string(one.line.valued.value));
  out += html::p(now_in_words(one.line, say));
  for (const AboutIt& about : one.about) out += about.line.html(at);
  if (one.about.empty()) out += html::p(say("Nothing that would touch it is on the record."));
  out += html::small(say("You follow it since {day}.", {{"day", one.followed_since}}));
  return out + html::links({a(at.to(path_of(one.line.valued) + "/unfollow"), say("Stop following {place}", {{"place", name}}))});
}

}  // namespace

std::string title(const PlacesPage&, const Say& say) { return say.plain("Places I follow"); }

Html show(const PlacesPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)), say("Only you can see this page"));
  out += html::answer(say, short_answer(view, say), say("Nobody can see who follows a place, or how many do."));
  for (const FollowedLine& one : view.places) out += followed(one, at);
  if (view.places.empty()) out += html::p(say("Open the page of a place or group that you would miss, and follow it. What would touch it then stands here."));
  return out + html::links({a(at.to("/valued"), say("Places and groups people value")), a(at.to("/me"), say("My page"))});
}

}  // namespace alongside::valued
