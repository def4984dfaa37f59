// ModernGov, the system of most English councils: saved pages and the XML of its web service.
//
// There is no service for decisions, so they are read from pages that anyone can save. Markup, from real pages: the
// title in h2.mgSubTitleTxt; span.mgLabel with its value after it; sections under h3.mgSubSubTitleTxt in
// div.mgWordPara. What surrounds them is ignored. Labels are told apart without case, colon, question mark, and in
// their plural and older spellings; `labels.h` holds them all.
#pragma once

#include "formats/read.h"

namespace alongside::formats {

Result<Read> read_decision_page(const File& file);   // ieDecisionDetails.aspx
Result<Read> read_decisions_list(const File& file);  // mgDelegatedDecisions.aspx, V=0 and V=1
Result<Read> read_issue_text(const File& file);      // mgDecisionDetails.aspx?IId=&Opt=1
Result<Read> read_issue_page(const File& file);      // mgIssueHistoryHome.aspx: something coming
Result<Read> read_plan_page(const File& file);       // mgListPlanItems.aspx: a forward plan
Result<Read> read_committees_xml(const File& file);  // bodies
Result<Read> read_meeting_xml(const File& file);     // a meeting; items that it marks as decisions become decisions too

// The identity in an address of ModernGov: "ID=13567", "AIId=23143" or "IId=6535", wherever it stands and however it is
// spelt; a session in the path is no part of it. Empty: none.
std::string source_id_of(std::string_view address);

}  // namespace alongside::formats
