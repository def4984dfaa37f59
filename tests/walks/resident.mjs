// Journey 1, a resident with no account: find it, see that nobody knows who decided, read a decision whole, check it.
import { accessible, browser, check, end, fits, run, serve, unfold } from './kit/walk.mjs';

const site = await serve();
for (const [withScript, width] of [[true, 320], [true, 1280], [false, 1280]]) {
  const how = `${width} px, ${withScript ? 'with' : 'without'} JavaScript`;
  const { page, end: close } = await browser(withScript, width);
  const seen = async (where) => {
    await accessible(page, `${where}, ${how}`, withScript);
    if (withScript) await fits(page, `${where}, ${how}`);
  };
  await page.goto(site.address);
  check(await page.getByRole('heading', { level: 1, name: 'Eastmere' }).isVisible(), `the first page opens, ${how}`);
  await seen('first page');

  await page.getByLabel('What do you want to know about?').fill('Harbour Road Library');
  await page.getByRole('button', { name: 'Find out or ask' }).click();
  check(await page.getByText('We do not know who decided.').first().isVisible(), `the box finds the library that closed, ${how}`);
  await seen('search');

  await page.getByRole('link', { name: 'Harbour Road Library', exact: true }).first().click();
  check(await page.getByText('28 September 2024').first().isVisible(), `its page says when it closed, ${how}`);
  check(await page.getByText('Not on the record').first().isVisible(), `the missing decision has a shape, ${how}`);
  await seen('a place people value');

  await page.goto(`${site.address}/search?q=Quay+Street`);
  await page.getByRole('link', { name: /^Close Quay Street/ }).first().click();
  check(await page.getByText('five voted for').first().isVisible(), `the short answer counts the votes, ${how}`);
  await unfold(page);
  for (const words of ['Joan Tarrant', 'Local Government Act 1972, section 123', 'Hand it to a user-led group', 'It is the one warm room']) {
    check(await page.getByText(words).filter({ visible: true }).count() > 0, `the decision page has “${words}”, ${how}`);
  }
  check(await page.getByText('We have not chosen between them').isVisible(), `two accounts stand side by side, ${how}`);
  await seen('decision');
  const address = page.url();
  for (const ending of ['.json', '.csv', '.atom']) {
    const response = await page.request.get(address + ending);
    check(response.status() === 200, `the decision is also ${ending}, ${how}`);
  }
  const receipt = await page.request.get(`${address.replace('/decisions/', '/record/')}.tlog-proof`);
  check((await receipt.text()).startsWith('c2sp.org/tlog-proof@v1\n'), `the receipt can be downloaded, ${how}`);
  await page.goto(address.replace('/decisions/', '/record/'));
  check(await page.getByText('What this proves').first().isVisible(), `the entry can be checked, ${how}`);
  await seen('check this yourself');
  await page.goto(`${site.address}/search?q=Harbour+Road+Library`);
  await page.getByRole('link', { name: 'Harbour Road Library', exact: true }).first().click();
  await page.locator('main').getByRole('link', { name: /Ask who decided/ }).first().click();
  await seen('ask form');
  await page.locator('main form button[type=submit]').click();
  check(/\/asks\/\d+/.test(page.url()), `the question has an address, ${how}`, page.url() + (await page.textContent('main')).slice(0, 500));
  const code = (await page.locator('main').innerText()).match(/\b[A-Za-z0-9]{4}(?:[- ][A-Za-z0-9]{4}){4}\b/)?.[0];
  check(code !== undefined, `a code to come back by is shown once, ${how}`);
  await seen('question');
  const question = page.url().replace(/[?#].*/, '');
  await page.goto(`${question}/foi`);
  check(await page.getByText('Freedom of Information').first().isVisible(), `it can be turned into a letter, ${how}`);
  await seen('letter');
  await page.goto(`${site.address}/ask/code`);
  await page.locator('main form input:not([type=hidden])').first().fill(code ?? 'none');
  await page.locator('main form button[type=submit]').click();
  check(page.url().startsWith(question), `the code leads back to the question, ${how}`, page.url());
  await page.goto(`${site.address}/asks`);
  check(await page.getByText(/working days? (late|overdue)/).first().isVisible(), `questions are listed with their clocks, ${how}`);
  await seen('questions');

  check(page.broken.length === 0, `no page failed, ${how}`, page.broken.join('; '));
  await close();
}

const port = new URL(site.address).origin;
const verified = JSON.parse(run('record', 'verify', `${port}/r/eastmere`, '--json'));
check(verified.holds && verified.entries > 100, 'another program verifies the whole record from its web address', JSON.stringify(verified));
check(verified.opened + verified.withheld + verified.erased === verified.commitments && verified.withheld > 0, 'words that nobody has read yet are counted apart');
check((await site.stop()) === 0, 'the server stops when it is told to');
end();
