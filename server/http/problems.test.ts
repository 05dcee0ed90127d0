import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpSide } from '../testing/start-http-side.ts';
import { renderPage } from './problem-pages.ts';
import { problem, problemDocument, problemTypes } from './problems.ts';

let app: Awaited<ReturnType<typeof startHttpSide>>;
beforeAll(async () => {
  app = await startHttpSide();
});
afterAll(() => app.close());

const types = Object.entries(problemTypes);

describe('every type of problem', () => {
  it.each(types)(
    '%s has a page that says what happened, whether anything was done, and what to do',
    (type, { title }) => {
      const page = readFileSync(`docs/problems/${type}.md`, 'utf8');
      expect(page.split('\n')[0]).toBe(`# ${title}`);
      for (const heading of ['## What happened', '## Was anything done?', '## What to do now']) {
        expect(page.split(heading)[1]?.trim()).toMatch(/^[^#]/);
      }
    },
  );

  it.each(types)('%s has its page at the address that its type names', async (type, { title }) => {
    const document = problemDocument(problem(type as keyof typeof problemTypes, { detail: 'x' }), 'r');
    const response = await app.call('GET', document.type);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain(`<h1>${title}</h1>`);
  });

  it('and no other page stands beside them', () => {
    const pages = readdirSync('docs/problems').map((name) => name.replace('.md', ''));
    expect(pages.toSorted()).toEqual(types.map(([type]) => type).toSorted());
  });
});

it('an unknown problem has no page', async () => {
  expect((await app.call('GET', '/problems/no-such-thing')).status).toBe(404);
  expect((await app.call('GET', '/problems/..%2f..%2fpackage')).status).toBe(404);
});

it('a problem carries its facts beside type, title, status and request id', () => {
  const error = problem('action-not-allowed', { detail: 'A method is chosen.', reason: 'method_chosen' });
  expect(problemDocument(error, 'req-12345')).toEqual({
    type: '/problems/action-not-allowed',
    title: 'The payment does not allow this now',
    status: 409,
    detail: 'A method is chosen.',
    reason: 'method_chosen',
    requestId: 'req-12345',
  });
});

it('a page shows text as text', () => {
  expect(renderPage('# A <b>\n\nIs `x < y`?\n\n- one\n- two')).toContain(
    '<h1>A &lt;b&gt;</h1>\n<p>Is <code>x &lt; y</code>?</p>\n<ul><li>one</li><li>two</li></ul>',
  );
});
