// A record in another house: exported, opened as a copy, taken over; and a backup that lacks what was signed.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.env.ALONGSIDE ?? 'build/release/alongside';
const home = mkdtempSync(join(tmpdir(), 'alongside-copied-'));
const at = (...parts) => join(home, ...parts);
const today = '2026-12-01';
const environment = { ...process.env, ALONGSIDE_TODAY: today };
let failed = 0;
const check = (holds, words, why = '') => {
  console.log(`${holds ? 'ok' : 'not ok'} - ${words}${holds || !why ? '' : `: ${why}`}`);
  if (!holds) failed += 1;
};
const run = (...words) => spawnSync(program, words, { encoding: 'utf8', env: environment, maxBuffer: 1 << 28 });
const done = (...words) => {
  const ran = run(...words);
  if (ran.status !== 0) throw new Error(`${words.join(' ')}\n${ran.stdout}${ran.stderr}`);
  return ran;
};
const answer = (...words) => JSON.parse(done(...words, '--json').stdout);

const served = async (data, during) => {
  const server = spawn(program, ['serve', '--data', data, '--port', '0', '--trust-proxy'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((found) => {
    let said = '';
    server.stdout.on('data', (bytes) => {
      said += bytes;
      const match = said.match(/127\.0\.0\.1:(\d+)/);
      if (match) found(Number(match[1]));
    });
  });
  const agent = new http.Agent({ keepAlive: true });
  let requests = 0;
  const get = (path, method = 'GET', body) => new Promise((resolve, reject) => {
    requests += 1;  // from an address of its own: an address alone may not ask so fast
    const headers = { 'X-Forwarded-For': `10.0.${requests >> 8}.${requests & 255}`, 'Sec-Fetch-Site': 'same-origin' };
    if (body !== undefined) headers['Content-Type'] = 'application/x-www-form-urlencoded';
    const request = http.request({ host: '127.0.0.1', port, path, method, agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (bytes) => { text += bytes; });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
  try {
    return await during(get);
  } finally {
    agent.destroy();
    server.kill('SIGTERM');
    await new Promise((ended) => server.on('exit', ended));
  }
};

// Every page's .json: from the first page along its links, and each entry of the record.
const pages = async (get, place, size) => {
  for (let i = 0; i < 200; i += 1) {  // the search reads the record after the start
    const search = JSON.parse((await get(`/${place}/search.json`)).text);
    if (search.read === search.of) break;
    await new Promise((r) => setTimeout(r, 20));
  }
  const seen = new Map();
  const waiting = [`/${place}`];
  const known = new Set(waiting);
  while (waiting.length > 0) {
    const path = waiting.shift();
    const html = await get(path);
    if (html.status === 200) {
      for (const [, link] of html.text.matchAll(/href="([^"#?]*)/g)) {
        if (!link.startsWith(`/${place}`) || known.has(link) || /\.(json|csv|atom|tlog-proof)$/.test(link)) continue;
        known.add(link);
        waiting.push(link);
      }
    }
    const json = await get(path === `/${place}` ? `${path}/index.json` : `${path}.json`);
    if (json.status === 200) seen.set(path.slice(place.length + 1), json.text);
  }
  for (let n = 0; n < size; n += 1) seen.set(`/record/${n}`, (await get(`/${place}/record/${n}.json`)).text);
  return seen;
};
const differences = (a, b) => {
  const out = [...a.keys()].filter((path) => b.get(path) !== a.get(path));
  for (const path of b.keys()) if (!a.has(path)) out.push(path);
  return out;
};

// ---- the original: the invented place, with something erased and something withheld --------------------------------
const original = at('original');
await served(original, async () => {});  // opens the sample
const id = 'eastmere';
const there = ['--data', original, '--place', id];
const secret = 'Please leave the red bench by the water where it is, said Rowan';
const registered = answer('valued', 'register', ...there, '--name', secret, '--support', 'open_place').acts[0];
const kept = answer('valued', 'register', ...there, '--name', 'The reading room upstairs', '--support', 'open_place').acts[0];
const asked = answer('ask', 'open', ...there, '--about', String(kept), '--words', 'Who locked the reading room?', '--who', 'true');
done('erase', ...there, '--act', String(registered), '--field', 'name', '--ground', 'named_person');
const register = at('places.csv');
writeFileSync(register, `name,support,where\n${Array.from({ length: 40 }, (_, n) => `Bench ${n},open_place,Quay ${n}\n`).join('')}`);
done('import', 'valued', register, ...there);
done('backup', at('old.db'), ...there);
environment.ALONGSIDE_TODAY = '2027-04-01';  // after the longest that a notice waits
await served(original, async (get) => {
  for (let i = 0; i < 100 && JSON.parse((await get(`/r/${id}/erased`)).text).erased.length === 0; i += 1) await new Promise((r) => setTimeout(r, 20));
});
done('record', 'export', ...there, '--output', at('export'));
const source = JSON.parse(done('record', 'verify', at('export'), '--json').stdout);
check(source.holds && source.erased === 1, 'the export holds, and its notice names what was erased', JSON.stringify(source));
check(asked.acts.length > 0 && source.withheld > 0, 'a question waits unread in it');

// ---- a copy --------------------------------------------------------------------------------------------------------
const copy = at('copy');
const imported = run('record', 'import', at('export'), '--data', copy, '--place', id, '--json');
check(imported.status === 0 && JSON.parse(imported.stdout).copy === true, 'an export opens elsewhere as a copy', imported.stdout + imported.stderr);
const left = await served(original, (get) => pages(get, id, source.size));
const right = await served(copy, async (get) => {
  const checkpoint = (await get(`/r/${id}/checkpoint`)).text;
  check(checkpoint === readFileSync(at('export', 'checkpoint'), 'utf8'), "a copy's signed head is the original's, byte for byte");
  const page = (await get(`/${id}`)).text;
  check(page.includes('This is a copy of') && page.includes(source.origin), 'each page of a copy says whose copy it is');
  const posted = await get(`/${id}/ask`, 'POST', 'words=hello');
  check(posted.status === 403 && posted.text.includes('can only be read'), 'a copy takes no question, and says so', String(posted.status));
  const seen = await pages(get, id, source.size);
  const receipt = await get(`/${id}/record/3.tlog-proof`);
  check(receipt.status === 200 && receipt.text.includes(source.origin), 'a copy gives receipts under the original’s signature');
  return seen;
});
const differ = differences(left, right);
check(left.size > source.size + 20 && differ.length === 0, `every page of the copy has the same .json: ${left.size} pages`, differ.slice(0, 5).map((path) => `${path}\n${left.get(path)}\n${right.get(path)}`).join('\n'));
check(left.get(`/record/${registered}`).includes('named_person'), 'the page of what was erased says on which ground');
done('record', 'export', '--data', copy, '--place', id, '--output', at('again'));
const again = JSON.parse(done('record', 'verify', at('again'), '--json').stdout);
check(again.root === source.root && again.tables === source.tables && again.opened === source.opened, 'a copy has the same root, tables and open words');
const all = (folder) => readdirSync(folder, { recursive: true }).map(String).filter((file) => statSync(join(folder, file)).isFile()).sort();
const same_files = all(at('export')).join() === all(at('again')).join() && all(at('export')).every((file) => readFileSync(at('export', file)).equals(readFileSync(at('again', file))));
check(same_files, "a copy's export is the original's, byte for byte");
const order = run('valued', 'register', '--data', copy, '--place', id, '--name', 'x', '--support', 'open_place');
check(order.status === 2 && order.stderr.includes('can only be read'), 'the command line is told too', order.stderr);
check(run('record', 'check', '--data', copy, '--place', id).status === 0, 'a copy checks whole');

// ---- a broken export -----------------------------------------------------------------------------------------------
for (const file of ['checkpoint', 'key', 'erased', 'openings/000', 'tile/0/000', 'tile/entries/000', 'tile/1/000.p/1']) {
  const whole = readFileSync(at('export', file));
  const not_named = [];
  for (const place of [0, 1, 0.25, 0.5, 0.75, 0.99].map((part) => (part === 1 ? 1 : Math.floor(whole.length * part)))) {
    const broken = at('broken');
    rmSync(broken, { recursive: true, force: true });
    cpSync(at('export'), broken, { recursive: true });
    const bytes = Buffer.from(whole);
    bytes[place] ^= 1;
    writeFileSync(join(broken, file), bytes);
    const refused = run('record', 'import', broken, '--data', at('none'), '--place', id);
    if (refused.status !== 2 || !refused.stderr.includes(`${broken}/${file}`)) not_named.push(`import, byte ${place}: ${refused.stderr}`);
    if (existsSync(at('none', id))) not_named.push(`something is left behind, byte ${place}`);
    const verified = run('record', 'verify', broken);
    if (verified.status === 0 || !verified.stderr.includes(file)) not_named.push(`verify, byte ${place}: ${verified.stderr}`);
  }
  check(not_named.length === 0, `a flipped byte in ${file} is named by record verify, and by record import, which leaves nothing behind`, not_named.join('\n'));
}

// ---- taken over ----------------------------------------------------------------------------------------------------
const other = at('other');
const taken = answer('record', 'import', at('export'), '--data', other, '--place', id, '--take-over', '--origin', 'record.example.org/eastmere');
check(taken.origin === 'record.example.org/eastmere' && taken.size === source.size + 1 && !taken.copy, 'a record that is taken over has its own origin and key');
const more = answer('valued', 'register', '--data', other, '--place', id, '--name', 'The harbour swings', '--support', 'open_place');
const known = answer('import', 'valued', register, '--data', other, '--place', id);
check(known.acts.length === 0 && known.unchanged === 40, 'and knows again what was imported before', JSON.stringify(known));
check(more.acts[0] === source.size + 1, 'and takes orders');
done('record', 'export', '--data', other, '--place', id, '--output', at('taken'));
const after = JSON.parse(done('record', 'verify', at('taken'), '--key', taken.key, '--against', at('export'), '--json').stdout);
check(after.holds && after.signer_checked && after.erased === 1, 'it verifies under its own key, and begins with the old entries');
const [event] = await served(other, async (get) => [JSON.parse((await get(`/${id}/record/${source.size}.json`)).text).entry]);
check(event.act === 'record.restored' && event.body.origin === source.origin && event.body.size === source.size, 'its first own act cites the old origin and size', JSON.stringify(event));

// ---- a restored backup that lacks what was signed ------------------------------------------------------------------
const vkey = answer('record', 'key', ...there).key;
done('restore', at('old.db'), ...there);
const lacking = run('valued', 'register', ...there, '--name', 'Lost', '--support', 'open_place');
check(lacking.status === 2 && lacking.stderr.includes('restored'), 'a record that lacks what it signed takes no order', lacking.stderr);
check(run('record', 'export', ...there, '--output', at('unsigned')).status === 2, 'and signs nothing');
cpSync(original, at('lost'), { recursive: true });
const fetched = run('record', 'import', at('export'), ...there, '--json');
check(fetched.status === 0 && JSON.parse(fetched.stdout).size === source.size, 'the missing entries are fetched from an export', fetched.stderr);
done('valued', 'register', ...there, '--name', 'Found again', '--support', 'open_place');
done('record', 'export', ...there, '--output', at('fetched'));
check(JSON.parse(done('record', 'verify', at('fetched'), '--key', vkey, '--against', at('export'), '--json').stdout).holds, 'and it goes on under its old key');
check(run('record', 'import', at('export'), ...there).status === 2, 'a place that lacks nothing fetches nothing');

const lost = ['--data', at('lost'), '--place', id];
const anew = answer('record', 'key', '--new', ...lost);
check(anew.origin !== source.origin, 'without them it goes on under a new key');
done('valued', 'register', ...lost, '--name', 'After the loss', '--support', 'open_place');
done('record', 'export', ...lost, '--output', at('anew'));
const restored = JSON.parse(done('record', 'verify', at('anew'), '--key', anew.key, '--json').stdout);
check(restored.holds, 'and verifies under it');
check(!readFileSync(at('lost', id, 'key'), 'utf8').includes(vkey), 'the old key is gone from the disk, and never signs again');
check(run('record', 'check', ...lost).status === 0, 'and checks whole');

rmSync(home, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);
