// The program as a whole, on one machine and in one run: what a newcomer, a reader and a busy day would feel. Each line
// says what was measured and what we aim for; the reader's page is compared with nginx on the same bytes.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.env.ALONGSIDE ?? 'build/release/alongside';
const load = join(program, '..', 'load');
const home = mkdtempSync(join(tmpdir(), 'alongside-bench-'));
const say = (what, measured, aim) => console.log(`${what.padEnd(58)} ${String(measured).padStart(16)}   (aim: ${aim})`);
const run = (...words) => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
const now = () => Number(process.hrtime.bigint()) / 1e6;
const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)].toFixed(1);

// A place with so many decisions, made by the command line; its data folder and how long the import took.
function placeWith(decisions) {
  const data = join(home, `data-${decisions}`);
  run('place', 'open', 'town', '--name', 'Town', '--data', data);
  const body = JSON.parse(run('body', 'register', '--place', 'town', '--data', data, '--name', 'Town Council', '--body-kind', 'council', '--json')).acts[0];
  const words = ['library', 'harbour', 'garden', 'school', 'road', 'clinic', 'ferry', 'market', 'hostel', 'bridge'];
  let csv = 'title,decided,decision,reasons\n';
  for (let i = 0; i < decisions; i += 1) {
    const what = `${words[i % 10]} ${words[Math.floor(i / 10) % 10]} ${i}`;
    csv += `Change the ${what},${2005 + (i % 20)}-0${1 + (i % 9)}-1${i % 9},The ${what} changes from the spring on.,It costs less and few people came.\n`;
  }
  const file = join(home, `decisions-${decisions}.csv`);
  writeFileSync(file, csv);
  const began = now();
  run('import', 'decisions', file, '--place', 'town', '--data', data, '--body', String(body), '--json');
  return { data, body, seconds: (now() - began) / 1000 };
}

async function served(data) {
  const began = now();
  const server = spawn(program, ['serve', '--data', data, '--port', '0', '--trust-proxy'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const port = await new Promise((found) => {
    let said = '';
    server.stdout.on('data', (bytes) => {
      said += bytes;
      const match = /127\.0\.0\.1:(\d+)/.exec(said);
      if (match) found(match[1]);
    });
  });
  await fetch(`http://127.0.0.1:${port}/town`);
  const started = now() - began;
  let from = 0;
  const get = async (path) => {
    from += 1;  // each from an address of its own: one alone may not ask so often
    const asked = now();
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'X-Forwarded-For': `bench-${from}` } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return { ms: now() - asked, text };
  };
  const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;
  const stop = () => new Promise((ended) => { server.on('exit', ended); server.kill('SIGTERM'); });
  return { port, started, get, resident, stop };
}

// Requests a second, and the line that `load` prints. It fails if any answer is not whole and right.
function loaded(address, ...more) {
  const ran = spawnSync(load, ['--connections', '64', '--seconds', '5', ...more, address], { encoding: 'utf8' });
  const times = Object.fromEntries([...ran.stdout.matchAll(/ (\d{3}): (\d+)/g)].map(([, status, n]) => [status, Number(n)]));
  const others = Object.keys(times).filter((status) => status !== '200' && status !== '429');
  // An order of a stranger has an address of its own, and so many at once fill the table of rates: a few are told 429.
  const refused = more.includes('--post') ? 0.05 : 0;
  if (others.length > 0 || (times[429] ?? 0) > refused * (times[200] ?? 0)) throw new Error(`load: ${ran.stdout}${ran.stderr}`);
  return { rate: Number(/([\d.]+)\s*(?:a second|\/s)/.exec(ran.stdout)?.[1]), line: ran.stdout.trim().replaceAll('\n', '; ') };
}

function nginx(html) {
  const folder = join(home, 'nginx');
  mkdirSync(join(folder, 'html'), { recursive: true });
  writeFileSync(join(folder, 'html', 'page.html'), html);
  const port = 18000 + (process.pid % 1000);
  writeFileSync(join(folder, 'nginx.conf'), `${process.getuid() === 0 ? 'user root; ' : ''}worker_processes 2; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 100000000; open_file_cache max=10; etag on;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  types { text/html html; } server { listen 127.0.0.1:${port}; root ${folder}/html; } }`);
  const server = spawn('/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  return { address: `127.0.0.1:${port}/page.html`, stop: () => server.kill('SIGTERM') };
}

const place = placeWith(10000);
say('10,000 decisions imported from a CSV', `${place.seconds.toFixed(2)} s`, 'under 10 s');
const site = await served(place.data);
say('start with 10,000 decisions, to the first page', `${site.started.toFixed(0)} ms`, 'under 1,000 ms');
say('memory after the start', `${site.resident().toFixed(0)} MB`, 'under 150 MB');
const decisions = JSON.parse((await site.get('/town/decisions.json')).text).decisions.map((one) => one.decision);
for (let i = 0; i < 30; i += 1) await site.get('/healthz');  // so that the client is warm
const times = [];
for (const one of decisions.slice(0, 40)) times.push((await site.get(`/town/decisions/${one}`)).ms);
say('a decision page that is not in the cache, middle of 40', `${middle(times)} ms`, 'under 5 ms');

const page = `/town/decisions/${decisions[0]}`;
const { text } = await site.get(page);
const peer = nginx(text);
await new Promise((r) => setTimeout(r, 500));
const ours = [], theirs = [], lines = [];
for (let i = 0; i < 3; i += 1) {  // in turns, so that both meet the same machine
  for (const [rates, address] of [[ours, `127.0.0.1:${site.port}${page}`], [theirs, peer.address]]) {
    const { rate, line } = loaded(address, '--header', 'X-Forwarded-For: reader-{reader}');
    rates.push(rate);
    lines.push(line);
  }
}
peer.stop();
for (const line of lines) console.log(`  ${line}`);
say('the same page from the cache, requests a second', Math.max(...ours), 'half of nginx');
say(`nginx on the same ${text.length} bytes`, Math.max(...theirs), 'a peer');
say('of nginx', (Math.max(...ours) / Math.max(...theirs)).toFixed(2), 'at least 0.50');

const asked = loaded(`127.0.0.1:${site.port}/api/town/ask/open`, '--post', JSON.stringify({ about: decisions[0], who: true }),
  '--header', 'X-Forwarded-For: bench-{n}', '--header', 'Sec-Fetch-Site: same-origin', '--header', 'Content-Type: application/json', '--header', 'Idempotency-Key: bench-{n}');
say('durable orders a second, 64 connections', asked.rate, 'at least 5,000');
console.log(`  ${asked.line}`);
await site.stop();

const large = placeWith(100000);
const big = await served(large.data);
for (;;) {
  const { text: json } = await big.get('/town/search.json?q=ferry');
  const { read, of } = JSON.parse(json);
  if (read >= of) break;
  await new Promise((r) => setTimeout(r, 200));
}
const searches = [];
for (let i = 0; i < 60; i += 1) searches.push((await big.get(`/town/search.json?q=${['ferry+bridge', 'harbour', 'clinic+4711', 'garden+school'][i % 4]}+${i}`)).ms);
say('a search over 100,000 decisions, middle of 60', `${middle(searches)} ms`, 'under 20 ms');
say('the slowest of them', `${Math.max(...searches).toFixed(1)} ms`, 'under 20 ms');
await big.stop();
rmSync(home, { recursive: true, force: true });
