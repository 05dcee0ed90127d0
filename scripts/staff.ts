/**
 * `npm run staff -- add --email … --name … --role …`: accounts of people, in the database that DATABASE_URL or DATA_DIR
 * names. A password is asked for at the terminal; without one typed, or without a terminal, one is made and printed.
 */
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { type Role, roles } from '../server/auth/permissions.ts';
import { readEnv } from '../server/config/env.ts';
import type { Db } from '../server/db/db.ts';
import { openDatabase } from '../server/db/open.ts';
import { createStaff, StaffError } from '../server/staff/create-staff.ts';
import { disableStaff } from '../server/staff/disable-staff.ts';
import { enableStaff } from '../server/staff/enable-staff.ts';
import { listStaff } from '../server/staff/list-staff.ts';
import { setPassword } from '../server/staff/set-password.ts';

const usage = `npm run staff -- add --email rani@example.com --name "Rani Wijaya" --role ${roles.join('|')}
npm run staff -- list
npm run staff -- set-password --email rani@example.com
npm run staff -- disable --email rani@example.com
npm run staff -- enable --email rani@example.com
The embedded database (DATA_DIR) has one owner: stop the server first. With DATABASE_URL it may run.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' }, help: { type: 'boolean' } },
});
const commands: Record<string, (deps: { db: Db; clock: () => Date }) => Promise<void>> = {
  add: async (deps) => {
    const [email, name, role] = [needed('email'), needed('name'), roleOf(needed('role'))];
    const { password, isMade } = await choosePassword();
    await createStaff(deps, { email, name, role, password });
    say(`${email} can sign in as ${role}.${isMade ? ` Password: ${password}` : ''}`);
  },
  'set-password': async (deps) => {
    const email = needed('email');
    const { password, isMade } = await choosePassword();
    await setPassword(deps, { email, password });
    say(`${email} has a new password and is signed out everywhere.${isMade ? ` Password: ${password}` : ''}`);
  },
  disable: async (deps) => {
    const email = needed('email');
    await disableStaff(deps, email);
    say(`${email} can no longer sign in.`);
  },
  enable: async (deps) => {
    const email = needed('email');
    await enableStaff(deps, email);
    say(`${email} can sign in again.`);
  },
  list: async (deps) => {
    for (const { email, name, role, isDemo, disabledAt } of await listStaff(deps)) {
      const marks = [isDemo ? 'demo' : '', disabledAt === null ? '' : 'disabled'].filter(Boolean).join(', ');
      say(`${email.padEnd(32)} ${role.padEnd(8)} ${name}${marks === '' ? '' : ` (${marks})`}`);
    }
  },
};

await main();

async function main(): Promise<void> {
  const command = commands[positionals[0] ?? ''];
  if (command === undefined || values.help) {
    process.stdout.write(usage);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  try {
    const { config, secrets } = readEnv();
    const log = pino({ level: 'warn' }, pino.destination(2));
    const { db } = await openDatabase({ databaseUrl: secrets.databaseUrl, dataDir: config.dataDir, log });
    try {
      await command({ db, clock: () => new Date() });
    } finally {
      await db.close();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}
`);
    process.exitCode = 1;
  }
}

function needed(name: 'email' | 'name' | 'role'): string {
  const value = values[name];
  if (value === undefined || value.trim() === '') throw new StaffError(`--${name} is missing.\n${usage}`);
  return value.trim();
}

function roleOf(text: string): Role {
  const role = roles.find((one) => one === text);
  if (role === undefined) throw new StaffError(`${text} is no role; roles are ${roles.join(', ')}`);
  return role;
}

/** What is typed is not shown. */
async function choosePassword(): Promise<{ password: string; isMade: boolean }> {
  const made = { password: randomBytes(15).toString('base64url'), isMade: true };
  if (!process.stdin.isTTY) return made;
  process.stdout.write('Password (leave empty for a made one): ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const password = await terminal.question('');
  terminal.close();
  process.stdout.write('\n');
  return password === '' ? made : { password, isMade: false };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
