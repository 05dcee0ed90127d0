import pino from 'pino';
import { readEnv } from './config/env.ts';
import { openDatabase } from './db/open.ts';
import { createSeedClock } from './seed/seed-clock.ts';
import { seedSandbox } from './seed/seed-sandbox.ts';
import { demoPassword } from './staff/demo-staff.ts';
import { type RunningServer, startServer } from './start-server.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

try {
  const { config, secrets } = readEnv();
  // The drivers' `detail` repeats the row's values, and with them customers' addresses.
  const log = pino({ level: config.logLevel, redact: ['err.detail'] });
  const { db, engine } = await openDatabase({
    databaseUrl: secrets.databaseUrl,
    dataDir: config.dataDir,
    log,
    onStopped: (error) => giveUp(`The database stopped: ${error.message}. Start again: nothing acknowledged is lost.`),
  });
  const seedClock = createSeedClock();
  const sandbox = { settleAfterMs: 20_000, clock: seedClock.now };
  const server = await startServer({ config, secrets, db, log, sandbox });
  const stopping = new AbortController();
  // The console can be used meanwhile.
  const seeded = seedSandbox(server, seedClock, stopping.signal).catch((error: unknown) =>
    log.error({ err: error }, 'the sandbox could not be seeded'),
  );
  const shutDown = async () => {
    say('Finishing what is under way …');
    stopping.abort();
    await seeded;
    await server.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, shutDown);
  say(welcome(server, engine));
} catch (error) {
  giveUp(`Tautan cannot start: ${error instanceof Error ? error.message : String(error)}`);
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Addresses and, with the sandbox alone, the sign-ins: what a person needs next. */
function welcome({ url, sandbox, demoStaff }: RunningServer, engine: string): string {
  const lines = ['', `  Tautan         ${url}`];
  if (sandbox) lines.push(`  Provider twin  ${sandbox.url}   (control page; pay, break and wind the clock there)`);
  lines.push(`  Database       ${engine === 'pglite' ? 'embedded (PGlite)' : 'PostgreSQL'}`);
  if (demoStaff.length > 0) {
    lines.push('', `  Sign in with password ${demoPassword} as`);
    for (const { role, email } of demoStaff) lines.push(`    ${role.padEnd(8)} ${email}`);
  } else lines.push('', '  Accounts are made with: npm run staff -- add --email … --name … --role …');
  return `${lines.join('\n')}\n`;
}
