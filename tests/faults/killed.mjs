// Killed at random while orders are acknowledged: every acknowledged act is there, with the same leaf; a retried order
// never counts twice; a second process is told who holds the place.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.env.ALONGSIDE ?? 'build/release/alongside';
const rounds = Number(process.env.ROUNDS ?? 6);
const orders_a_round = Number(process.env.ORDERS ?? 500);
const data = mkdtempSync(join(tmpdir(), 'alongside-killed-'));
const socketPath = join(data, 'alongside.sock');
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.log(`# SEED=${seed} makes the same kills again`);
let state = seed;
const chance = () => { state = (state * 1103515245 + 12345) % 2147483648; return state / 2147483648; };
let failed = 0;
const check = (holds, words) => { console.log(`${holds ? 'ok' : 'not ok'} - ${words}`); if (!holds) failed += 1; };
const run = (...words) => spawnSync(program, [...words, '--data', data], { encoding: 'utf8' });

run('place', 'open', 'pier', '--name', 'Pier');
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const send = (path, body, key) => new Promise((resolve) => {
  const request = http.request({ socketPath, path, method: body ? 'POST' : 'GET', agent, headers: body ? { 'Content-Type': 'application/json', 'Idempotency-Key': key } : {} }, (response) => {
    let text = '';
    response.on('data', (bytes) => { text += bytes; });
    response.on('end', () => resolve({ status: response.statusCode, text }));
  });
  request.on('error', () => resolve({ status: 0, text: '' }));
  request.end(body);
});
const start = async () => {
  const server = spawn(program, ['serve', '--empty', '--data', data, '--port', '0'], { stdio: 'ignore' });
  for (let i = 0; i < 200 && (await send('/healthz')).status !== 200; i += 1) await new Promise((r) => setTimeout(r, 20));
  return server;
};

const acknowledged = new Map();  // key -> [index, leaf]
const order = async (key) => {
  const answer = await send('/api/pier/valued/register', JSON.stringify({ name: `Bench ${key}` }), key);
  if (answer.status === 200) return JSON.parse(answer.text).acts[0];
  return undefined;
};
for (let round = 0; round < rounds; round += 1) {
  const server = await start();
  const died = new Promise((r) => server.on('exit', r));
  const kill_after = Math.floor(chance() * orders_a_round);
  let done = 0;
  const keys = Array.from({ length: orders_a_round }, (_, i) => `${round}-${i}`);
  const worker = async () => {
    for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
      const index = await order(key);
      if (index === undefined) { keys.length = 0; return; }
      acknowledged.set(key, index);
      done += 1;
      if (done === kill_after) server.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  server.kill('SIGKILL');
  await died;
}

const server = await start();
const second = run('record', 'check', '--place', 'pier');
check(second.status === 2 && second.stderr.includes('process'), 'a second process is told who holds the place');
let lost = 0, twice = 0;
for (const [key, index] of [...acknowledged].filter((_, i) => i % 7 === 0)) {
  const again = await order(key);
  if (again !== index) twice += 1;
  const page = await send(`/pier/record/${index}.json`);
  const entry = page.status === 200 ? JSON.parse(page.text) : null;
  if (!entry || entry.words.name !== `Bench ${key}`) lost += 1;
}
check(acknowledged.size > 0 && lost === 0, `every acknowledged act is there: ${acknowledged.size} acknowledged over ${rounds} kills, ${lost} lost`);
check(twice === 0, 'an order that is tried again is answered with the act of before');
check(new Set(acknowledged.values()).size === acknowledged.size, 'no two orders share an act');
const ended = new Promise((r) => server.on('exit', r));
server.kill('SIGTERM');
await ended;
const checked = run('record', 'check', '--place', 'pier', '--json');
const report = JSON.parse(checked.stdout || '{}');
check(checked.status === 0 && report.holds, `record check holds after the kills: ${report.entries} entries`);
check(report.entries >= acknowledged.size + 1, 'no acknowledged act is missing from the log');
rmSync(data, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);
