import { demoPassword } from '../staff/demo-staff.ts';
import type { RunningServer } from '../start-server.ts';
import { createConsoleClient } from './console-client.ts';
import { createElsewhere } from './elsewhere.ts';
import { startPastSide } from './past-side.ts';
import { playHistory, type Stage } from './play-history.ts';
import type { SeedClock } from './seed-clock.ts';
import { planPayments } from './seed-plan.ts';

const hourMs = 3_600_000;

/**
 * Gives an empty sandbox about 300 payments with a history of 30 days, so that nobody meets an empty table: made through the
 * product's own API by the demo finance account, paid at the twin. Meanwhile the twin (started on `seedClock`) lives in the
 * past. Does nothing when the ledger of the sandbox holds anything; a kill halfway leaves a smaller ledger, all true, and so
 * does `stopping`, which ends it soon and in order.
 */
export async function seedSandbox(
  server: RunningServer,
  seedClock: SeedClock,
  stopping = new AbortController().signal,
): Promise<void> {
  const { sandbox, demoStaff, workers } = server;
  const staff = demoStaff.find(({ role }) => role === 'finance');
  if (!sandbox || !staff) return;
  const account = { email: staff.email, password: demoPassword };
  if ((await createConsoleClient({ url: server.url, ...account }).countPayments()) > 0) return;

  const { control } = sandbox;
  const { settleAfterMs, callbackUrls } = control.settings();
  const startedMs = performance.now();
  // They go by real time, and would take what happens in the past for overdue.
  const { resolver, confirmer, sweeper } = workers;
  const resumes = await Promise.all([resolver, confirmer, sweeper].map((worker) => worker.pause()));
  const past = await startPastSide(server, seedClock);
  try {
    const payments = planPayments(new Date());
    const [first] = payments;
    if (first) seedClock.moveTo(first.createdAt);
    control.configure({ settleAfterMs: 'next-day-15:00' });
    for (const provider of ['rem', 'fazz'] as const)
      control.setCallbackUrl(provider, movedTo(past.url, callbackUrls[provider]));
    const client = createConsoleClient({ url: past.url, ...account });
    const stage = { client, past, control, seedClock, stopping };
    await playHistory(stage, payments, oddSteps(stage, sandbox.remUrl));
    const tookMs = Math.round(performance.now() - startedMs);
    server.deps.log.info({ payments: payments.length, tookMs }, 'the sandbox has a history now');
  } finally {
    seedClock.release();
    await control.advance(0);
    await past.close();
    control.configure({ settleAfterMs });
    for (const provider of ['rem', 'fazz'] as const) control.setCallbackUrl(provider, callbackUrls[provider]);
    for (const resume of resumes) resume();
  }
}

/** The callback address with its secret token, at another server. */
function movedTo(url: string, address: string | null): string | null {
  return address && `${url}${new URL(address).pathname}`;
}

/** A reference that another program has used at REM, so that it refuses ours; and a callback that arrives twice. */
function oddSteps({ client, control }: Stage, remUrl: string) {
  const ago = (hours: number) => new Date(Date.now() - hours * hourMs);
  const reference = 'KASIR0417';
  return [
    {
      at: ago(76),
      run: async () => {
        await createElsewhere(remUrl, reference, 150_000);
        control.pay(reference, { method: 'qris', channel: 'dana' });
      },
    },
    {
      at: ago(75),
      run: async () => {
        const terms = { amountIdr: 150_000, isOpenAmount: false, includeAdminFee: false };
        const input = { provider: 'rem', reference, customerName: 'Rina Kusuma', ...terms } as const;
        await client.create('link', input, 'seed-declined');
      },
    },
    { at: ago(50), run: async () => void control.arm({ scenario: 'callback_duplicated' }) },
  ];
}
