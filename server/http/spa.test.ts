import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpSide } from '../testing/start-http-side.ts';

const inline = 'window.first = fetch("/api/session");';
const page = `<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__">b{}</style>
<script>${inline}</script><script type="module" src="/assets/index-abc.js"></script>`;
const webDirectory = mkdtempSync(join(tmpdir(), 'tautan-web-'));
let app: Awaited<ReturnType<typeof startHttpSide>>;

beforeAll(async () => {
  mkdirSync(join(webDirectory, 'assets'));
  writeFileSync(join(webDirectory, 'index.html'), page);
  writeFileSync(join(webDirectory, 'assets', 'index-abc.js'), `export const text = '${'x'.repeat(5_000)}';`);
  writeFileSync(join(webDirectory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(webDirectory, '.sources'), 'not for the public');
  app = await startHttpSide({ webDirectory });
});
afterAll(async () => {
  await app.close();
  rmSync(webDirectory, { recursive: true });
});

const html = { accept: 'text/html,*/*;q=0.8' };

describe('the page', () => {
  it.each(['/', '/sandbox/links', '/production/links/pay_1', '/sign-in'])(
    'answers at %s and is never kept',
    async (path) => {
      const response = await app.call('GET', path, { headers: html });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toContain(inline);
    },
  );

  it('carries the nonce of its own response, a new one each time', async () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 3; count += 1) {
      const response = await app.call('GET', '/', { headers: html });
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /style-src 'self' 'nonce-([A-Za-z0-9+/=]{24})';/.exec(policy)?.[1] ?? 'none';
      const text = await response.text();
      expect(text).toContain(`<meta name="csp-nonce" content="${nonce}">`);
      expect(text).toContain(`<style nonce="${nonce}">`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('may run its own inline script and nothing else', async () => {
    const policy = (await app.call('GET', '/', { headers: html })).headers.get('content-security-policy');
    const hash = createHash('sha256').update(inline).digest('base64');
    expect(policy?.split(';')).toEqual([
      "default-src 'none'",
      `script-src 'self' 'sha256-${hash}'`,
      expect.stringMatching(/^style-src 'self' 'nonce-/),
      "connect-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "manifest-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]);
  });

  it.each([
    ['GET', '/api/nothing'],
    ['GET', '/callbacks/rem/sandbox/token'],
    ['GET', '/healthz/more'],
    ['GET', '/assets/index-old.js'],
    ['POST', '/sandbox/links'],
  ])('does not answer %s %s', async (method, path) => {
    const response = await app.call(method, path, { headers: html });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ type: '/problems/not-found' });
  });

  it('does not answer who wants no page', async () => {
    expect((await app.call('GET', '/logo.png', { headers: { accept: 'image/png' } })).status).toBe(404);
  });
});

describe('files', () => {
  it('with a hash in the name are kept for a year, and travel compressed', async () => {
    const response = await app.call('GET', '/assets/index-abc.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(await response.text()).toContain('export const text');
  });

  it('asked for in a way that cannot be met are no failure of ours', async () => {
    const ask = (headers: Record<string, string>) => app.call('GET', '/assets/index-abc.js', { headers });
    expect((await ask({ 'if-match': '"another"' })).status).toBe(400);
    expect((await ask({ range: 'bytes=999999-' })).status).toBe(400);
    expect((await ask({ range: 'bytes=0-5' })).status).toBe(206);
  });

  it('without a hash are asked for again each time', async () => {
    const response = await app.call('GET', '/favicon.svg');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=0']);
  });

  it.each(['/.sources', '/assets/..%2f.sources', '/..%2f..%2fetc%2fpasswd', '/index.html'])(
    'are not given out at %s',
    async (path) => {
      const response = await app.call('GET', path, { headers: { accept: 'text/plain' } });
      expect(response.status).toBe(404);
    },
  );
});

it('without a build, the page says what to run', async () => {
  const bare = await startHttpSide({ webDirectory: join(webDirectory, 'none') });
  try {
    const response = await bare.call('GET', '/', { headers: html });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  } finally {
    await bare.close();
  }
});
