import { expect } from 'vitest';
import { createFazz } from '../providers/fazz/fazz.ts';
import type { Answer, OneTimeOrder } from '../providers/provider.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { startTestSandbox } from '../sandbox/testing/start-test-sandbox.ts';

export const hourMs = 3_600_000;
export const ahead = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();

/** Fazz as the twin plays it, and its port for one-time payments. */
export function openOneTime(sandbox: Sandbox, timeoutMs = 10_000) {
  const { fazzUrl: baseUrl, control } = sandbox;
  const provider = createFazz({ baseUrl, secrets: demoAccount.fazz, timeoutMs, clock: control.now });
  return { provider, port: provider.ports['one-time'] };
}

/** The same with a twin of its own, closed after the test. */
export async function startOneTime() {
  const sandbox = await startTestSandbox();
  return { ...sandbox, ...openOneTime(sandbox) };
}

/** What the orders below have in common. */
export const common = () => ({ reference: 'TO1', amountIdr: 15_000, expiresAt: ahead(2), description: 'Order 3001' });
/** An order of each method in which everything is right, under the reference TO1. */
export const virtualAccount = (changes: { reference?: string; amountIdr?: number } = {}): OneTimeOrder => ({
  ...common(),
  method: 'va',
  channel: 'bca',
  displayName: 'Toko Melati',
  ...changes,
});
export const outlet = (): OneTimeOrder => ({
  ...common(),
  method: 'retail_outlet',
  channel: 'indomaret',
  displayName: 'Toko Melati',
});
export const qris = (): OneTimeOrder => ({ ...common(), method: 'qris', displayName: 'Toko Melati' });
export const wallet = (): OneTimeOrder => ({
  ...common(),
  expiresAt: ahead(0.5),
  method: 'ewallet',
  channel: 'ovo',
  returnUrl: 'https://toko.example.com/terima-kasih',
});

export const methods: [string, () => OneTimeOrder][] = [
  ['virtual account', virtualAccount],
  ['outlet', outlet],
  ['QRIS', qris],
  ['e-wallet', wallet],
];

/** The answer that a call is expected to have. */
export function answered<Outcome extends { kind: string }>(outcome: Outcome | undefined): Extract<Outcome, Answer> {
  expect(outcome?.kind).toBe('answer');
  return outcome as Extract<Outcome, Answer>;
}
export const handleOf = ({ statement: { providerPaymentId } }: Answer) => ({ reference: 'TO1', providerPaymentId });
