import { parseArgs } from 'node:util';
import { demoAccount } from './demo-account.ts';
import type { SettleAfter } from './settings.ts';
import { startSandbox } from './start-sandbox.ts';

const usage = `The provider sandbox on its own: REM and Fazz over HTTP.

  --port 3001                  0 takes any free port
  --host 127.0.0.1             it has no sign-in: think before you open it to others
  --data-file <path>           keeps its links across restarts; without it they are forgotten
  --settle-after-ms 20000      or next-day-15:00; for a data file without settings
  --rem-callback-url <url>     where REM's callbacks go
  --fazz-callback-url <url>    where Fazz's callbacks go
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3001' },
    host: { type: 'string', default: '127.0.0.1' },
    'data-file': { type: 'string' },
    'settle-after-ms': { type: 'string', default: '20000' },
    'rem-callback-url': { type: 'string' },
    'fazz-callback-url': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}

const settleAfterMs = readSettleAfter(values['settle-after-ms']);
const sandbox = await startSandbox({
  port: Number(values.port),
  host: values.host,
  dataFile: values['data-file'] ?? null,
  settleAfterMs,
});
if (values['rem-callback-url']) sandbox.control.setCallbackUrl('rem', values['rem-callback-url']);
if (values['fazz-callback-url']) sandbox.control.setCallbackUrl('fazz', values['fazz-callback-url']);

const { rem, fazz } = demoAccount;
process.stdout.write(`Provider sandbox
  Control page  ${sandbox.url}/
  Control API   ${sandbox.url}/control
  REM           ${sandbox.remUrl}
                x-username ${rem.username}, x-api-key ${rem.apiKey}
  Fazz          ${sandbox.fazzUrl}
                API key ${fazz.apiKey}, secret ${fazz.secretKey}, signing secret ${fazz.signingSecret}
`);

function readSettleAfter(text: string): SettleAfter {
  if (text === 'next-day-15:00') return text;
  if (/^\d+$/.test(text)) return Number(text);
  process.stderr.write(usage);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
