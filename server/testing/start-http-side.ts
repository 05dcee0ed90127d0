import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import type { Role } from '../auth/permissions.ts';
import type { Route } from '../http/route.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { createStaff } from '../staff/create-staff.ts';
import { createTestDatabase } from './test-database.ts';

interface Options {
  environments?: EnvironmentName[];
  publicUrl?: string;
  webDirectory?: string;
  routes?: Route[];
  callbacks?: RequestHandler;
}

export const testPassword = 'a long enough password';

/** The real app with its database on a free port, without providers: for what belongs to HTTP and sign-in alone. */
export async function startHttpSide(options: Options = {}) {
  const { environments = ['sandbox', 'production'], publicUrl = 'http://localhost:3000' } = options;
  const database = await createTestDatabase();
  const { db } = database;
  const time = { now: new Date('2026-11-20T03:00:00.000Z'), isDraining: false };
  const clock = () => time.now;
  const logLines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => logLines.push(line) });
  const accounts = { environments: () => environments.map((name) => ({ name, providers: ['rem' as const] })) };
  const app = createApp(
    { db, clock, log, accounts, config: { publicUrl, trustProxy: 1 } },
    {
      routes: options.routes ?? [],
      callbacks: options.callbacks ?? express.Router(),
      webDirectory: options.webDirectory ?? 'no-such-directory',
      isDraining: () => time.isDraining,
      validateResponses: true,
    },
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const call = (method: string, path: string, init: { json?: unknown; headers?: Record<string, string> } = {}) => {
    const body = init.json === undefined ? undefined : JSON.stringify(init.json);
    const headers = body === undefined ? { ...init.headers } : { 'content-type': 'application/json', ...init.headers };
    return fetch(`${url}${path}`, { method, body, headers, redirect: 'manual' });
  };
  const signIn = (email: string, password = testPassword, headers: Record<string, string> = {}) =>
    call('POST', '/api/session', { json: { email, password }, headers });

  return {
    url,
    db,
    time,
    logLines,
    call,
    signIn,
    addStaff: (email: string, role: Role) =>
      createStaff({ db, clock }, { email, name: `A ${role}`, role, password: testPassword }),
    /** The Cookie header of a new session. */
    cookieOf: async (email: string) => {
      const [cookie = ''] = (await signIn(email)).headers.getSetCookie();
      return cookie.split(';', 1)[0] ?? '';
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}
