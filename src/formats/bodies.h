// What sources say of bodies, their offices and who holds them, and of the meetings where things are decided.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "formats/decisions.h"

namespace alongside::formats {

struct ReadBody {
  std::string source_id;
  std::string name;
  std::string short_name;
  std::string kind;     // the source's own words: "legislature", "Ausschuss"
  std::string part_of;  // source_id of the body it belongs to
  std::optional<When> from;
  std::optional<When> to;
  bool expired = false;   // no longer used, says the source
  bool is_party = false;  // Popolo lists parties as organisations: no body that decides
  std::size_t line = 0;
};

// A post of a body.
struct ReadOffice {
  std::string title;
  std::string body;  // source_id of its body, or the name where there is no id
  std::string body_name;
  std::string source_id;
  std::optional<When> from;
  std::optional<When> to;
  std::size_t line = 0;
};

// Somebody in a post. Two posts are two rows. Party, picture and private address are not read.
struct ReadHolder {
  std::string source_id;  // of the person
  std::string name;
  std::string office;  // "councillor", "Mayor"
  std::string body;
  std::string body_name;
  std::string ward;
  std::optional<When> from;
  std::optional<When> to;
  std::size_t line = 0;
};

struct ReadItem {
  std::string source_id;
  std::string number;  // as shown: "1.", "10.1"
  std::string title;
  std::vector<std::string> minutes;
  bool is_decision = false;  // its source marks it so
  std::string result;        // "Geändert beschlossen"
  std::vector<std::string> result_text;
  std::vector<Document> documents;
};

struct ReadMeeting {
  std::string source_id;
  std::string name;
  std::string body;  // a name, or the source_id of the body
  std::optional<When> on;
  std::string start;  // as written
  std::string status;
  std::vector<ReadItem> items;
};

struct Consultation {
  std::string meeting;
  std::string item;
  std::string role;  // "Beschlussfassung"
  Answer authoritative = Answer::not_known;
};
struct ReadPaper {
  std::string source_id;
  std::string title;
  std::string reference;
  std::string kind;
  std::optional<When> on;
  std::vector<Consultation> consultations;
  std::vector<Document> documents;
};

}  // namespace alongside::formats
