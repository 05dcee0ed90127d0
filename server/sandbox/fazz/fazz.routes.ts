import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { demoAccount } from '../demo-account.ts';
import { answerCall } from '../http/answer-call.ts';
import type { Twin } from '../twin.ts';
import { FazzRefusal } from './fazz-refusal.ts';
import { refusalReply } from './fazz-replies.ts';
import { createPaymentLink, createPaymentLinkTask, getPaymentLink } from './operations.ts';

/** Fazz's payment_links endpoints (fazz-payment-link.txt; tasks of providers.md B.2). A body on GET is not looked at. */
export function fazzRoutes(twin: Twin): Router {
  const router = express.Router();
  const json = express.json({ type: () => true });
  router.use(authenticate);
  router.post(
    '/payment_links',
    json,
    answerCall(twin, 'fazz', {
      operation: 'createPaymentLink',
      about: ({ body }) => {
        const reference = textOf(body?.data?.attributes?.referenceId) || null;
        return { reference, linkId: (reference && twin.store.linksOf('fazz', reference)[0]?.id) || null };
      },
      work: ({ body }, content) => createPaymentLink(twin, body, content),
    }),
  );
  router.get(
    '/payment_links/:id',
    answerCall(twin, 'fazz', {
      operation: 'getPaymentLink',
      about: (request) => aboutId(twin, idOf(request)),
      work: (request, content) => getPaymentLink(twin, idOf(request), content),
    }),
  );
  router.post(
    '/payment_links/:id/tasks',
    json,
    answerCall(twin, 'fazz', {
      operation: 'createPaymentLinkTask',
      about: (request) => aboutId(twin, idOf(request)),
      work: (request) => createPaymentLinkTask(twin, idOf(request), request.body),
    }),
  );
  router.use((_request, response) => refuse(response, new FazzRefusal('004', 'page not exist', 404)));
  router.use(unreadableBody);
  return router;
}

/** HTTP Basic: the API key is the user, the secret the password. */
const authenticate: RequestHandler = (request, response, next) => {
  const { apiKey, secretKey } = demoAccount.fazz;
  const [scheme = '', credentials = ''] = (request.get('authorization') ?? '').split(' ');
  const isOurs = Buffer.from(credentials, 'base64').toString() === `${apiKey}:${secretKey}`;
  if (scheme.toLowerCase() === 'basic' && isOurs) return next();
  refuse(response, new FazzRefusal('002', 'permission denied', 401));
};

const unreadableBody: ErrorRequestHandler = (_error, _request, response, _next) =>
  refuse(response, new FazzRefusal('005', 'the body is not JSON'));

function refuse(response: Response, refusal: FazzRefusal): void {
  const { httpStatus, headers, body } = refusalReply(refusal);
  response.status(httpStatus).set(headers).end(body);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const idOf = (request: Request) => textOf(request.params.id);

const aboutId = (twin: Twin, id: string) => {
  const link = twin.store.link(id);
  return { reference: link?.reference ?? null, linkId: link?.id ?? null };
};
