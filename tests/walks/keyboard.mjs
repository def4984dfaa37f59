// Journey 1 with the keyboard alone; every page in forced colours; and what a page weighs.
import { accessible, browser, check, end, serve } from './kit/walk.mjs';

const site = await serve();
const { page, end: close } = await browser(true, 1280);

// Presses Tab until this has the focus, and says whether the focus could be seen on the way.
async function tabTo(what, why) {
  let seen = true;
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press('Tab');
    const here = await what.evaluate((wanted) => wanted === document.activeElement).catch(() => false);
    seen &&= await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return true;
      const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : null;
      const marks = [element, label].filter(Boolean).flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::before')]);
      return marks.some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
    });
    if (here) return check(seen, `the focus is seen on the way: ${why}`, await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200)));
  }
  return check(false, `Tab reaches it: ${why}`);
}

await page.goto(site.address);
await page.keyboard.press('Tab');
check((await page.evaluate(() => document.activeElement.textContent)).includes('Skip to'), 'the first stop of Tab skips to what the page is about');
await page.keyboard.press('Enter');
await tabTo(page.locator('main input[name=q]').first(), 'the box of the first page');
await page.keyboard.type('harbour road');
await page.keyboard.press('Enter');
await page.waitForURL(/search/);
await tabTo(page.getByRole('link', { name: 'Harbour Road Library', exact: true }).first(), 'the library that was found');
await page.keyboard.press('Enter');
await page.waitForURL(/valued/);
await tabTo(page.locator('main').getByRole('link', { name: 'Ask who decided' }).first(), 'asking who decided');
await page.keyboard.press('Enter');
await page.waitForURL(/ask\?/);
await tabTo(page.getByLabel('Were people asked?'), 'a tick of the question');
await page.keyboard.press('Space');
await tabTo(page.locator('main form button[type=submit]').last(), 'the button that asks');
await page.keyboard.press('Enter');
await page.waitForURL(/\/asks\/\d+/);
check(/[0-9A-Z]{4}-[0-9A-Z]{4}/.test(await page.locator('main').innerText()), 'a question is asked with the keyboard alone, and its code is shown');

// An error takes the focus to its summary, and its link to the field.
await page.goto(`${site.address}/ask`);
await page.locator('main form button[type=submit]').last().focus();
await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
check(await page.evaluate(() => document.activeElement.classList.contains('nhsuk-error-summary')), 'the error summary takes the focus');
await page.keyboard.press('Tab');
await page.keyboard.press('Enter');
check(await page.evaluate(() => ['INPUT', 'TEXTAREA', 'SELECT'].includes(document.activeElement.tagName)), 'its link leads to the field');

// What a page weighs: everything that a first visit loads.
const paths = ['', '/decisions', '/coming', '/valued', '/valued/79', '/asks', '/asks/210', '/bodies', '/decisions/109', '/search?q=library',
  '/ask', '/record', '/join', '/calendar'];
for (const path of paths) {
  const fresh = await browser(true, 320);
  let bytes = 0;
  fresh.page.on('response', async (response) => {
    const sizes = await response.request().sizes().catch(() => null);
    if (sizes) bytes += sizes.responseBodySize + sizes.responseHeadersSize;
  });
  await fresh.page.goto(`${site.address}${path}`, { waitUntil: 'networkidle' });
  check(bytes > 0 && bytes < 150_000, `a first visit of ${path || 'the first page'} weighs under 150 kB`, `${bytes} bytes`);
  await fresh.page.emulateMedia({ forcedColors: 'active' });
  await fresh.page.reload();
  // The person's own system chooses these colours: their contrast is not ours to judge.
  await accessible(fresh.page, `${path || 'the first page'} in forced colours`, true, ['color-contrast']);
  const borders = await fresh.page.evaluate(() => [...document.querySelectorAll('main button, main input:not([type=hidden]), main textarea')]
    .filter((one) => one.offsetParent !== null && !one.matches('.nhsuk-checkboxes__input, .nhsuk-radios__input'))
    .every((one) => { const style = getComputedStyle(one); return style.borderStyle !== 'none' || style.outlineStyle !== 'none'; }));
  check(borders, `what can be pressed or filled has an edge in forced colours: ${path || 'the first page'}`);
  await fresh.end();
}
check(page.broken.length === 0, 'no page failed', page.broken.join('; '));
await close();
await site.stop();
end();
