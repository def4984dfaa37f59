// Killed before each write and each sync: nothing that was acknowledged is lost, nothing is left half done, and what was
// stopped is simply done again. at_each_write.c does the killing.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { at, at_each, answer, check, copied, done, exit_code, killed_at, must, points, run, served, served_until } from './_at_each_write.mjs';
import { start_postgres } from './_postgres.mjs';

const began = Date.now();
const there = (data) => ['--data', data, '--place', 'pier'];
const holds = async (data, entries) => {
  const report = await answer('record', 'check', ...there(data));
  must(report.holds, report.wrong.join('; '));
  must(entries.includes(report.entries), `${report.entries} entries, not ${entries.join(' or ')}`);
  return report.entries;
};
const verified = (folder, ...more) => answer('record', 'verify', folder, ...more);
const exported = async (data, folder) => {
  await done('record', 'export', ...there(data), '--output', folder);
  return verified(folder);
};
const places = async (data) => (await answer('place', 'list', '--data', data)).places;
// Every entry of an export, as its JSON.
const entries_of = (folder) => {
  const bundles = join(folder, 'tile', 'entries');
  const files = readdirSync(bundles, { recursive: true }).map(String).filter((file) => /^\d{3}(\.p\/\d+)?$/.test(file));
  return files.map((file) => readFileSync(join(bundles, file), 'utf8')).join('\n');
};

// ---- the place that all begin from -----------------------------------------------------------------------------------
const base = at('base');
await done('place', 'open', 'pier', '--name', 'Pier', '--data', base);
const secret = 'Please leave the red bench by the water where it is, said Rowan';
const register = async (data, name) => (await answer('valued', 'register', ...there(data), '--name', name, '--support', 'open_place')).acts[0];
const bench = await register(base, secret);
const room = await register(base, 'The reading room upstairs');
for (let i = 0; i < 4; i += 1) await register(base, `Bench ${i}`);
const size = await holds(base, [7]);
const marks = (data) => readFileSync(join(data, 'pier', 'vault'), 'latin1').split('This key was destroyed for ever.').length - 1;

// ---- one order, committed, answered and signed -----------------------------------------------------------------------
const head_of = async (send) => {
  const { status, text } = await send('/r/pier/checkpoint');
  if (status !== 200) return undefined;
  const [origin, entries, root] = text.split('\n');
  return { origin, size: Number(entries), root };
};
const entry = async (send, index) => {
  const { status, text } = await send(`/pier/record/${index}.json`);
  return status === 200 ? JSON.parse(text) : undefined;
};
const leaves = await served(base, (send) => Promise.all(Array.from({ length: size }, async (_, index) => (await entry(send, index)).leaf)));

const order_at = async (name, path, body, words_after) => {
  const give = async (send) => {
    const taken = await send(`/api/pier/${path}`, body, 'the same key');
    const acts = taken.status === 200 ? JSON.parse(taken.text).acts : undefined;
    const leaf = acts?.length > 0 ? (await entry(send, acts[0]))?.leaf : undefined;
    return { status: taken.status, text: taken.text, acts, leaf, head: await head_of(send) };
  };
  const trial = await served_until(0, copied(base, at('trial', path)), give);
  const acts = trial.result.acts;
  must(acts !== undefined, `${name}: ${trial.result.text}`);
  const destroyed = marks(at('trial', path));

  let answered = 0;
  await at_each(name, points(trial.counted), async (n, folder) => {
    const data = copied(base, join(folder, 'data'));
    const { result: before, killed } = await served_until(n, data, give);
    if (before.acts) answered += 1;
    await served(data, async (send) => {
      for (let index = 0; index < size; index += 1) must((await entry(send, index)).leaf === leaves[index], `entry ${index} has another leaf`);
      if (before.leaf) must((await entry(send, before.acts[0])).leaf === before.leaf, 'what was acknowledged has another leaf');
      words_after(await entry(send, bench), before.acts !== undefined, marks(data) === destroyed);
      const again = await give(send);
      must(again.status === 200, `it cannot be tried again: ${again.text}`);
      must(JSON.stringify(again.acts) === JSON.stringify(acts), `tried again it is ${again.acts}, and was to be ${acts}`);
      must(again.head.size === size + acts.length, `it counts more than once: ${again.head.size} entries`);
      if (before.head?.size === again.head.size) must(before.head.root === again.head.root, 'another root was signed at this size');
      words_after(await entry(send, bench), true, marks(data) === destroyed);
    });
    await holds(data, [size + acts.length]);
    return killed;
  });
  check(answered > 0 && answered < trial.counted, `${name}: some were acknowledged before the kill, others not`, `${answered} of ${trial.counted}`);
};

await order_at('a question', 'ask/open', { about: room, words: 'Who locked the reading room?', who: true }, (entry) => {
  must(entry.words.name === secret, 'words of before are lost');
});
await order_at('an erasure', 'erase', { act: bench, field: 'name', ground: 'named_person' }, (entry, must_be_gone, key_is_gone) => {
  const whole = entry.words.name === secret;
  must(whole || !JSON.stringify(entry).includes('Rowan'), 'the words are neither whole nor gone');
  must(!(whole && must_be_gone), 'the words were said to be gone, and are there');
  must(whole !== key_is_gone, whole ? 'a key was destroyed whose words are still there' : 'the words are gone, and their key is not');
});

// ---- a record imported -----------------------------------------------------------------------------------------------
const source = await exported(copied(base, at('exporting')), at('export'));
const import_at = async (name, more, agrees, choose = points) => {
  const counted_in = at(`counted-${name}`);
  const command = (data) => ['record', 'import', at('export'), ...there(data), ...more(data), '--json'];
  const trial = await killed_at(0, counted_in, ...command(counted_in));
  must(trial.status === 0, `${name}: ${trial.stderr}`);
  let half = 0;
  await at_each(name, choose(trial.counted), async (n, folder) => {
    const data = join(folder, 'data');
    const { killed } = await killed_at(n, data, ...command(data));
    const finished = (await places(data)).includes('pier');
    if (!finished) {
      half += 1;
      must((await run('record', 'key', ...there(data))).status === 2, 'what is unfinished is opened');
    }
    const again = await run(...command(data));
    must(again.status === 0, `run again it fails: ${again.stderr}`);
    must(readdirSync(data).join() === 'pier', `more is left: ${readdirSync(data)}`);
    await agrees(JSON.parse(again.stdout), data, join(folder, 'again'));
    return killed;
  });
  check(half > 0 && half < trial.counted, `${name}: until its end it is not listed`, `${half}`);
};
const is_a_copy = async (told, data, folder) => {
  must(told.copy, 'it is no copy');
  await done('record', 'export', ...there(data), '--output', folder);
  const found = await verified(folder);
  must(found.holds && found.root === source.root && found.opened === source.opened, 'the copy verifies otherwise than its original');
};
const is_taken_over = async (told, data, folder) => {
  must(!told.copy && told.size === size + 1 && told.origin !== source.origin, JSON.stringify(told));
  await done('record', 'export', ...there(data), '--output', folder);
  const found = await verified(folder, '--key', told.key, '--against', at('export'));
  must(found.holds && found.signer_checked && found.opened === source.opened, 'it does not verify');
};
await import_at('a copy', () => [], is_a_copy);
await import_at('a record taken over', (data) => ['--take-over', '--vault-mirror', join(data, '..')], is_taken_over);

// ---- a key replaced --------------------------------------------------------------------------------------------------
const key_of = async (data) => (await answer('record', 'key', ...there(data))).key;
const old_key = await key_of(at('exporting'));
const begins_anew = /"act":"(?:key\.changed|record\.restored)".*?"size":(\d+)/g;
const key_at = async (name, from, signed, uses_at) => {
  const command = (data) => ['record', 'key', '--new', ...there(data)];
  const trial = copied(from, at(`trial-${name}`));
  const { counted } = await killed_at(0, trial, ...command(trial));
  // What may be done with the place before it is run again.
  const use = {
    left: async () => {},
    used: async (data, folder) => {
      await run('valued', 'register', ...there(data), '--name', 'A swing', '--support', 'open_place');
      await run('record', 'export', ...there(data), '--output', folder);
    },
  };
  await at_each(name, points(counted, 1000), async (n, folder) => {
    let was_killed = false;
    for (const between of uses_at(n)) {
      const data = copied(from, join(folder, between));
      const roots = new Map(signed.map((head) => [`${head.origin} ${head.size}`, head.root]));
      const signs_no_fork = (head) => {
        const which = `${head.origin} ${head.size}`;
        must((roots.get(which) ?? head.root) === head.root, `two roots were signed at ${which}`);
        roots.set(which, head.root);
      };
      const { killed } = await killed_at(n, data, ...command(data));
      was_killed = was_killed || killed;
      await use[between](data, join(folder, `${between}-export`));
      if (existsSync(join(folder, `${between}-export`, 'checkpoint'))) signs_no_fork(await verified(join(folder, `${between}-export`)));
      const has_old = () => readFileSync(join(data, 'pier', 'key'), 'utf8').includes(old_key);
      if (has_old()) await done(...command(data));  // else it was at its end, or whatever opened it has ended it
      must(!has_old(), 'the old key is still there');
      const key = await key_of(data);
      must(!existsSync(join(data, 'pier', 'key.next')), 'a key was left beside it');
      const last = join(folder, `${between}-last`);
      await done('record', 'export', ...there(data), '--output', last);
      const head = await verified(last, '--key', key);
      must(head.holds && head.signer_checked && head.origin !== source.origin, 'it does not verify under the new key');
      signs_no_fork(head);
      const changes = [...entries_of(last).matchAll(begins_anew)].map((match) => Number(match[1]));
      must(changes.length === 1, `${changes.length} acts say that the key was replaced`);
      for (const which of roots.keys()) {
        const [origin, reached] = which.split(' ');
        must(origin !== source.origin || Number(reached) <= changes[0], `the old key signed ${reached} entries, and is said to end at ${changes[0]}`);
      }
      if (between === 'used') await holds(data, [head.size]);
    }
    return was_killed;
  });
};
const signed_head = { origin: source.origin, size: source.size, root: source.root };
await key_at('a key replaced', at('exporting'), [signed_head], () => ['left', 'used']);

// A backup that lacks what was signed since.
const lost = copied(at('exporting'), at('lost'));
await done('backup', at('backup.db'), ...there(lost));
await register(lost, 'Signed, and lost');
const beyond = await exported(lost, at('beyond'));
await done('restore', at('backup.db'), ...there(lost));
await key_at('a key replaced where signed entries are lost', lost, [signed_head, { origin: beyond.origin, size: beyond.size, root: beyond.root }], (n) => [n % 2 === 0 ? 'left' : 'used']);

// ---- backup and restore ----------------------------------------------------------------------------------------------
const backup_at = async () => {
  const command = (folder) => ['backup', join(folder, 'backup.db'), ...there(join(folder, 'data'))];
  const whole = async (file, folder) => {
    const data = copied(base, join(folder, 'restored'));
    const { status } = await run('restore', file, ...there(data));
    await holds(data, [size]);
    return status === 0;
  };
  copied(base, at('backing-up', 'data'));
  const { counted } = await killed_at(0, at('backing-up'), ...command(at('backing-up')));
  await at_each('a backup', points(counted, 30, 40, 20), async (n, folder) => {
    copied(base, join(folder, 'data'));
    const { killed } = await killed_at(n, folder, ...command(folder));
    await holds(join(folder, 'data'), [size]);
    const half = join(folder, 'backup.db.new');
    if (existsSync(half)) await whole(half, join(folder, 'half'));  // refused, or all of it was there
    if (!existsSync(join(folder, 'backup.db'))) await done(...command(folder));
    must(await whole(join(folder, 'backup.db'), join(folder, 'last')), 'what has the name of a backup is none');
    return killed;
  });
};
await backup_at();

const restore_at = async () => {
  const more = copied(base, at('more'));
  await register(more, 'Written since');
  await done('backup', at('older.db'), ...there(base));
  const command = (data) => ['restore', at('older.db'), ...there(data)];
  const { counted } = await killed_at(0, copied(more, at('restoring')), ...command(at('restoring')));
  await at_each('a backup restored', points(counted), async (n, folder) => {
    const data = copied(more, join(folder, 'data'));
    const { killed } = await killed_at(n, data, ...command(data));
    await holds(data, [size, size + 1]);
    await done(...command(data));
    await holds(data, [size]);
    return killed;
  });
};
await restore_at();

// ---- a place opened --------------------------------------------------------------------------------------------------
const opening = (data) => ['place', 'open', 'pier', '--name', 'Pier', '--data', data];
const { counted: opening_writes } = await killed_at(0, at('opening'), ...opening(at('opening')));
await at_each('a place opened', points(opening_writes, 15, 30, 15), async (n, folder) => {
  const data = join(folder, 'data');
  const { killed } = await killed_at(n, data, ...opening(data));
  if ((await places(data)).length === 0) await done(...opening(data));
  must(readdirSync(data).join() === 'pier', `more is left: ${readdirSync(data)}`);
  await holds(data, [1]);
  return killed;
});

// The first start opens the invented place, in some thousands of writes.
const invented = async (data) => {
  await served(data, () => {}, []);
  return (await answer('record', 'check', '--data', data, '--place', 'eastmere')).entries;
};
const story = await invented(at('invented'));
await at_each('the invented place opened', [3, 1000, 4000], async (n, folder) => {
  const data = join(folder, 'data');
  const { killed } = await killed_at(n, data, 'serve', '--data', data, '--port', '0');
  must((await places(data)).length === 0, 'half a story is listed');
  must((await invented(data)) === story, 'its story is not whole');
  return killed;
});

// ---- PostgreSQL: its own writes are its own affair; ours are the folder, the vault and the names ---------------------
const postgres = await start_postgres();
if (!postgres) {
  console.log('ok - an import into PostgreSQL # SKIP its server is not installed');
} else {
  const names = new Map();  // a database for each data folder
  const name_of = (data) => {
    if (!names.has(data)) {
      names.set(data, `d${names.size}`);
      postgres.ask(`CREATE DATABASE ${names.get(data)}`);
    }
    return names.get(data);
  };
  const url_of = (data) => postgres.url.replace('/postgres?', `/${name_of(data)}?`);
  await import_at('a copy in PostgreSQL', (data) => ['--database', url_of(data)], async (told, data, folder) => {
    await done('record', 'export', ...there(data), '--database', url_of(data), '--output', folder);
    const found = await verified(folder);
    must(told.copy && found.holds && found.root === source.root, 'the copy verifies otherwise than its original');
    const schemas = postgres.ask("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'pier%'", url_of(data));
    must(schemas.join() === 'pier', `its schemas are ${schemas}`);
    postgres.ask(`DROP DATABASE ${name_of(data)} WITH (FORCE)`);
  });
  await postgres.stop();
}

process.stdout.write(`# ${((Date.now() - began) / 1000).toFixed(0)} s in all\n`);
process.exit(exit_code());
