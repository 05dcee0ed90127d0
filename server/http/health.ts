import { type RequestHandler, Router } from 'express';
import type { Db } from '../db/db.ts';
import { problem } from './problems.ts';

interface HealthDeps {
  db: Db;
  /** Whether the server has begun to stop. */
  isDraining: () => boolean;
}

/** /healthz: the process runs. /readyz: it takes requests, so a load balancer may send some. */
export function health({ db, isDraining }: HealthDeps): RequestHandler {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    if (isDraining()) throw problem('draining', { detail: 'This server is stopping. Ask another.' });
    if (!(await answers(db))) throw problem('not-ready', { detail: 'The database does not answer.' });
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  return router;
}

async function answers(db: Db): Promise<boolean> {
  try {
    await db.query('select 1');
    return true;
  } catch {
    return false;
  }
}
