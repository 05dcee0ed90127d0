import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { nonceOf } from './security-headers.ts';
import type { WebBuild } from './web-build.ts';

const yearMs = 31_536_000_000;
const notPages = /^\/(api|callbacks|healthz|readyz|problems|assets)(\/|$)/i;

/**
 * The browser's part: files whose names carry a hash are kept for a year, everything else is asked for again; each
 * address that is no file and no interface gives the page, whose router knows it.
 */
export function spa(build: WebBuild | null): RequestHandler {
  const router = Router();
  if (build !== null) {
    const assets = express.static(join(build.directory, 'assets'), {
      index: false,
      immutable: true,
      maxAge: yearMs,
      redirect: false,
    });
    const files = express.static(build.directory, { index: false, maxAge: 0, redirect: false });
    router.use('/assets', assets);
    router.use((request, response, next) => (request.path === '/index.html' ? next() : files(request, response, next)));
  }
  router.use((request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || notPages.test(request.path) || !request.accepts('html')) return next();
    response.set('Cache-Control', 'no-cache').type('html');
    if (build === null) {
      response.status(503).type('text').send('The console has not been built. Run: npm run build, then start again.\n');
      return;
    }
    response.send(build.indexHtml.replaceAll('__CSP_NONCE__', nonceOf(response)));
  });
  return router;
}
