import type { AddressInfo } from 'node:net';
import pino, { type Logger } from 'pino';
import { createSandboxApp } from './app.ts';
import { scheduleDelivery } from './callbacks/deliver.ts';
import { scheduleCharge } from './charges/keep-charge.ts';
import { createVirtualClock } from './clock/virtual-clock.ts';
import { createControl, type SandboxControl } from './control/control.ts';
import { createFazzTwin } from './fazz/fazz-twin.ts';
import { createRemTwin } from './rem/rem-twin.ts';
import { defaultSettings, type SettleAfter } from './settings.ts';
import { openStore } from './store/store.ts';
import type { Twin } from './twin.ts';

export interface SandboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where payments, callbacks and settings are kept across restarts; null keeps them in memory alone. */
  dataFile: string | null;
  /** 127.0.0.1 when absent: the twin has no sign-in. */
  host?: string;
  /** Address under which payers reach the twin; its own when absent. */
  publicUrl?: string;
  /** For a data file that has no settings yet. */
  settleAfterMs?: SettleAfter;
  /** Real time; the twin's own time is this plus what was advanced. */
  clock?: () => Date;
  log?: Logger;
}

export interface Sandbox {
  url: string;
  /** Base address of REM, to which `/api/payment-checkout/…` is appended. */
  remUrl: string;
  /** Base address of Fazz, to which `/payment_links` is appended. */
  fazzUrl: string;
  control: SandboxControl;
  /** Drops connections and stops; what was pending goes on when the same data file is started again. */
  close(): Promise<void>;
}

/** Starts the provider twin on its own port. Throws when the port is taken or the data file is damaged. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const log = options.log ?? pino({ level: 'silent' });
  const settleAfterMs = options.settleAfterMs ?? defaultSettings.settleAfterMs;
  const store = openStore(options.dataFile, { ...defaultSettings, settleAfterMs });
  const clock = createVirtualClock({
    realNow: options.clock ?? (() => new Date()),
    offsetMs: store.clockOffsetMs(),
    onAdvanced: (offsetMs) => store.putClockOffset(offsetMs),
    onError: (error) => log.error({ err: error }, 'sandbox: something that was due broke'),
  });
  const stopping = new AbortController();
  let publicUrl = options.publicUrl ?? '';
  const addressOf = (path: string) => `${publicUrl}${path}`;
  const twin: Twin = {
    clock,
    store,
    providers: { rem: createRemTwin(addressOf), fazz: createFazzTwin(addressOf) },
    addressOf,
    underWay: new Map(),
    stopping: stopping.signal,
    log,
  };
  const control = createControl(twin);
  const host = options.host ?? '127.0.0.1';
  const server = createSandboxApp(twin, control).listen(options.port, host);
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const { port } = server.address() as AddressInfo;
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  publicUrl ||= url;
  for (const charge of store.charges()) scheduleCharge(twin, charge);
  for (const delivery of store.deliveries()) scheduleDelivery(twin, delivery);
  return {
    url,
    remUrl: `${url}/rem`,
    fazzUrl: `${url}/fazz/api/v4`,
    control,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      stopping.abort();
      await Promise.all([closed, clock.stop()]);
      store.close();
    },
  };
}
