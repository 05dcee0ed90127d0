import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { type ContractName, loadContract } from '../../../openapi/check-contract.ts';
import type { Fields } from './rem-client.ts';

export interface ReceivedCallback {
  headers: IncomingHttpHeaders;
  /** As it arrived. */
  raw: string;
  body: Fields;
}

export interface CallbackReceiver {
  url: string;
  received: ReceivedCallback[];
  /** The statuses to answer with from now on, one a callback; then 200. 0 does not answer at all. */
  answerWith(...httpStatuses: number[]): void;
  /** Callbacks outside the contract are expected from now on. */
  expectDeviations(): void;
  close(): Promise<void>;
}

/** Which callback a body is meant to be, by what only that one has. */
function webhookOf(body: Fields): [ContractName, string] {
  if ('data' in body) return ['fazz', body.data.type === 'payment' ? 'paymentCallback' : 'paymentLinkCallback'];
  return ['rem', 'trx_id' in body ? 'paymentRoutingCallback' : 'paymentLinkCallback'];
}

/** An HTTP server that keeps what it gets and holds it against the providers' contracts. */
export async function startCallbackReceiver(): Promise<CallbackReceiver> {
  const received: ReceivedCallback[] = [];
  let answers: number[] = [];
  let isChecked = true;
  const server = createServer(async (request, response) => {
    const raw = await text(request);
    const body: Fields = JSON.parse(raw);
    received.push({ headers: request.headers, raw, body });
    const [contract, webhook] = webhookOf(body);
    const deviations = isChecked ? loadContract(contract).checkWebhook(webhook, body) : [];
    const httpStatus = deviations.length > 0 ? 422 : (answers.shift() ?? 200);
    if (httpStatus > 0) response.writeHead(httpStatus).end(deviations.join('\n'));
    expect(deviations).toEqual([]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/callbacks`,
    received,
    answerWith: (...httpStatuses) => {
      answers = httpStatuses;
    },
    expectDeviations: () => {
      isChecked = false;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
