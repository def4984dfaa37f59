// An invented decision as a council's website shows it, as a browser saves it.
const british = (day) => `${String(day.getDate()).padStart(2, '0')}/${String(day.getMonth() + 1).padStart(2, '0')}/${day.getFullYear()}`;

// A day so many days from now, not on a weekend.
export function near(days) {
  const day = new Date();
  day.setDate(day.getDate() + days);
  while (day.getDay() === 0 || day.getDay() === 6) day.setDate(day.getDate() + (days < 0 ? -1 : 1));
  return day;
}

export function savedDecision({ number, title, what, decided = near(-2), published = near(-1) }) {
  const html = `<!DOCTYPE html><html><head><title>Decision - ${title}</title></head><body>
<div class="mgHeader"><h1 class="mgMainTitleTxt">Decision details</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt">${title}</h2></div>
<ul class="mgActionList"><li><a href="mgIssueHistoryHome.aspx?IId=${number}&amp;Opt=0">Find out more about this issue</a></li></ul>
<div class="mgContent">
<p><span class="mgLabel">Reference: </span>E/${number}</p>
<p><span class="mgLabel">Decision Maker: </span>Cabinet member, libraries</p>
<p><span class="mgLabel">Decision status: </span>Recommendations Approved</p>
<p><span class="mgLabel">Is Key decision?: </span>Yes</p>
<p><span class="mgLabel">Is subject to call in?: </span>Yes</p>
<h3 class="mgSubSubTitleTxt">Purpose:</h3>
<div class="mgWordPara"><p>To decide how the reading room is used.</p></div>
<h3 class="mgSubSubTitleTxt">Decision:</h3>
<div class="mgWordPara"><p>${what}</p>
<p><b>Reason for decision</b></p>
<p>Few people came on Mondays.</p></div>
<p><span class="mgLabel">Wards Affected: </span>Harbour;</p>
<p><span class="mgLabel">Publication date: </span>${british(published)}</p>
<p><span class="mgLabel">Date of decision: </span>${british(decided)}</p>
</div></body></html>`;
  return { name: `ieDecisionDetails.aspx-${number}.html`, mimeType: 'text/html', buffer: Buffer.from(html) };
}
