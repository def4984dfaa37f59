// Journey 4: a democratic services officer drops saved pages, sees what was read and what is missing, takes over what
// stands in the text, publishes; the status moves; a wrong paper is withdrawn; a correction leaves both wordings.
import { accessible, browser, check, choose, end, fits, join, serve, unfold } from './kit/walk.mjs';
import { near, savedDecision } from './kit/saved_page.mjs';

const site = await serve();
const keeper = await browser(true, 1280);
await join(keeper.page, site.link, 'Keeper of the walk');

for (const [script, width] of [[true, 1280], [false, 320]]) {
  const how = `${width} px, ${script ? 'with' : 'without'} JavaScript`;
  const { page, end: close } = await browser(script, width);
  const see = async (words, what) => {
    await unfold(page);
    check((await page.locator('main').innerText()).includes(words), `${what} (${how})`,
      `${page.url()}: ${(await page.locator('main').innerText()).slice(0, 700)}`);
  };
  const look = async (where) => {
    await fits(page, `${where} (${how})`);
    await accessible(page, `${where} (${how})`, script);
  };
  const send = () => page.locator('main form button[type=submit]').last().click();

  // She joins and asks to act for the council; the keeper says yes.
  await join(page, `${site.address}/join`, `Clerk at ${width}`);
  await page.goto(`${site.address}/me/officer`);
  await choose(page, 'The body that you act for', 'Eastmere Council');
  await send();
  await see('The keeper has to say yes', 'an account that asks to act for a body waits for the keeper');
  await keeper.page.goto(`${site.address}/desk`);
  await keeper.page.getByRole('link', { name: 'Approve' }).first().click();
  await keeper.page.locator('main form button[type=submit]').click();
  await page.goto(`${site.address}/me`);
  await see('an officer of a body', 'the officer is told that the keeper said yes');

  // Pages dropped on one form.
  const number = script ? 71001 : 72001;
  const title = `Monday hours of the reading room, ${width}`;
  const saved = savedDecision({ number, title, what: 'That the reading room close on Mondays.' });
  await page.goto(`${site.address}/me`);
  await page.getByRole('link', { name: 'Read decisions from pages you saved' }).click();
  await look('the form for saved pages');
  await send();
  check((await page.title()).startsWith('Error:'), `a form without a page says so (${how})`, await page.title());
  await page.getByLabel('The pages').setInputFiles([saved]);
  await choose(page, 'Whose decisions these are', 'Eastmere Council');
  await send();
  await see('11 fields read, 4 missing: reasons, other choices, interests, power used', 'she is told how many fields were read, and which are missing');
  await see('Few people came on Mondays.', 'words of the text are offered');
  await look('the draft');

  await page.getByRole('link', { name: 'Take these words as: reasons' }).click();
  check((await page.getByLabel('The reasons').inputValue()) === 'Few people came on Mondays.', `the offered words stand in the form (${how})`);
  await page.getByLabel('Interests that were declared').fill('None of us uses the room.');
  await page.getByLabel('The page says that none were declared').check();
  await send();
  check((await page.title()).startsWith('Error:'), `interests and none of them at once is an error (${how})`);
  await look('the correction with an error');
  await page.getByLabel('Interests that were declared').fill('');
  await send();
  await see('2 missing: other choices, power used', 'what she put right is not missing any more');

  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByLabel('I am an officer of this body').check();
  await look('publishing');
  await send();
  await page.getByRole('link', { name: title }).first().click();
  const decision = page.url().split('?')[0];
  await see('Few people came on Mondays.', 'the decision is on the record with its reasons');
  await see('It can still be called in, until', 'the page says until when it can be called in');
  await look('the decision');

  // The same page again; then a page that reads otherwise.
  const drop = async (file) => {
    await page.goto(`${site.address}/import/decisions`);
    await page.getByLabel('The pages').setInputFiles([file]);
    await choose(page, 'Whose decisions these are', 'Eastmere Council');
    await send();
  };
  await drop(saved);
  await see('All of it is on the record already', 'the same page twice changes nothing');
  await page.getByRole('link', { name: 'Drop this draft' }).click();
  await send();
  await see('Nothing waits to be looked over', 'a draft can be dropped');
  await drop(savedDecision({ number, title, what: 'That the reading room close on Mondays and Fridays.' }));
  await see('reads otherwise now', 'a page that changed since is told');
  await page.getByRole('button', { name: 'Publish' }).click();
  await send();
  await page.goto(decision);
  await see('close on Mondays.', 'the first wording stays');
  await see('close on Mondays and Fridays.', 'and the later one stands beside it');

  // Its status moves.
  const status = async (event, reason = '') => {
    await page.goto(`${decision}/status`);
    await page.getByLabel(event, { exact: true }).check();
    if (reason) await page.getByLabel(/^Why/).fill(reason);
    await send();
  };
  await status('Councillors called it in');
  await see('Called in', 'it is called in');
  await look('the decision that is called in');
  await status('It was withdrawn');
  check((await page.title()).startsWith('Error:'), `a withdrawal without a reason is refused (${how})`, page.url());
  await status('It was withdrawn', 'The wrong paper was published.');
  await see('The wrong paper was published.', 'it is withdrawn, with the reason in public');

  // A correction beside the first wording.
  await page.goto(`${decision}/correct`);
  await choose(page, 'Which part', 'The title');
  await page.getByLabel('How it should read').fill(`Hours of the reading room, ${width}`);
  await send();
  await see(`Hours of the reading room, ${width}`, 'a correction is on the record');
  await see(title, 'and the first wording stays');

  // What was announced becomes the decision, at the same address.
  await page.goto(`${site.address}/coming/new`);
  await choose(page, 'The body that will decide', 'Eastmere Council');
  await page.getByLabel('What is to be decided, in a few words').fill(`A new roof, ${width}`);
  await send();
  const announced = page.url().split('?')[0];
  await see(`A new roof, ${width}`, 'a decision is announced');
  await look('what is announced');
  await page.getByRole('link', { name: 'Record that it was taken' }).click();
  await page.getByLabel('What was decided, in the body’s words').fill('That the roof be renewed.');
  await send();
  check(page.url().split('?')[0] === announced, `the announcement became the decision, at the same address (${how})`, page.url());
  await see('That the roof be renewed.', 'with what was decided');

  // A body that is missing: she proposes it, the keeper sends the filled form.
  const body = `Reading room users, ${width}`;
  await page.goto(`${site.address}/me`);
  await page.getByRole('link', { name: 'Propose a body that is missing' }).click();
  await page.getByLabel('Name', { exact: true }).fill(body);
  await choose(page, 'What it is', 'Voluntary group or charity');
  await look('the form that proposes');
  await page.getByRole('button', { name: 'Propose this' }).click();
  await see('The keeper has not looked at it yet.', 'what she proposes waits for the keeper');
  await look('what she proposed');
  await keeper.page.goto(`${site.address}/desk`);
  await keeper.page.getByRole('link', { name: 'Register a body' }).first().click();
  check((await keeper.page.locator('main').innerText()).includes(`Clerk at ${width} proposed this`), `the keeper sees who proposed it (${how})`);
  check((await keeper.page.getByLabel('Name', { exact: true }).inputValue()) === body, `and the filled form (${how})`);
  await accessible(keeper.page, `the proposal (${how})`, true);
  await keeper.page.locator('main form button[type=submit]').click();
  await page.goto(`${site.address}/me`);
  await see('The keeper put it on the record', 'she reads that it was taken up');

  check(page.broken.length === 0, `no page failed (${how})`, page.broken.join('; '));
  await close();
}
await keeper.end();
await site.stop();
end();
