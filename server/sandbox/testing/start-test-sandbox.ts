import { afterEach } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../start-sandbox.ts';
import { type CallbackReceiver, startCallbackReceiver } from './callback-receiver.ts';
import { type FazzClient, fazzClient } from './fazz-client.ts';
import { type RemClient, remClient } from './rem-client.ts';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

export interface TestSandbox extends Sandbox {
  rem: RemClient;
  fazz: FazzClient;
}

/** A twin on a free port, in memory unless told otherwise; closed after the test. */
export async function startTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox({ port: 0, dataFile: null, ...options });
  stops.push(sandbox.close);
  return { ...sandbox, rem: remClient(sandbox.remUrl), fazz: fazzClient(sandbox.fazzUrl) };
}

/** A merchant that takes callbacks; closed after the test. The callbacks of both providers go there. */
export async function receiveCallbacks(sandbox: Sandbox): Promise<CallbackReceiver> {
  const receiver = await startCallbackReceiver();
  stops.push(receiver.close);
  sandbox.control.setCallbackUrl('rem', receiver.url);
  sandbox.control.setCallbackUrl('fazz', receiver.url);
  return receiver;
}
