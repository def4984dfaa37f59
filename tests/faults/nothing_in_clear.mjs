// Words that people typed or uploaded are nowhere on the disk in clear: not while the place is served, not after it was
// killed with its log half written, not after they were erased, and not in a core dump.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { savedDecision } from '../walks/kit/saved_page.mjs';

const program = process.env.ALONGSIDE ?? 'build/release/alongside';
const home = mkdtempSync(join(tmpdir(), 'alongside-clear-'));
const data = join(home, 'data');
let failed = 0;
const check = (holds, words, why = '') => {
  console.log(`${holds ? 'ok' : 'not ok'} - ${words}${holds || !why ? '' : `: ${why}`}`);
  if (!holds) failed += 1;
};
const run = (...words) => {
  const ran = spawnSync(program, words, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${words.join(' ')}\n${ran.stdout}${ran.stderr}`);
  return ran.stdout;
};

const said = {
  question: 'My sister sat in that reading room every Monday. Who locked it, and did anyone think of her? She is called Marigold.',
  thing: 'The reading room above the ferry office, with the two green lamps',
  title: 'Close the reading room above the ferry office on Mondays for good',
  what: 'That the room is locked on Mondays and that its two green lamps are given to the harbour master.',
  pseudonym: 'Heron by the slipway',
  passphrase: 'seven wet oars lean on the tarred shed door',
};

// Every window of 32 bytes of each; a shorter one whole.
const windows = (words) => {
  const bytes = Buffer.from(words);
  if (bytes.length <= 32) return [bytes];
  return Array.from({ length: bytes.length - 31 }, (_, i) => bytes.subarray(i, i + 32));
};
const files = (folder) => readdirSync(folder, { recursive: true }).map(String).filter((file) => statSync(join(folder, file)).isFile());
const found_in = (folder, secrets) => {
  const out = [];
  for (const file of files(folder)) {
    const bytes = readFileSync(join(folder, file));
    for (const [name, wanted] of secrets) if (wanted.some((window) => bytes.includes(window))) out.push(`${name} in ${file}`);
  }
  return out;
};
const secrets = Object.entries(said).map(([name, words]) => [name, windows(words)]);

run('place', 'open', 'pier', '--name', 'Pier', '--data', data);
const body = JSON.parse(run('body', 'register', '--data', data, '--place', 'pier', '--name', 'Pier Council', '--body-kind', 'council', '--decides', 'true', '--json')).acts[0];

let server, port;
const start = async () => {
  server = spawn(program, ['serve', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  port = await new Promise((known) => {
    let text = '';
    server.stdout.on('data', (bytes) => {
      text += bytes;
      const match = text.match(/127\.0\.0\.1:(\d+)/);
      if (match) known(Number(match[1]));
    });
  });
};
const kill = async () => {
  const ended = new Promise((resolve) => server.on('exit', resolve));
  server.kill('SIGKILL');
  await ended;
};
const send = (where, path, text, type) => new Promise((resolve, reject) => {
  const headers = text === undefined ? {} : { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' };
  const request = http.request({ ...where, path, method: text === undefined ? 'GET' : 'POST', headers }, (response) => {
    let answer = '';
    response.on('data', (bytes) => { answer += bytes; });
    response.on('end', () => resolve({ status: response.statusCode, text: answer }));
  });
  request.on('error', reject);
  request.end(text);
});
const form = (path, fields) => send({ host: '127.0.0.1', port }, path, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
const as_keeper = async (path, request) => {
  const answer = await send({ socketPath: join(data, 'alongside.sock') }, path, JSON.stringify(request), 'application/json');
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text);
};

await start();
const asked = await form('/pier/ask', { thing: said.thing, words: said.question, who: 'true', when: 'true' });
check(asked.status === 303, 'a question in own words is taken', `${asked.status} ${asked.text.slice(0, 2000)}`);
const joined = await form('/pier/join', { name: said.pseudonym, passphrase: said.passphrase });
check(joined.status === 303, 'somebody joins under a name of their own', `${joined.status} ${joined.text.slice(0, 2000)}`);
const page = savedDecision({ number: 901, title: said.title, what: said.what });
const imported = await as_keeper('/api/pier/import/decisions', { body, file: { name: page.name, base64: page.buffer.toString('base64') } });
check(imported.acts.length > 1, 'a saved page is imported');

const limits = readFileSync(`/proc/${server.pid}/limits`, 'utf8');
check(/^Max core file size\s+0\s+0\s/m.test(limits), 'the serving process leaves no core dump', limits.split('\n').find((line) => line.includes('core')));
let clear = found_in(data, secrets);
check(clear.length === 0, 'while it is served, nothing of it is on the disk in clear', clear.join(', '));
await kill();
check(statSync(join(data, 'pier', 'place.db-wal')).size > 0, 'killed, it leaves a log behind');
clear = found_in(data, secrets);
check(clear.length === 0, 'and nothing in that is in clear', clear.join(', '));

run('record', 'export', '--data', data, '--place', 'pier', '--output', join(home, 'export'));
const open = found_in(join(home, 'export'), secrets).map((one) => one.split(' ')[0]);
check(open.includes('title') && open.includes('what'), 'the same search finds what the openings publish', open.join());
check(!open.includes('question') && !open.includes('pseudonym') && !open.includes('passphrase'), 'and no unread question, name or passphrase in an export');
const openings = JSON.parse(readFileSync(join(home, 'export', 'openings', '000'), 'utf8')).openings;

await start();
const entries = new Set([...imported.acts]);
for (const act of entries) {
  const erased = await send({ socketPath: join(data, 'alongside.sock') }, '/api/pier/erase', JSON.stringify({ act, ground: 'named_person' }), 'application/json');
  if (erased.status !== 200 && !erased.text.includes('not_found')) throw new Error(erased.text);
}
const gone = openings.filter((one) => entries.has(one.index));
const salts = gone.map((one) => [`salt of ${one.index} ${one.field}`, [Buffer.from(one.salt, 'base64url'), Buffer.from(one.salt)]]);
const words = gone.filter((one) => one.words.length >= 20).map((one) => [`words of ${one.index} ${one.field}`, windows(one.words)]);
check(gone.length > 3, `words are erased: ${gone.length}`);
clear = found_in(data, [...secrets, ...salts, ...words]);
check(clear.length === 0, 'erased words and their salts are nowhere on the disk', clear.join(', '));
await kill();
clear = found_in(data, [...secrets, ...salts, ...words]);
check(clear.length === 0, 'nor after it is killed', clear.join(', '));
run('record', 'export', '--data', data, '--place', 'pier', '--output', join(home, 'after'));
clear = found_in(join(home, 'after'), [...secrets, ...salts, ...words]);
check(clear.length === 0, 'nor in an export made afterwards', clear.join(', '));

rmSync(home, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);
