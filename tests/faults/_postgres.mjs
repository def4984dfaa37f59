// A PostgreSQL server of the test's own, reached by a unix socket alone; nothing when none is installed.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const versions = [18, 17, 16, 15, 14];
const programs = versions.map((version) => `/usr/lib/postgresql/${version}/bin`).find((folder) => existsSync(join(folder, 'initdb')));

// It refuses to run as root: then the user `postgres` runs it.
const owner = () => {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
};

export const start_postgres = async () => {
  if (!programs) return undefined;
  const as = owner();
  if (as.uid === 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'alongside-postgres-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  if (as.uid) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = { ...as, cwd: folder, stdio: 'ignore' };
  const made = spawnSync(join(programs, 'initdb'), ['-D', data, '-U', 'alongside', '-A', 'trust', '-E', 'UTF8', '-N', '--locale=C.UTF-8'], options);
  if (made.status !== 0) return undefined;
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=30', '-c', 'fsync=off'], options);
  const url = `postgresql:///postgres?host=${folder}&user=alongside`;
  const ask = (sql, where = url) => spawnSync(join(programs, 'psql'), [where, '-Atc', sql], { encoding: 'utf8' });
  for (let i = 0; ask('SELECT 1').status !== 0; i += 1) {
    if (i === 100 || server.exitCode !== null) return undefined;
    await new Promise((done) => setTimeout(done, 100));
  }
  const stop = () => new Promise((stopped) => {
    server.on('exit', stopped);
    server.kill('SIGQUIT');
  });
  return { url, stop, ask: (...what) => ask(...what).stdout.trim().split('\n').filter((line) => line !== '') };
};
