import express, { type Express, type RequestHandler } from 'express';
import { controlRoutes } from './control/control.routes.ts';
import type { SandboxControl } from './control/control.ts';
import { fazzImageRoutes, fazzRoutes } from './fazz/fazz.routes.ts';
import { controlPageRoutes } from './pages/control-page.routes.ts';
import { payerPageRoutes } from './pages/payer-page.routes.ts';
import { styleSheet } from './pages/style-sheet.ts';
import { receiveRoutes } from './receiver/receive.routes.ts';
import { receiverPageRoutes } from './receiver/receiver-page.routes.ts';
import { remRoutes } from './rem/rem.routes.ts';
import type { Twin } from './twin.ts';

/** The twin's addresses: two providers, the payer's pages, and the tester's API and page. */
export function createSandboxApp(twin: Twin, control: SandboxControl): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use('/rem', remRoutes(twin));
  app.use('/fazz/api/v4', fazzRoutes(twin));
  app.use('/fazz/qr', fazzImageRoutes(twin));
  app.use('/receiver', receiveRoutes(twin, control.receivers));
  app.use(guardPages);
  app.get('/sandbox.css', (_request, response) => void response.type('css').send(styleSheet));
  app.use('/pay', payerPageRoutes(twin));
  app.use('/control', controlRoutes(control));
  app.use('/receivers', receiverPageRoutes(control));
  app.use('/', controlPageRoutes(twin, control));
  return app;
}

/** The twin has no sign-in, so no page of another site may post to it, frame it, or load anything into it. */
const guardPages: RequestHandler = (request, response, next) => {
  response.set({
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  const isForeign = request.get('sec-fetch-site') === 'cross-site' && request.method !== 'GET';
  if (!isForeign) return next();
  response.status(403).type('text').send('Requests from other sites are refused.');
};
