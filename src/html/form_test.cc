#include "html/form.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace alongside::html {
namespace {

Form decision_form() {
  return {.action = Url::to("/eastmere/decisions/new"),
          .fields = {{.name = "title", .label = msg("What was decided"), .required = true},
                     {.name = "on", .kind = Kind::day, .label = msg("Day of the decision")},
                     {.name = "since", .kind = Kind::when, .label = msg("Since when")},
                     {.name = "visits", .kind = Kind::number, .label = msg("Visits")},
                     {.name = "cost", .kind = Kind::money, .label = msg("Cost")},
                     {.name = "sure", .kind = Kind::tick, .label = msg("Sure")},
                     {.name = "asked",
                      .kind = Kind::choices,
                      .label = msg("What"),
                      .choices = {choice("who", msg("Who")), choice("when", msg("When"))}},
                     {.name = "body",
                      .kind = Kind::choice,
                      .label = msg("Body"),
                      .choices = {choice_named("4", "Eastmere Council"), choice_named("5", "Saltway Trust")},
                      .values_are_numbers = true},
                     {.name = "options",
                      .kind = Kind::list,
                      .label = msg("Options"),
                      .group = {{.name = "title", .label = msg("Option")},
                                {.name = "why_not", .kind = Kind::words, .label = msg("Why not")}}}}};
}

FormValues only(std::string name, std::string value) {
  FormValues typed;
  typed.add(std::move(name), std::move(value));
  return typed;
}

std::string first_words(const Result<Json>& result) { return in_english(result.problems().list().front().expected); }

Result<Json> with_day(std::string day, std::string month, std::string year) {
  return form_to_json(
      FormValues({{"on.day", std::move(day)}, {"on.month", std::move(month)}, {"on.year", std::move(year)}}),
      decision_form());
}

}  // namespace

TEST_CASE("three boxes make a day, and a month may be a word") {
  CHECK(with_day("24", "11", "2026").value().canonical() == "{\"on\":\"2026-11-24\"}");
  CHECK(with_day(" 4", "March", "2024").value().canonical() == "{\"on\":\"2024-03-04\"}");
  CHECK(with_day("04", "sept", "2024").value().canonical() == "{\"on\":\"2024-09-04\"}");
  CHECK(with_day("", "", "").value().canonical() == "{}");
}

TEST_CASE("a day that is none is answered with what was found and what to do") {
  CHECK(first_words(with_day("31", "9", "2026")) == "September has 30 days. You wrote 31.");
  CHECK(first_words(with_day("29", "2", "2026")) == "That year February has 28 days. You wrote 29.");
  CHECK(first_words(with_day("1", "13", "2026")) == "A year has 12 months. You wrote 13.");
  CHECK(first_words(with_day("0", "1", "2026")) == "Days begin at 1. You wrote 0.");
  CHECK(first_words(with_day("1", "1", "26")) == "Write the year with four digits. You wrote 26.");
  CHECK(first_words(with_day("", "1", "2026")) == "Write the day too.");
  CHECK(first_words(with_day("4", "", "2026")) == "Write the month too.");
  CHECK(first_words(with_day("4", "5", "")) == "Write the year too, with four digits.");
  CHECK(first_words(with_day("four", "5", "2026")) == "Write the day as a number, such as 27.");
  CHECK(with_day("31", "9", "2026").problems().list().front().field == "on");
}

TEST_CASE("a day can be as vague as it is known where the form says so") {
  const auto since = [](std::string month, std::string year) {
    return form_to_json(
               FormValues({{"since.day", ""}, {"since.month", std::move(month)}, {"since.year", std::move(year)}}),
               decision_form())
        .value()
        .canonical();
  };
  CHECK(since("3", "2026") == "{\"since\":\"2026-03\"}");
  CHECK(since("", "1931") == "{\"since\":\"1931\"}");
}

TEST_CASE("what is typed gets the type that the field has") {
  const FormValues typed({{"visits", "12,000"},
                          {"cost", "£18.50"},
                          {"sure", "yes"},
                          {"asked", "who"},
                          {"asked", "when"},
                          {"body", "4"},
                          {"title", " Close it "},
                          {"form.key", "abc"}});
  CHECK(form_to_json(typed, decision_form()).value().canonical() ==
        "{\"asked\":[\"who\",\"when\"],\"body\":4,\"cost\":{\"currency\":\"GBP\",\"minor\":1850},\"sure\":true,"
        "\"title\":\" Close it \",\"visits\":12000}");
  CHECK(form_to_json(only("asked", "who"), decision_form()).value().canonical() == "{\"asked\":[\"who\"]}");
  const Result<Json> wrong = form_to_json(FormValues({{"visits", "many"}, {"cost", "1.5"}}), decision_form());
  CHECK(wrong.problems().list().size() == 2);
}

TEST_CASE("paths become lists, and items left empty close up") {
  const FormValues typed({{"options/0/title", "A"},
                          {"options/1/title", ""},
                          {"options/1/why_not", "  "},
                          {"options/2/title", "B"},
                          {"options/2/why_not", "No time."}});
  CHECK(form_to_json(typed).value().canonical() ==
        "{\"options\":[{\"title\":\"A\"},{\"title\":\"B\",\"why_not\":\"No time.\"}]}");
  CHECK(without_empty_items(typed).get("options/1/why_not") == "No time.");
  const FormValues ten({{"options/10/title", "K"}, {"options/9/title", "J"}});
  CHECK(form_to_json(ten).value().canonical() == "{\"options\":[{\"title\":\"J\"},{\"title\":\"K\"}]}");
}

TEST_CASE("too many fields, too deep, or a value that is a group too are refused") {
  FormValues many;
  for (std::size_t i = 0; i <= fields_max; ++i) many.add("f" + std::to_string(i), "x");
  CHECK(form_to_json(many).problems().has(Code::too_many));
  CHECK(form_to_json(only("a/b/c/d/e/f/g", "x")).problems().has(Code::malformed));
  CHECK(form_to_json(FormValues({{"a", "x"}, {"a/b", "y"}})).problems().has(Code::malformed));
  CHECK(form_to_json(FormValues({{"a/b", "x"}, {"a", "y"}})).problems().has(Code::malformed));
}

TEST_CASE("what a browser sends is read, and what it cannot have sent is refused") {
  const FormValues read = parse_urlencoded("title=Close+it%21&on.day=4&empty=&alone").value();
  CHECK(read.get("title") == "Close it!");
  CHECK(read.get("on.day") == "4");
  CHECK(read.find("alone") != nullptr);
  CHECK_FALSE(parse_urlencoded("a=%zz").ok());
  CHECK(rc::check("any bytes", [](const std::string& body) {
    const Result<FormValues> values = parse_urlencoded(body);
    if (values) (void)form_to_json(*values, decision_form());
  }));
}

TEST_CASE("nothing typed is lost, right or wrong, and each message stands at its field") {
  const FormValues typed({{"title", "\"Close\" <it>"},
                          {"on.day", "31"},
                          {"on.month", "9"},
                          {"on.year", "2026"},
                          {"visits", "many"},
                          {"asked", "when"},
                          {"body", "5"},
                          {"sure", "yes"},
                          {"options/0/title", ""},
                          {"options/1/title", "B"},
                          {"options/1/why_not", "a\nb"}});
  const Form form = decision_form();
  Problems problems = form_to_json(typed, form).problems();
  problems.add("options/0/why_not", Code::missing, msg("Say why not."));
  const std::string html = render(form, typed, problems, Say::english()).str();
  const auto has = [&html](std::string_view part) { return html.find(part) != std::string::npos; };
  CHECK(has("value=\"&quot;Close&quot; &lt;it&gt;\""));
  CHECK(has("name=\"on.day\" type=\"text\" value=\"31\""));
  CHECK(has("value=\"many\""));
  CHECK(has("value=\"when\" checked"));
  CHECK(has("value=\"5\" checked"));
  CHECK(has("value=\"yes\" checked"));
  CHECK(has(">a\nb</textarea>"));
  CHECK(has(
      "id=\"f-on-error\"><span class=\"nhsuk-u-visually-hidden\">Error: </span>September has 30 days. You wrote 31."));
  CHECK(has("id=\"f-options-0-why_not-error\""));
  const std::string summary = error_summary(form, problems, Say::english()).str();
  CHECK(summary.find("tabindex=\"-1\" autofocus") != std::string::npos);
  CHECK(summary.find("<a href=\"#f-on-day\">September has 30 days. You wrote 31.</a>") != std::string::npos);
  CHECK(summary.find("<a href=\"#f-options-0-why_not\">") != std::string::npos);
  CHECK(title_with_errors("Record a decision", problems, Say::english()) == "Error: Record a decision");
}

TEST_CASE("a password is never sent back") {
  const Form form{
      .fields = {{.name = "code", .kind = Kind::secret, .label = msg("Code"), .autocomplete = "current-password"}}};
  CHECK(render(form, only("code", "hunter2"), {}, Say::english()).str().find("hunter2") == std::string::npos);
}

TEST_CASE("Add another draws one more item and keeps the rest") {
  const FormValues typed({{"options/0/title", "A"}, {"form.add", "options"}});
  CHECK(asks_for_another(typed));
  const std::string html = render(decision_form(), typed, {}, Say::english()).str();
  CHECK(html.find("name=\"options/0/title\" type=\"text\" value=\"A\"") != std::string::npos);
  CHECK(html.find("name=\"options/1/title\"") != std::string::npos);
  CHECK(html.find("name=\"options/2/title\"") == std::string::npos);
}

TEST_CASE("a form for what is there already gives the same back") {
  const Json json =
      parse_json(
          "{\"asked\":[\"who\"],\"body\":5,\"cost\":{\"currency\":\"GBP\",\"minor\":1805},\"on\":\"2024-03-04\","
          "\"options\":[{\"title\":\"A\"},{\"title\":\"B\",\"why_not\":\"x\\ny\"}],\"since\":\"2024-03\",\"sure\":true,"
          "\"title\":\"Close it\",\"visits\":12}")
          .value();
  CHECK(form_to_json(values_of(decision_form(), json), decision_form()).value() == json);
}

}  // namespace alongside::html
