import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import express, { type Response, type Router } from 'express';
import { nowOf, type Twin } from '../twin.ts';
import type { Answer } from './receiver.ts';
import type { Receivers, Taken } from './receivers.ts';

const bodyMax = '1mb';
const hugeBytes = 5 * 1024 * 1024;

/** Where callbacks can be sent on to: `/receiver/<any name>`. */
export function receiveRoutes(twin: Pick<Twin, 'clock' | 'stopping'>, receivers: Receivers): Router {
  const router = express.Router();
  // Any number of requests may be waiting for their answers when the twin stops.
  setMaxListeners(0, twin.stopping);
  router.post(
    '/:name',
    express.raw({ type: () => true, limit: bodyMax, inflate: false }),
    async (request, response) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const taken = receivers.take(request.params.name, { at: nowOf(twin), headers: request.headers, body });
      if (!taken) {
        response.status(404).type('text').send('There is no such receiver.');
        return;
      }
      const { delayMs } = taken.receiver;
      if (delayMs > 0) await setTimeout(delayMs, null, { signal: twin.stopping }).catch(() => null);
      answer(response, taken);
    },
  );
  return router;
}

function answer(response: Response, { answer, receiver: { name, httpStatus }, entry }: Taken): void {
  if (answer === 'hang') return;
  if (answer === 'drop') {
    response.destroy();
    return;
  }
  if (answer === 'redirect') response.location(`/receiver/${name}-elsewhere`);
  const { status, type, text } = replies[answer](httpStatus);
  entry.httpStatus = status;
  response.status(status).type(type).send(text);
}

interface Reply {
  status: number;
  type: string;
  text: string;
}

const replies: Record<Exclude<Answer, 'hang' | 'drop'>, (status: number) => Reply> = {
  ok: () => ({ status: 200, type: 'json', text: '{"received":true}' }),
  fail: (status) => ({ status, type: 'json', text: '{"error":"told to fail"}' }),
  html: (status) => ({ status, type: 'html', text: '<html><body><h1>Bad Gateway</h1></body></html>' }),
  gone: () => ({ status: 410, type: 'text', text: 'Nobody listens here any more.' }),
  redirect: (status) => ({ status: status >= 300 && status < 400 ? status : 307, type: 'text', text: 'Go elsewhere.' }),
  huge: () => ({ status: 200, type: 'text', text: 'x'.repeat(hugeBytes) }),
};
