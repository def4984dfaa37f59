// Who reads what people say brings in a thousand letters, waits while a computer compares them, puts together what is one text,
// and answers all of it at once. With script and without, at 1280 px and at 320.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as under } from 'node:path';
import { accessible, browser, check, choose, end, fits, join, serve } from './kit/walk.mjs';

const site = await serve();
const keeper = await browser(true, 1280);
await join(keeper.page, site.link, 'Keeper of the letters');
const words = async (page) => page.locator('main').innerText();

await keeper.page.goto(`${site.address}/work`);
await keeper.page.getByRole('link', { name: 'Staying well in Eastmere' }).first().click();
const work = new URL(keeper.page.url()).pathname;
const letters = ['words'];
for (let i = 0; i < 190; i += 1) letters.push(`"Please keep the café at the library open, because it is where I meet the people of my street every week, says number ${i}"`);
for (let i = 0; i < 810; i += 1) letters.push(`"a${i} b${i * 7} c${i * 13} d${i * 29}"`);
const file = under(mkdtempSync(under(tmpdir(), 'alongside-letters-')), 'letters.csv');
writeFileSync(file, `${letters.join('\n')}\n`);

await keeper.page.goto(new URL(`${work}/said`, keeper.page.url()).href);
await keeper.page.getByRole('link', { name: 'Bring in what people said elsewhere' }).click();
await keeper.page.getByLabel('The file').setInputFiles(file);
await choose(keeper.page, 'What it is', 'An idea: what could be done');
await keeper.page.getByLabel('People read all of it there before it was shown').check();
await keeper.page.locator('main form button[type=submit]').click();
check((await words(keeper.page)).includes('1,00'), 'a thousand letters are on the page of what people said', (await words(keeper.page)).slice(0, 400));

await keeper.page.getByRole('link', { name: 'See what says the same, as the program finds it' }).click();
const first = await words(keeper.page);
check(first.includes('A computer compares what people said.') && await keeper.page.locator('main progress').count() === 1, 'the page says how far it is', first);
await accessible(keeper.page, 'a page that waits', true, ['meta-refresh']);  // a refresh that whoever leaves does not miss
await fits(keeper.page, 'a page that waits');
await keeper.page.getByRole('link', { name: 'Put these together' }).first().waitFor({ timeout: 30000 });
const found = await words(keeper.page);
check(found.includes('190 sayings') && !found.includes('A computer compares'), 'it goes on by itself, and shows one text that 190 sent', found.slice(0, 600));
await accessible(keeper.page, 'what may say the same', true);

const phone = await browser(false, 320);
await phone.page.goto(`${site.address}/sign-in`);
await phone.page.getByLabel('Your name here').fill('Keeper of the letters');
await phone.page.locator('input[type=password]').fill('seven wet herons wait for the ferry');
await phone.page.locator('main form button[type=submit]').first().click();
await phone.page.goto(new URL(`${work}/alike`, keeper.page.url()).href);
check((await words(phone.page)).includes('190 sayings'), 'the same on a phone without script', (await words(phone.page)).slice(0, 400));
await fits(phone.page, 'what may say the same, 320 px');
await phone.page.getByRole('link', { name: 'Put these together' }).first().click();
await choose(phone.page, 'How they are the same', 'One text that many sent');
await phone.page.locator('main form button[type=submit]').last().click();
check((await words(phone.page)).includes('One text that many sent. Each has its answer.'), 'they are one group', (await words(phone.page)).slice(0, 600));
await phone.page.goto(new URL(`${work}/alike`, keeper.page.url()).href);
check(!(await words(phone.page)).includes('190 sayings'), 'what was put together is not proposed again', (await words(phone.page)).slice(0, 400));

await keeper.page.goto(new URL(`${work}/said`, keeper.page.url()).href);
await keeper.page.locator('a[href*="group="]').first().click();
check((await words(keeper.page)).includes('All that say the same'), 'the group has its own list', (await words(keeper.page)).slice(0, 300));
check(await keeper.page.locator('a[href*=".csv"][href*="per=5000"]').count() > 0, 'the list is there whole, as a file');
await keeper.end();
await phone.end();
check((await site.stop()) === 0, 'the program stops with nothing wrong');
end();
