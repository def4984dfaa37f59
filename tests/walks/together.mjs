// Journeys 2 and 3 and the story of the library: a commissioner opens a piece of work; people come in by the page, by phone
// and on paper; they word the question together, say what they know, are answered, and say whether that answers them.
import ICAL from 'ical.js';
import { accessible, browser, check, choose, end, fits, join, serve, unfold } from './kit/walk.mjs';

// Two red dots.
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4z8AARAAI/gH/xp559wAAAABJRU5ErkJggg==', 'base64');

const day = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);
let site = await serve();
const keeper = await browser(true, 1280);
await join(keeper.page, site.link, 'Keeper of the walk');
const works = [];

for (const [script, width] of [[true, 1280], [false, 320]]) {
  const how = `${width} px, ${script ? 'with' : 'without'} JavaScript`;
  const officer = await browser(script, width);
  const person = await browser(script, width);
  const desk = script ? keeper : await browser(script, width);
  const see = async ({ page }, words, what) => {
    await unfold(page);
    const text = await page.locator('main').innerText();
    check(text.includes(words), `${what} (${how})`, `${page.url()}: ${text.slice(0, 900)}`);
  };
  const look = async ({ page }, where) => {
    await fits(page, `${where} (${how})`);
    await accessible(page, `${where} (${how})`, script);
  };
  const send = ({ page }) => page.locator('main form button[type=submit]').last().click();
  const go = async ({ page }, path) => page.goto(`${site.address}${path}`);

  // --- a commissioner opens a piece of work ---------------------------------------------------------------------------
  await join(officer.page, `${site.address}/join`, `Commissioner at ${width}`);
  await go(officer, '/me/officer');
  await choose(officer.page, 'The body that you act for', 'Eastmere Council');
  await send(officer);
  await keeper.page.goto(`${site.address}/desk`);
  await keeper.page.getByRole('link', { name: 'Approve' }).first().click();
  await keeper.page.locator('main form button[type=submit]').click();

  await go(officer, '/work');
  await officer.page.getByRole('link', { name: 'Open a piece of work' }).click();
  await send(officer);
  check((await officer.page.title()).startsWith('Error:'), `a work without a name is an error (${how})`, await officer.page.title());
  await look(officer, 'the form of a piece of work, with errors');
  await officer.page.getByLabel('What you call it').fill(`Evenings in Eastmere, ${width}`);
  await officer.page.getByLabel('What it is about').fill('What is there for people after six in the evening.');
  await choose(officer.page, 'Whose work it is', 'Eastmere Council');
  await choose(officer.page, 'Who will decide', 'Eastmere Council');
  await choose(officer.page, 'What that body has promised', 'To follow what is agreed, or say why not');
  await choose(officer.page, 'Is this to save money?', 'No');
  await choose(officer.page, 'Its steps', 'Analyse, plan, do, review');
  await officer.page.getByLabel('Last year’s paper').fill('We bought a crisis line and asked nobody.');
  await send(officer);
  const work = new URL(officer.page.url()).pathname.replace('/eastmere', '').split('?')[0];
  works.push(work);
  await see(officer, 'Being prepared. Nobody has been invited yet.', 'the work is open, and nobody is invited');
  await look(officer, 'a work that is prepared');

  await go(officer, `${work}/launch`);
  await send(officer);
  await see(officer, 'say who is told when something sounds like danger', 'nobody is invited until the launch list is whole, and the page says what is missing');
  await look(officer, 'the launch with what is missing');
  await go(officer, `${work}/prepare`);
  await officer.page.getByLabel('Who answers for it, and how to reach them').fill('Sam Okafor, 01632 960 140');
  await officer.page.getByLabel('Who reads what people write, for each day').fill('Eastmere Voluntary Action, every day');
  await officer.page.getByLabel('For which reasons words are refused').fill('Names of private people. Insults. Advertising.');
  await officer.page.getByLabel('Who is told when something sounds like danger').fill('Kim Tregear, 01632 960 155');
  await officer.page.getByLabel('What is paid, and when').fill('£25 an hour, within 10 days. Fares before.');
  await officer.page.getByLabel('How to take part without the internet').fill('Ring Sam. Somebody reads it back to you.');
  await officer.page.getByLabel('For how many days people can answer').fill('14');
  await send(officer);
  await go(officer, `${work}/question/first`);
  await officer.page.getByLabel('The question', { exact: true }).fill('How do we make better use of the crisis line?');
  await send(officer);
  await go(officer, `${work}/launch`);
  await send(officer);
  await see(officer, 'Step 1 of 4', 'people are invited, and the first step is open');
  await go(officer, `${work}/already`);
  await officer.page.getByLabel('What is already decided').fill('The sum of £84,000.');
  await officer.page.getByLabel('Why it was decided before people were asked').fill('The cabinet set it in March.');
  await send(officer);
  await see(officer, 'The sum of £84,000.', 'what is already decided stands on the page');

  // --- somebody comes in from the page, and words the question anew ------------------------------------------------------
  await join(person.page, `${site.address}/join`, `Ash at ${width}`);
  await go(person, work);
  await person.page.locator('main').getByRole('link', { name: 'Take part', exact: true }).click();
  await look(person, 'the choice of a side');
  await choose(person.page, 'I am here as', 'People who use services, and carers');
  await send(person);
  await see(person, 'You are here as', 'the page says on which side I am, to me');
  await look(person, 'a work for who takes part');
  await go(person, `${work}/question/new`);
  await person.page.getByLabel('The question, in your words').fill('What would you like to find open after six in the evening?');
  await person.page.getByLabel('Why you would ask it so').fill('I do not ring a line. I go where there is a light on.');
  await send(person);
  await go(desk, `${work}/question`);
  if (!script) await join(desk.page, `${site.address}/join`, `Reader at ${width}`);
  await go(keeper, `${work}/question`);
  await keeper.page.getByRole('link', { name: /^Publish wording/ }).first().click();
  await keeper.page.locator('main form button[type=submit]').last().click();
  await go(person, `${work}/question`);
  await see(person, 'What would you like to find open after six in the evening?', 'the other words stand on the page once a person has read them');
  await look(person, 'the question');

  // --- the letter that is sent: its code leads to the work ---------------------------------------------------------------
  await go(officer, `${work}/letter`);
  await see(officer, 'What is already decided', 'the letter says what is decided');
  await look(officer, 'a letter to print');
  const code = (await officer.page.locator('.code-box').innerText()).trim();
  await go(person, '');
  await person.page.getByLabel('What do you want to know about?').fill(code);
  await person.page.getByRole('button', { name: 'Find out or ask' }).click();
  check(new URL(person.page.url()).pathname.endsWith(work), `the code of the letter, in the first box, leads to the work (${how})`, person.page.url());

  // --- by phone and on paper: twenty people, two of them typed twice ------------------------------------------------------
  if (script) {
    const sheet = [...Array(20).keys()].map((n) => ({ name: `Sheet ${n + 1}`, reach: `01632 960 2${String(n).padStart(2, '0')}` }));
    const typed = [...sheet, { name: 'sheet 3', reach: '+44 1632 960202' }, { name: 'Sheet 7', reach: '(01632) 960206' }];
    for (const [n, one] of typed.entries()) {
      await go(keeper, '/desk/typing');
      await keeper.page.getByLabel('What they want to be called').fill(one.name);
      await keeper.page.getByLabel('Their telephone number or address').fill(one.reach);
      await choose(keeper.page, 'How they take part', n % 2 ? 'By phone' : 'On paper');
      await keeper.page.getByLabel(/they agreed that I type for them/).check();
      await send(keeper);
      if (n === 0) {
        await see(keeper, 'You are typing for Sheet 1.', 'each page says for whom I type');
        await see(keeper, 'code', 'a new person’s code is there for their letter');
        await look(keeper, 'typing for somebody');
      }
      await go(keeper, `${work}/part`);
      await choose(keeper.page, 'I am here as', n % 20 < 12 ? 'People who use services, and carers' : 'People acting for an organisation');
      await send(keeper);
      await go(keeper, `${work}/question/choose`);
      if (await keeper.page.getByLabel('Which words').count()) {
        await keeper.page.getByLabel('Which words').selectOption({ index: (await keeper.page.getByLabel('Which words').locator('option').count()) - 1 });
      } else {
        await keeper.page.getByRole('group', { name: 'Which words' }).getByRole('radio').last().check();
      }
      await choose(keeper.page, 'Should it be asked in these words?', n % 20 < 18 ? 'Yes' : 'No');
      await send(keeper);
      await go(keeper, '/desk/typing/end');
      await send(keeper);
    }
    await go(keeper, '/desk');
    check(await keeper.page.getByRole('heading', { level: 1, name: 'Your desk' }).isVisible(), `who typed is themselves again (${how})`, keeper.page.url());
  }

  // --- somebody speaks by phone ------------------------------------------------------------------------------------------
  await go(person, `${work}/said/give`);
  await look(person, 'saying something');
  await choose(person.page, 'What it is', 'A story: what happened to me');
  await person.page.getByLabel('In your own words').fill('I walk round the harbour at night because nothing is open. There is a man with a dog who nods.');
  await send(person);
  await see(person, 'There is a man with a dog who nods.', 'what I said is on my own page, and waits');
  await look(person, 'what I said');
  await go(officer, `${work}/reading`);
  check((await officer.page.locator('main').innerText()).includes('not open to you'), `whoever acts for the body reads nothing first (${how})`);
  await go(keeper, `${work}/reading`);
  await see(keeper, 'There is a man with a dog who nods.', 'the keeper reads it first');
  await look(keeper, 'the reading');
  await keeper.page.getByRole('link', { name: /^Publish/ }).first().click();
  await keeper.page.locator('main form button[type=submit]').last().click();
  await go(officer, `${work}/said`);
  await see(officer, 'There is a man with a dog who nods.', 'it is published');
  await look(officer, 'what people said');
  await go(officer, `${work}/said/answer`);
  await officer.page.getByRole('group', { name: 'What you answer' }).getByRole('checkbox').first().check();
  await choose(officer.page, 'What became of it', 'Taken up in part');
  await officer.page.getByLabel('What you did, or why not').fill('A light is on at the café until eight from May. Not later: we could not find the pay.');
  await officer.page.getByLabel('Who signs').fill('Sam Okafor, commissioning manager');
  await officer.page.getByLabel('How to reach them').fill('01632 960 140');
  await look(officer, 'answering');
  await send(officer);
  await go(person, '/me/said');
  await see(person, 'A light is on at the café until eight from May.', 'my answer is on my own page, signed');
  await person.page.locator('main a[href*="/judge"]').first().click();
  await choose(person.page, 'Does it answer what you said?', 'This does not answer me');
  await send(person);
  await go(person, `${work}/said`);
  await see(person, 'Open again', 'an answer that does not answer opens it again, in public');

  // --- danger goes another way -------------------------------------------------------------------------------------------
  await go(person, `${work}/said/give`);
  await choose(person.page, 'What it is', 'A story: what happened to me');
  await person.page.getByLabel('In your own words').fill('Some nights I do not want to wake up.');
  await send(person);
  await go(keeper, `${work}/reading`);
  await keeper.page.getByRole('link', { name: /danger/i }).first().click();
  await keeper.page.getByLabel('Who was told').fill('Kim Tregear, 01632 960 155');
  await keeper.page.locator('main form button[type=submit]').last().click();
  await go(person, '/me/said');
  await see(person, 'not a crisis service', 'the page says at once what there is, and that this is no crisis service');
  await go(officer, `${work}/said`);
  check(!(await officer.page.content()).includes('do not want to wake up'), `what sounded like danger is nowhere in public (${how})`);

  // --- and so it does with other words for the question ------------------------------------------------------------------
  await go(person, `${work}/question/new`);
  await person.page.getByLabel('The question, in your words').fill('Why should I go on?');
  await person.page.getByLabel('Why you would ask it so').fill('I ask myself.');
  await send(person);
  await go(keeper, `${work}/question`);
  await keeper.page.getByRole('link', { name: 'It sounds like danger' }).last().click();
  await keeper.page.getByLabel('Who was told').fill('Kim Tregear, 01632 960 155');
  await look(keeper, 'saying who was told');
  await keeper.page.locator('main form button[type=submit]').last().click();
  await see(keeper, 'It is kept back until that is over', 'other words that sound like danger are kept back too');
  await go(keeper, `${work}/reading`);
  await see(keeper, 'Why should I go on?', 'and stand with the dangers, with who was told');
  await look(keeper, 'the dangers');
  await go(person, `${work}/question`);
  await see(person, 'not a crisis service', 'and whoever wrote them sees where there is help');
  await go(officer, `${work}/question`);
  check(!(await officer.page.content()).includes('Why should I go on?'), `nothing of it is in public (${how})`);

  // --- a picture -------------------------------------------------------------------------------------------------------------
  await go(person, `${work}/said/give`);
  await choose(person.page, 'What it is', 'A story: what happened to me');
  await person.page.locator('input[type=file]').setInputFiles({ name: 'dots.png', mimeType: 'image/png', buffer: picture });
  await person.page.getByLabel('What is in the file, in words').fill('Two red lamps on the quay.');
  await send(person);
  await go(keeper, `${work}/reading`);
  await keeper.page.getByRole('link', { name: /^Publish/ }).first().click();
  await keeper.page.locator('main form button[type=submit]').last().click();
  await go(person, `${work}/said`);
  await person.page.locator('.entry', { hasText: 'Two red lamps on the quay.' }).locator('a[href*="/said/"]', { hasText: 'Read it' }).click();
  const seen = await person.page.getByRole('img', { name: 'Two red lamps on the quay.' }).waitFor({ timeout: 10000 }).then(() => true, () => false);
  check(seen, `the picture is seen where it stands, with its words (${how})`);
  if (script) check(await person.page.locator('img.upload').evaluate((one) => one.decode().then(() => one.naturalWidth)) === 2, 'and the browser can show it');
  await look(person, 'what was said with a picture');

  // --- a meeting -----------------------------------------------------------------------------------------------------------
  await go(officer, `${work}/meetings/new`);
  await officer.page.getByLabel('What it is about').fill('What is open in the evening');
  await officer.page.getByLabel('Day').fill(day(9).slice(8));
  await officer.page.getByLabel('Month').fill(day(9).slice(5, 7));
  await officer.page.getByLabel('Year').fill(day(9).slice(0, 4));
  await officer.page.getByLabel('From', { exact: true }).fill('14:00');
  await officer.page.getByLabel('To', { exact: true }).fill('16:00');
  await officer.page.getByLabel('Where').fill('St Olave’s Hall');
  await officer.page.getByLabel('How to take part by phone').fill('Ring 01632 960 140 at two.');
  await send(officer);
  await see(officer, 'St Olave’s Hall', 'the meeting is called');
  await look(officer, 'a meeting');
  const calendar = await officer.page.request.get(`${officer.page.url().split('?')[0]}.ics`);
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(await calendar.text())).getFirstSubcomponent('vevent'));
  const begins = event.startDate.toJSDate().toLocaleString('en-GB', { timeZone: 'Europe/London' });
  check(event.summary === 'What is open in the evening' && event.location === 'St Olave’s Hall' && begins.endsWith('14:00:00') && event.duration.toString() === 'PT2H',
    `somebody else's calendar reads the meeting: what, where, when, how long (${how})`, `${event.summary}, ${event.location}, ${begins}, ${event.duration}`);

  // --- a fare, before the meeting ----------------------------------------------------------------------------------------------
  const meeting = new URL(officer.page.url()).pathname.replace('/eastmere', '');
  await go(person, meeting);
  await person.page.getByRole('link', { name: 'Ask for your fare or your pay' }).click();
  await send(person);
  check((await person.page.title()).startsWith('Error:'), `a fare without a sum is an error (${how})`, await person.page.title());
  await look(person, 'asking for a fare, with errors');
  await choose(person.page, 'What it is for', 'My fare');
  await person.page.locator('[name="sum"], [name="sum/minor"]').first().fill('4.20');
  await person.page.getByLabel('How you want to have it').fill('In cash, before two');
  await send(person);
  await see(person, '£4.20 waits to be paid to you.', 'I asked for my fare');
  await look(person, 'what I am paid');
  await go(officer, '/desk/pay');
  check((await officer.page.locator('main').innerText()).includes('not open to you'), `whoever acts for the body does not see who is paid (${how})`);
  await go(keeper, '/desk');
  await keeper.page.getByRole('link', { name: 'To be paid' }).click();
  await look(keeper, 'what waits to be paid');
  await keeper.page.getByRole('link', { name: 'It is paid', exact: true }).first().click();
  await keeper.page.locator('main form button[type=submit]').last().click();
  await go(person, '/me/pay');
  await see(person, '9 days before the meeting.', 'it was paid before the meeting, and the day stands there');

  for (const one of [officer, person, ...(script ? [] : [desk])]) await one.end();
}

// --- fifteen days later: the room has worded the question -----------------------------------------------------------------
await keeper.end();
site = await site.goOn(day(15));
const reader = await browser(true, 1280);
await reader.page.goto(`${site.address}${works[0]}/question`);
const words = await reader.page.locator('main').innerText();
check(words.includes('What would you like to find open after six in the evening?'), 'the words of the room are the question');
const told = JSON.parse(await (await reader.page.request.get(`${site.address}${works[0]}/question.json`)).text());
const closed = told.wordings.find((one) => one.sides?.length);
const answered = Object.fromEntries((closed?.sides ?? []).map((one) => [one.side, one.answered]));
check(answered.lived === 12 && answered.office === 8, 'twenty people on paper and by phone, two typed twice, are counted once each', JSON.stringify(closed));
await accessible(reader.page, 'the agreed question', true);

// --- choices, what the room agrees, and what the body makes of it ------------------------------------------------------------
const again = async (name) => {
  const one = await browser(true, 1280);
  await one.page.goto(`${site.address}/sign-in`);
  await one.page.getByLabel('Your name here').fill(name);
  await one.page.getByLabel('Your passphrase').fill('seven wet herons wait for the ferry');
  await one.page.locator('main form button[type=submit]').click();
  return one;
};
const submit = ({ page }) => page.locator('main form button[type=submit]').last().click();
const officer = await again('Commissioner at 1280');
const writer = officer.page;
for (const [name, what] of [['A café that is open until ten', 'The café opens every night from six to ten.'], ['More hours on the crisis line', 'The line answers until two.']]) {
  await writer.goto(`${site.address}${works[0]}/options/new`);
  await writer.getByLabel('What you call this choice').fill(name);
  await writer.locator('[name=what]').fill(what);
  await writer.getByLabel('What it keeps').fill('Somewhere to go at night.');
  await writer.getByLabel('What it ends, and for whom').fill('Nothing.');
  await submit(officer);
}
await writer.goto(`${site.address}${works[0]}/options/put`);
for (const box of await writer.locator('main form input[type=checkbox]').all()) await box.check();
await accessible(writer, 'putting choices to people', true);
await submit(officer);
check((await writer.locator('main').innerText()).includes('2 of 2 choices were put to people'), 'the choices are put to people', await writer.locator('main').innerText());
await accessible(writer, 'the choices', true);
await writer.goto(`${site.address}${works[0]}/agreements/new`);
await writer.getByLabel('The sentence').fill('A café should be open until ten at night.');
await writer.getByLabel('A café that is open until ten').check();
await accessible(writer, 'asking the room', true);
await submit(officer);
const agreement = new URL(writer.url()).pathname.replace('/eastmere', '').split('?')[0];
check(/agreements\/\d+$/.test(agreement), 'the room is asked', writer.url());

const typist = await again('Keeper of the walk');
for (const n of Array(20).keys()) {
  await typist.page.goto(`${site.address}/desk/typing`);
  await typist.page.getByLabel('What they want to be called').fill(`Sheet ${n + 1}`);
  await typist.page.getByLabel('Their telephone number or address').fill(`01632 9602${String(n).padStart(2, '0')}`);
  await choose(typist.page, 'How they take part', 'On paper');
  await typist.page.getByLabel(/they agreed that I type for them/).check();
  await submit(typist);
  await typist.page.goto(`${site.address}${agreement}/vote`);
  if (n === 0) {
    await accessible(typist.page, 'the three equal answers', true);
    await fits(typist.page, 'the three equal answers');
    await typist.page.getByRole('button', { name: 'I do not agree' }).click();  // and thinks again
    await typist.page.goto(`${site.address}${agreement}/vote`);
  }
  await typist.page.getByRole('button', { name: n === 11 ? 'I do not agree' : 'I agree', exact: true }).click();
  await typist.page.goto(`${site.address}/desk/typing/end`);
  await submit(typist);
}
await typist.end();
await officer.end();
site = await site.goOn(day(31));
const after = await again('Commissioner at 1280');
await after.page.goto(`${site.address}${agreement}`);
const room = JSON.parse(await (await after.page.request.get(`${site.address}${agreement}.json`)).text());
const sides = Object.fromEntries((room.sides ?? []).map((one) => [one.side, `${one.consented} ${one.answered}`]));
check(sides.lived === 'agreed 12' && sides.office === 'agreed 8', 'each side agreed, each person counted once, and a change of mind before the close replaced', JSON.stringify(room.sides));
await accessible(after.page, 'what the room agreed', true);
await after.page.goto(`${site.address}${agreement}/decide`);
await submit(after);
check((await after.page.title()).startsWith('Error:'), 'a decision without an outcome is an error', await after.page.title());
await accessible(after.page, 'the form of what the body decided, with errors', true);
await choose(after.page, 'What the body made of the agreement', 'It departed from it, because');
await after.page.locator('[name="points/0/about"]').fill('The hour');
await after.page.locator('[name="points/0/because"]').fill('There is no late bus until May, so it closes at nine.');
await after.page.locator('[name=title]').fill('An evening café, open until nine');
await choose(after.page, 'Who decided', 'A meeting');
await submit(after);
await after.page.goto(`${site.address}${agreement}`);
const outcome = await after.page.locator('main').innerText();
check(outcome.includes('There is no late bus until May') && outcome.includes('departed'), 'the council departed, because: point by point, beside the agreement', outcome.slice(0, 1200));
check(!outcome.includes('followed it'), 'a departure is never shown as followed');
await accessible(after.page, 'the agreement with what the body decided', true);
await after.page.goto(`${site.address}${agreement}/notice`);
check((await after.page.locator('main').innerText()).includes('An evening café, open until nine'), 'the notice comes from the same form');
await accessible(after.page, 'the notice', true);
await after.page.goto(`${site.address}${works[0]}`);
await after.page.getByRole('link', { name: 'The pack: what the law asks of it, to print' }).click();
await after.page.waitForURL(/\/pack$/);
const pack = await after.page.locator('main').innerText();
check(pack.includes('departed from it') && pack.includes('Not on the record'), 'the pack is there with nothing typed for it, its gaps in words', pack.slice(0, 900));
await accessible(after.page, 'the pack', true);
await fits(after.page, 'the pack');
await after.end();

// --- the story of the library ---------------------------------------------------------------------------------------------
await reader.page.goto(`${site.address}/work`);
check((await reader.page.locator('main').innerText()).includes('came in at step 3 of 4, on day 251'), 'the list says when people came in');
await accessible(reader.page, 'pieces of work', true);
await reader.page.getByRole('link', { name: 'Harbour Road: a place for recovery' }).click();
check((await reader.page.locator('main').innerText()).includes('4 of 5 decisions had been taken by then'), 'four of the five decisions had been taken by then');
await reader.page.getByRole('link', { name: /Put it beside/ }).first().click();
await reader.page.goto(reader.page.url());
check((await reader.page.locator('main').innerText()).includes('Two pieces of work, side by side'), 'the two stand side by side', reader.page.url());
await accessible(reader.page, 'two pieces of work', true);
await fits(reader.page, 'two pieces of work');
await reader.end();
check((await site.stop()) === 0, 'the program ends well');
end();
