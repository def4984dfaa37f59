// Journey 5, as far as it goes: the first visitor of the one-time link becomes the keeper, registers a place, says what
// became of it, sees the desk, takes words away, and leaves.
import { accessible, browser, check, end, fits, join, serve } from './kit/walk.mjs';

const site = await serve();
const { page, end: close } = await browser(true, 1280);
await page.goto(site.link);
await accessible(page, 'join', true);
await join(page, site.link, 'Keeper of the Monday');
check(!page.url().includes('key='), 'the link makes its first visitor the keeper', `${page.url()} ${(await page.textContent('main')).slice(0, 600)}`);
await accessible(page, 'after joining', true);

await page.goto(`${site.address}/desk`);
check(await page.getByRole('heading', { level: 1, name: 'Your desk' }).isVisible(), 'the keeper sees the desk');
await accessible(page, 'desk', true);

await page.goto(`${site.address}/valued/new`);
await page.locator('main form button[type=submit]').click();
check((await page.title()).startsWith('Error:'), 'an empty form says what is missing, and its title begins with Error');
await accessible(page, 'form with errors', true);
await page.getByLabel('What people call it').fill('Heron Bench');
await page.getByLabel('What it is to people').selectOption('open_place');
await page.locator('main form button[type=submit]').click();
check(await page.getByRole('heading', { level: 1, name: 'Heron Bench' }).isVisible(), 'a place is registered by form', page.url());
await fits(page, 'the new place');
await accessible(page, 'the new place', true);

const where = new URL(page.url()).pathname;
await page.goto(`${new URL(page.url()).origin}${where}/status`);
await page.getByLabel('Closed').check();
await page.locator('main form button[type=submit]').click();
check(await page.getByText('We do not know who decided.').first().isVisible(), 'a loss with no decision is unexplained at once');

// Somebody named asks that their words go: the keeper finds where they stand, and takes them away.
const look = async (name) => {
  await page.goto(`${site.address}/desk/named`);
  await page.getByLabel('A name, or a few words').fill(name);
  await page.locator('main form button[type=submit]').click();
};
await look('heron BENCH');
check(!page.url().includes('eron'), 'what the keeper looks for stands in no address', page.url());
check(await page.getByText('Found in 1 text').isVisible(), 'a name is found in all words that are kept', (await page.locator('main').innerText()).slice(0, 500));
await accessible(page, 'a name that was looked for', true);
await fits(page, 'a name that was looked for');
await page.getByRole('link', { name: 'Take these words away' }).click();
await page.locator('main form button[type=submit]').click();
await look('heron BENCH');
check(await page.getByText('It stands in no words').isVisible(), 'and is found no more once it was taken away');
const after = await page.request.get(`${new URL(site.address).origin}${where}.json`);
check(!(await after.text()).includes('Heron Bench'), 'words that are taken away are gone from the page at once');
const openings = await page.request.get(`${new URL(site.address).origin}/r/eastmere/openings/000`);
check(!(await openings.text()).includes('Heron Bench'), 'and from the openings');
// Two editions name one library differently: proposed, looked at side by side, and put together by a person.
const edition = async (name, text) => {
  await page.goto(`${site.address}/import/valued`);
  await page.getByLabel('The file').setInputFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }]);
  await page.locator('main form button[type=submit]').click();
};
await edition('older.csv', 'Local authority,Library name,Type of library,Postcode,Year closed\nMereside,Gull Lane,LAL,ZZ1 1AA,2010\n');
await edition('newer.csv', 'reporting,name,type,postcode,operation_23,closed\nMereside,Gull Lane Library,Static Library,ZZ1 1AA,Closed,2010\n');
await page.goto(`${site.address}/valued/same`);
check(await page.getByRole('heading', { name: 'Gull Lane and Gull Lane Library' }).isVisible(), 'what may be on the register twice is shown side by side', (await page.locator('main').innerText()).slice(0, 400));
for (const width of [320, 1280]) {
  await page.setViewportSize({ width, height: 900 });
  await fits(page, `places that may be one, ${width} px`);
  await accessible(page, `places that may be one, ${width} px`, true);
}
await page.getByRole('link', { name: 'They are the same place: keep the first' }).click();
await page.locator('main form button[type=submit]').click();
check(await page.getByText('None waits.').isVisible(), 'a person puts them together', page.url());
await page.goto(`${site.address}/search?q=Gull+Lane`);
check(await page.getByRole('link', { name: /^Gull Lane/ }).count() === 1, 'and one of them is found from then on');

check(page.broken.length === 0, 'no page failed', page.broken.join('; '));
await close();
await site.stop();
end();
