// What every walk needs: a place of its own, a browser, axe, and lines that ./test counts.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join as under } from 'node:path';
import { chromium } from 'playwright-core';

const program = process.env.ALONGSIDE ?? 'build/release/alongside';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let failed = 0;

export function check(holds, words, more = '') {
  console.log(`${holds ? 'ok' : 'not ok'} - ${words}`);
  if (!holds) {
    failed += 1;
    if (more) console.log(`#   ${String(more).slice(0, 800)}`);
  }
}

export const run = (...words) => execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

// The sample, served on a free port: {address, link, data, stop, goOn}. `goOn(day)` stops it and serves the same data on that
// day: what came due is done by then.
export async function serve({ data = mkdtempSync(under(tmpdir(), 'alongside-walk-')), port = '0', today = '' } = {}) {
  const server = spawn(program, ['serve', '--data', data, '--port', port],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...(today ? { ALONGSIDE_TODAY: today } : {}) } });
  let said = '';
  server.stdout.on('data', (bytes) => { said += bytes; });
  let wrong = '';
  server.stderr.on('data', (bytes) => { wrong += bytes; });
  for (let i = 0; i < 300 && !said.includes('/eastmere') && server.exitCode === null; i += 1) await new Promise((r) => setTimeout(r, 100));
  const address = /at (http:\S+)/.exec(said)?.[1];
  const link = /once: (http:\S+)/.exec(said)?.[1];
  if (!address) throw new Error(`the program did not start: ${said}${wrong}`);
  const halt = async () => {
    const ended = new Promise((r) => server.on('exit', r));
    server.kill('SIGTERM');
    return ended;
  };
  return {
    address, link, data,
    async stop() {
      const code = await halt();
      rmSync(data, { recursive: true, force: true });
      return code;
    },
    async goOn(day) {
      await halt();
      return serve({ data, port: new URL(address).port, today: day });
    },
  };
}

export async function browser(withScript, width) {
  const launched = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
  const context = await launched.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: withScript, bypassCSP: withScript });
  const page = await context.newPage();
  page.broken = [];  // answers that say that something went wrong on our side
  page.on('response', (response) => {
    if (response.status() >= 500) page.broken.push(`${response.status()} ${response.url()}`);
  });
  return { page, end: () => launched.close() };
}

// Somebody joins at an address (the join page, or the keeper's link), and keeps the passphrase to themselves.
export async function join(page, address, name) {
  await page.goto(address);
  await page.getByLabel(/name/i).first().fill(name);
  for (const box of await page.locator('input[type=password]').all()) await box.fill('seven wet herons wait for the ferry');
  await Promise.all([page.waitForLoadState('load'), page.waitForURL(/done=join/), page.locator('main form button[type=submit]').first().click()]);
}

// One of several, whether they are radios or, where there are many, a list.
export async function choose(page, question, answer) {
  const group = page.getByRole('group', { name: question });
  if (await group.count()) return group.getByLabel(answer, { exact: true }).check();
  return page.getByLabel(question).selectOption({ label: answer });
}

// On a phone the sections of a long page are folded: a person opens them.
export async function unfold(page) {
  const folded = page.locator('.fold:not([open]) > summary').filter({ visible: true });
  while (await folded.count() > 0) await folded.first().click();
}

// axe finds nothing. It needs script in the browser, so it stands aside where there is none. `but`: rules left out.
export async function accessible(page, where, withScript, but = []) {
  if (!withScript) return;
  await page.evaluate(axe);
  const result = await page.evaluate((without) => globalThis.axe.run(document, { resultTypes: ['violations'], rules: JSON.parse(without) }),
    JSON.stringify(Object.fromEntries(but.map((rule) => [rule, { enabled: false }]))));
  check(result.violations.length === 0, `axe finds nothing: ${where}`,
    result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 2).join(' | ')}`).join('; '));
}

export async function fits(page, where) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(wide <= 0, `no sideways scroll: ${where}`, `${wide} px`);
}

export function end() {
  process.exit(failed === 0 ? 0 : 1);
}
