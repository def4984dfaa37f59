// Journey 5: the keeper's Monday. What waits is read, sent, answered, passed on, put together, refused and registered,
// from one desk.
import { accessible, browser, check, choose, end, fits, join, serve } from './kit/walk.mjs';

for (const [script, width] of [[true, 1280], [false, 320]]) {
  const site = await serve();
  const how = `${width} px, ${script ? 'with' : 'without'} JavaScript`;
  const { page, end: close } = await browser(script, width);
  const words = async () => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  const see = async (what, why) => check((await words()).includes(what), `${why} (${how})`, `${page.url()}: ${(await words()).slice(0, 900)}`);
  const look = async (where) => {
    await fits(page, `${where} (${how})`);
    await accessible(page, `${where} (${how})`, script);
  };
  const send = () => page.locator('main form button[type=submit]').last().click();
  const open = (path) => page.goto(`${site.address}${path}`);
  await join(page, site.link, 'Keeper of the Monday');

  await open('/desk');
  await see('things wait, the oldest first', 'the desk says how much waits');
  const dates = await page.locator('main ol.ledger').first().locator('time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
  check(dates.length > 4 && dates.join() === [...dates].sort().join(), `the oldest question stands first (${how})`, dates.join(' '));
  await look('the desk');

  // A question in somebody's own words is read, then published.
  await page.getByRole('link', { name: 'A question to be read' }).first().click();
  const ask = new URL(page.url()).pathname.replace('/eastmere', '');
  await look('a question to be read');
  await open(`${ask}/publish`);
  await send();
  await see('Others can read it now', 'words that were read are published');

  // It is sent by copying the prepared letter; the clock runs.
  await open(`${ask}/letter`);
  await see('Eastmere Council', 'the letter is prepared');
  await look('the letter');
  await open(`${ask}/parts/1/send`);
  await send();
  await see('It is sent, and the clock runs', 'it is sent');

  // The reply is uploaded.
  await open(`${ask}/parts/1/reply`);
  await send();
  check((await page.title()).startsWith('Error:'), `an empty reply is refused (${how})`);
  await look('the reply with errors');
  await choose(page, 'What kind of reply it is', 'An answer');
  await page.getByLabel('Or the reply as a file').setInputFiles([{ name: 'reply.txt', mimeType: 'text/plain', buffer: Buffer.from('The buses moved in May.\nThe cabinet decided it.') }]);
  await send();
  await see('The buses moved in May.', 'the uploaded reply is published whole');

  // Passed on to another body, and a part for a third.
  const named = async (title) => {
    await open('/asks');
    return (await page.getByRole('link', { name: title }).first().getAttribute('href')).replace('/eastmere', '');
  };
  const line = await named('Who decided? Mereside Crisis Line');
  await open(`${line}/parts/1/pass-on`);
  await choose(page, 'Passed on to', 'Saltway Trust');
  await send();
  await see('Part 1 was passed on to this body', 'a part is passed on, with a clock of its own');
  await open(`${line}/split`);
  await choose(page, 'The body to ask', 'Eastmere Council');
  await send();
  await see('The new part is ready to be sent', 'a question is split');

  // What was asked before in other words is shown, and put together.
  const library = await named('Who decided? Harbour Road Library');
  await open('/search?q=Harbour+Road+Library');
  await page.getByRole('link', { name: 'Harbour Road Library', exact: true }).first().click();
  await page.getByRole('link', { name: 'Ask who decided' }).first().click();
  await page.getByLabel('Your question, in your own words').fill('Who took the decision to close my library in Harbour Road?');
  await send();
  const again = new URL(page.url()).pathname.replace('/eastmere', '');
  await see('Was it asked before, in other words? Question', 'what was asked before in other words is proposed');
  await look('a question that was asked before');
  await open(`${again}/merge`);
  await page.getByLabel('The number of the other question').fill(library.split('/').pop());
  await send();
  check(page.url().includes(library), `the question leads to the other one (${how})`, page.url());
  await see('2 people asked this', 'and both askers are counted');
  await open(again);
  check(page.url().endsWith(library), `its address leads there from now on (${how})`, page.url());

  // Refused, with a reason that is counted in public.
  await open('/ask');
  await page.getByLabel('What do you want to know about?').fill('Buy my watches');
  await page.getByLabel('Your question, in your own words').fill('Cheap watches.');
  await send();
  const advert = new URL(page.url()).pathname.replace('/eastmere', '');
  await open(`${advert}/refuse`);
  await page.getByLabel('It is an advertisement').check();
  await send();
  await open('/asks');
  await see('advertisement', 'why a question was refused is counted in public');
  check(!(await words()).includes('watches'), `what was refused is not shown (${how})`);

  // Bodies, offices and holders, by form and by table.
  await open('/bodies/new');
  await page.getByLabel('Name', { exact: true }).fill('Library Users’ Panel');
  await choose(page, 'What it is', 'Voluntary group or charity');
  await send();
  await see('Library Users’ Panel', 'a body is registered by form');
  await open('/import/offices');
  await page.locator('input[type=file]').setInputFiles([{ name: 'offices.csv', mimeType: 'text/csv',
    buffer: Buffer.from('body,office,holder,from\nLibrary Users’ Panel,Chair,Ines Holloway,2026-05-01\n') }]);
  await send();
  await see('Library Users’ Panel', 'offices and holders are registered by table');

  // Who may do what: an officer's standing ends.
  await open('/desk/people');
  await see('Keeper of the Monday', 'the keeper sees who may do what');
  await look('who may do what');
  check(page.broken.length === 0, `no page failed (${how})`, page.broken.join('; '));
  await close();
  await site.stop();
}
end();
