import type { AccountSettings } from '../config/secrets.ts';
import { makeLink } from './make-link.ts';
import { movableClock } from './movable-clock.ts';
import { doToOrder } from './resend-inputs.ts';
import { callBack, deleteDestinations } from './send-on.ts';
import { startTestApp, type TestApp, type TestClient } from './start-test-app.ts';

/** An app whose orders to resend move with its clock alone. */
export interface ResendingApp extends TestApp {
  admin: TestClient;
  finance: TestClient;
  clock(): Date;
  moveOn(byMs: number): void;
  /** After the clock went ahead of every session. */
  signInAnew(): Promise<void>;
  /** Lets so many seconds pass, and all orders send what is due meanwhile. */
  letPass(seconds: number): Promise<void>;
  /** Links of which each has called back once, found by the query that this gives. */
  calledBack(word: string, count: number): Promise<{ paymentFilter: { q: string }; references: string[] }>;
  /** Ends all orders and destinations, and what the twin was told to do wrong, so that the next test has its own alone. */
  tidyUp(): Promise<void>;
}

export async function startResendingApp(accounts: AccountSettings[] = []): Promise<ResendingApp> {
  const { clock, moveOn } = movableClock();
  const started = await startTestApp({ startWorkers: false, clock, config: { logLevel: 'silent' }, accounts });
  const [admin, finance] = [await started.signIn('admin'), await started.signIn('finance')];
  const app: ResendingApp = {
    ...started,
    admin,
    finance,
    clock,
    moveOn,
    async signInAnew() {
      app.admin = await app.signIn('admin');
      app.finance = await app.signIn('finance');
    },
    async letPass(seconds) {
      for (let second = 0; second < seconds; second++) {
        await app.workers.resends.processAll();
        moveOn(1_000);
      }
      await app.workers.resends.processAll();
    },
    async calledBack(word, count) {
      const references = Array.from({ length: count }, (_, index) => `${word}${String(index).padStart(3, '0')}`);
      for (const reference of references) await makeLink(app.db, { reference });
      await Promise.all(references.map((reference) => callBack(app, reference)));
      await app.workers.callbacks.processAll();
      return { paymentFilter: { q: word }, references };
    },
    async tidyUp() {
      app.sandbox.control.disarm();
      const { data } = await app.admin.GET('/api/{environment}/resend-orders', {
        params: { path: { environment: 'sandbox' } },
      });
      for (const { id, endedAt } of data?.items ?? []) if (endedAt === null) await doToOrder(app.admin, id, 'cancel');
      await deleteDestinations(app.admin);
    },
  };
  return app;
}
