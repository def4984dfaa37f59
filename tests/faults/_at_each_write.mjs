// Runs the program under at_each_write.c: killed before a given write or sync of its own. For at_each_write.mjs.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, openSync, closeSync, readFileSync, realpathSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import http from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const program = process.env.ALONGSIDE ?? 'build/release/alongside';
const tool = join(process.env.ALONGSIDE_BUILD ?? dirname(program), 'libat_each_write.so');
export const home = realpathSync(mkdtempSync(join(tmpdir(), 'alongside-each-')));
export const at = (...parts) => join(home, ...parts);
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

let failed = 0;
export const check = (holds, words, why = '') => {
  console.log(`${holds ? 'ok' : 'not ok'} - ${words}${holds || !why ? '' : `: ${why}`}`);
  if (!holds) failed += 1;
};
export const exit_code = () => (failed === 0 ? 0 : 1);
export const wait = (ms) => new Promise((done) => setTimeout(done, ms));

// ---- the counter: how many were counted, and before which to end -----------------------------------------------------
let counters = 0;
const counting = (folder, end_before = 0) => {
  const file = at(`counter-${counters += 1}`);
  const numbers = Buffer.alloc(16);
  numbers.writeBigInt64LE(BigInt(end_before), 8);
  writeFileSync(file, numbers);
  return {
    env: { ...process.env, LD_PRELOAD: tool, FAULTS_UNDER: folder, FAULTS_FILE: file },
    counted: () => Number(readFileSync(file).readBigInt64LE(0)),
    end_before: (number) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigInt64LE(BigInt(number));
      const into = openSync(file, 'r+');
      writeSync(into, bytes, 0, 8, 8);
      closeSync(into);
    },
    done: () => rmSync(file),
  };
};

// ---- one command -----------------------------------------------------------------------------------------------------
const ended = (child) => new Promise((resolve) => {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => { stdout += text; });
  child.stderr?.setEncoding('utf8').on('data', (text) => { stderr += text; });
  child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
});
export const run = (...words) => ended(spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] }));
export const done = async (...words) => {
  const ran = await run(...words);
  if (ran.status !== 0) throw new Error(`${words.join(' ')}\n${ran.status} ${ran.signal}\n${ran.stdout}${ran.stderr}`);
  return ran;
};
export const answer = async (...words) => JSON.parse((await done(...words, '--json')).stdout);

// Killed before its write or sync number `end_before` under `folder`; 0: it is let be, and counted.
export const killed_at = async (end_before, folder, ...words) => {
  const counter = counting(folder, end_before);
  const ran = await ended(spawn(program, words, { env: counter.env, stdio: ['ignore', 'pipe', 'pipe'] }));
  const out = { ...ran, counted: counter.counted(), killed: ran.signal === 'SIGKILL' };
  counter.done();
  return out;
};

// ---- a served place --------------------------------------------------------------------------------------------------
const serving = async (data, env, more = ['--empty']) => {
  const server = spawn(program, ['serve', '--data', data, '--port', '0', ...more], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = ended(server);
  const agent = new http.Agent({ keepAlive: true });
  const send = (path, body, key) => new Promise((resolve) => {
    const headers = body ? { 'Content-Type': 'application/json', 'Idempotency-Key': key } : {};
    const request = http.request({ socketPath: join(data, 'alongside.sock'), path, method: body ? 'POST' : 'GET', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (bytes) => { text += bytes; });
      response.on('end', () => resolve({ status: response.statusCode, text }));
      response.on('error', () => resolve({ status: 0, text: '' }));
    });
    request.on('error', () => resolve({ status: 0, text: '' }));
    request.end(body && JSON.stringify(body));
  });
  for (let i = 0; server.exitCode === null && (await send('/healthz')).status !== 200; i += 1) {
    if (i === 500) throw new Error('the server does not answer');
    await wait(10);
  }
  const stop = async () => {
    agent.destroy();
    server.kill('SIGTERM');
    return gone;
  };
  return { send, stop };
};
export const served = async (data, during, ...more) => {
  const server = await serving(data, process.env, ...more);
  try {
    return await during(server.send);
  } finally {
    await server.stop();
  }
};
// Let come to rest after its start; then killed before write or sync number `end_before` from there.
export const served_until = async (end_before, data, during) => {
  const counter = counting(data);
  const server = await serving(data, counter.env);
  let before = -1;
  while (before !== counter.counted()) {
    before = counter.counted();
    await wait(80);
  }
  if (end_before > 0) counter.end_before(before + end_before);
  const result = await during(server.send);
  const { signal } = await server.stop();
  const out = { result, counted: counter.counted() - before, killed: signal === 'SIGKILL' };
  counter.done();
  return out;
};

// ---- all points of a command -----------------------------------------------------------------------------------------
// Each of them; where there are very many, the first and the last, and some spread between.
export const points = (count, first = 40, last = 60, between = 40) => {
  const all = Array.from({ length: count }, (_, i) => i + 1);
  if (count <= first + last + between) return all;
  const middle = all.slice(first, count - last);
  return [...all.slice(0, first), ...Array.from({ length: between }, (_, i) => middle[Math.floor((i * middle.length) / between)]), ...all.slice(count - last)];
};

// Some at a time: most of it is waiting for the disk. Each returns what is wrong, if anything; the first few are shown.
export const at_each = async (name, numbers, work) => {
  const began = Date.now();
  const waiting = [...numbers];
  const wrong = [];
  let kills = 0;
  const lane = async () => {
    for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
      const folder = mkdtempSync(at('point-'));
      try {
        if (await work(n, folder)) kills += 1;
      } catch (error) {
        wrong.push(`at ${n}: ${error.message}`);
      }
      rmSync(folder, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: cpus().length + 1 }, lane));
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  check(wrong.length === 0, `${name}: ${kills} kills at ${numbers.length} points, ${seconds} s`, `${wrong.length} wrong\n${wrong.slice(0, 4).join('\n')}`);
  // Threads may do in one write what they did in two: a few numbers can lie past the end.
  if (wrong.length === 0) check(kills >= numbers.length - 8, `${name}: it was killed there`, `${kills} of ${numbers.length}`);
};
export const must = (holds, why) => {
  if (!holds) throw new Error(why);
};
export const copied = (from, to) => {
  cpSync(from, to, { recursive: true });
  return to;
};
