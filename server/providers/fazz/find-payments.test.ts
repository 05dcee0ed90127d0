import { afterEach, describe, expect, it } from 'vitest';
import { demoAccount } from '../../sandbox/demo-account.ts';
import type { ScenarioName } from '../../sandbox/scenarios.ts';
import { startTestSandbox } from '../../sandbox/testing/start-test-sandbox.ts';
import {
  type AnsweringServer,
  type Behaviour,
  json,
  startAnsweringServer,
  text,
} from '../../testing/answering-server.ts';
import type { ListedPage, ListRequest } from '../provider.ts';
import { createFazz } from './fazz.ts';

function open(baseUrl: string) {
  const { ports } = createFazz({ baseUrl, secrets: demoAccount.fazz, timeoutMs: 10_000, clock: () => new Date() });
  const port = ports['one-time'];
  if (!port.list) throw new Error('Fazz lists one-time payments');
  return { ...port, list: port.list };
}

const week: ListRequest = {
  createdFrom: '2026-11-08T17:00:00.000Z',
  createdBefore: '2026-11-15T17:00:00.000Z',
  page: 1,
  size: 100,
};

function pageOf(outcome: { kind: string }): ListedPage {
  expect(outcome.kind).toBe('page');
  return outcome as ListedPage;
}
const referencesOf = ({ items }: ListedPage) => items.map(({ statement }) => statement.reference);

describe('the list of payments', () => {
  /** A twin with a payment for each of these instants, referenced P0, P1 and so on. */
  async function withPayments(instants: readonly string[]) {
    const sandbox = await startTestSandbox();
    const make = async (index: number) => {
      const referenceId = `P${index}`;
      await sandbox.fazz.createPayment({ referenceId, amount: 15_000 + index });
      sandbox.control.backdate(referenceId, instants[index] ?? '');
    };
    for (const index of instants.keys()) await make(index);
    return { ...sandbox, port: open(sandbox.fazzUrl) };
  }

  /** Every page of a range, as an import asks for them. */
  async function listAll(port: ReturnType<typeof open>, range: ListRequest) {
    const references: (string | null)[] = [];
    for (let page = 1, isFull = true; isFull; page++) {
      const listed = pageOf(await port.list({ ...range, page }));
      references.push(...referencesOf(listed));
      isFull = listed.isFull;
    }
    return references;
  }

  it('gives some hundred payments, range after range and page after page, without a gap and without a repeat', async () => {
    // One every 37 minutes of ten days; each tenth falls on the same second as the one before it.
    const startMs = Date.parse('2026-11-06T17:00:00Z');
    const instants = Array.from({ length: 390 }, (_, index) => {
      const step = index % 10 === 9 ? index - 1 : index;
      return new Date(startMs + step * 37 * 60_000).toISOString();
    });
    const { port } = await withPayments(instants);
    const dayMs = 86_400_000;
    const found: (string | null)[] = [];
    for (let day = 0; day < 11; day++) {
      const createdFrom = new Date(startMs + day * dayMs).toISOString();
      const createdBefore = new Date(startMs + (day + 1) * dayMs).toISOString();
      found.push(...(await listAll(port, { createdFrom, createdBefore, page: 1, size: 13 })));
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found.toSorted()).toEqual(instants.map((_, index) => `P${index}`).toSorted());
    expect(found.indexOf('P100')).toBeLessThan(found.indexOf('P101'));
  }, 30_000);

  it('holds what was made at its first instant, and not what was made at its last', async () => {
    const { port } = await withPayments([
      '2026-11-08T16:59:59Z',
      '2026-11-08T17:00:00Z',
      '2026-11-15T16:59:59Z',
      '2026-11-15T17:00:00Z',
    ]);
    expect(referencesOf(pageOf(await port.list(week)))).toEqual(['P1', 'P2']);
    const parts = ['2026-11-08T17:00:00.000Z', '2026-11-08T17:00:00.500Z', '2026-11-08T17:00:01.000Z'];
    const inPart = async (index: number) => {
      const [createdFrom = '', createdBefore = ''] = parts.slice(index);
      return referencesOf(pageOf(await port.list({ ...week, createdFrom, createdBefore })));
    };
    expect([await inPart(0), await inPart(1)]).toEqual([['P1'], []]);
  });

  it('does not shift its pages when payments are made meanwhile', async () => {
    const at = (second: number) => new Date(Date.parse('2026-11-09T03:00:00Z') + second * 1000).toISOString();
    const { port, fazz, control } = await withPayments(Array.from({ length: 6 }, (_, index) => at(index)));
    const first = pageOf(await port.list({ ...week, size: 3 }));
    await fazz.createPayment({ referenceId: 'NEW' });
    control.backdate('NEW', at(60));
    const second = pageOf(await port.list({ ...week, size: 3, page: 2 }));
    const third = pageOf(await port.list({ ...week, size: 3, page: 3 }));
    expect([first, second, third].flatMap(referencesOf)).toEqual(['P0', 'P1', 'P2', 'P3', 'P4', 'P5', 'NEW']);
    expect([first, second, third].map(({ isFull }) => isFull)).toEqual([true, true, false]);
  });

  it('gives each payment as if it had been read alone', async () => {
    const { port, control } = await withPayments(['2026-11-09T03:00:00Z']);
    const [item] = pageOf(await port.list(week)).items;
    const read = await port.read({ reference: 'P0', providerPaymentId: control.link('P0')?.id ?? null });
    expect(read).toEqual({ kind: 'answer', ...item });
    expect(item).toMatchObject({ statement: { reference: 'P0', feeSen: 366_300 }, deviations: [] });
  });

  it.each<[ScenarioName, string]>([
    ['missing_field', 'status'],
    ['times_without_zone', 'createdAt'],
    ['unknown_field', 'sandboxUnknownField'],
  ])('told with %s is read for the rest, and the deviation is named', async (scenario, field) => {
    const { port, control } = await withPayments(['2026-11-09T03:00:00Z']);
    control.arm({ scenario, operation: 'listPayments' });
    const { items, unreadableCount } = pageOf(await port.list(week));
    expect(unreadableCount).toBe(0);
    expect(items).toMatchObject([{ statement: { reference: 'P0', amountIdr: 15_000 } }]);
    expect(items[0]?.deviations.join(' ')).toContain(field);
  });

  it.each<[ScenarioName, string]>([
    ['error_429', 'unavailable'],
    ['error_500', 'unavailable'],
    ['lost_response', 'unavailable'],
    ['html_answer', 'unavailable'],
  ])('is not there when Fazz fails with %s', async (scenario, kind) => {
    const { port, control } = await withPayments([]);
    control.arm({ scenario, operation: 'listPayments' });
    expect(await port.list(week)).toMatchObject({ kind });
    expect(await port.list(week)).toEqual({ kind: 'page', items: [], unreadableCount: 0, isFull: false });
  });

  it('cannot be longer than Fazz allows', async () => {
    const { port } = await withPayments([]);
    expect(await port.list({ ...week, size: 1_001 })).toMatchObject({ kind: 'declined', code: '005' });
  });
});

describe('what a list says outside its contract', () => {
  const servers: AnsweringServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });
  async function answering(behaviour: Behaviour) {
    const server = await startAnsweringServer();
    servers.push(server);
    server.behave(behaviour);
    return { server, port: open(`${server.url}/fazz/api/v4`) };
  }

  const payment = (referenceId: string, changes: object = {}) => ({
    id: `contract_${'0a1b2c3d'.repeat(4)}`,
    type: 'payment',
    attributes: {
      referenceId,
      status: 'pending',
      amount: '15000.0',
      createdAt: '2026-11-09T10:00:00+07:00',
      ...changes,
    },
  });

  it('is asked for with percent-encoded brackets, oldest first', async () => {
    const { server, port } = await answering(json(200, { data: [] }));
    await port.list({ ...week, page: 2 });
    expect(server.received[0]?.url).toBe(
      '/fazz/api/v4/payments?page%5Bnumber%5D=2&page%5Bsize%5D=100&sort=createdAt' +
        '&filter%5BcreatedAfter%5D=2026-11-08T16%3A59%3A59Z&filter%5BcreatedBefore%5D=2026-11-15T17%3A00%3A00Z',
    );
    await port.lookUp('TO1', 'reference');
    expect(server.received[1]?.url).toBe('/fazz/api/v4/payments?filter%5BreferenceId%5D=TO1');
  });

  it('is counted where it cannot be read, and what can be is kept', async () => {
    const data = [null, 'payment', {}, payment('A'), { id: 'contract_1' }, payment('B', { status: 'sold' }), []];
    const { port } = await answering(json(200, { data }));
    const page = pageOf(await port.list({ ...week, size: 7 }));
    expect(referencesOf(page)).toEqual(['A', 'B']);
    expect(page).toMatchObject({ unreadableCount: 5, isFull: true });
    expect(page.items[1]?.deviations).toContain('status could not be used.');
  });

  it('of other times than was asked for is left out; of an unknown time it is kept', async () => {
    const data = [
      payment('EARLY', { createdAt: '2026-11-08T23:59:59+07:00' }),
      payment('IN'),
      payment('LATE', { createdAt: '2026-11-16 00:00:00 +0700' }),
      payment('WHEN', { createdAt: 'yesterday' }),
    ];
    const { port } = await answering(json(200, { data }));
    const page = pageOf(await port.list({ ...week, size: 4 }));
    expect(referencesOf(page)).toEqual(['IN', 'WHEN']);
    expect(page).toMatchObject({ unreadableCount: 0, isFull: true });
  });

  it.each([
    ['a payment', json(200, { data: payment('A') })],
    ['nothing', json(200, { data: null })],
    ['a page', text(200, '<html>')],
    ['more than 1 MB', text(200, 'x'.repeat(1024 * 1024 + 1))],
  ])('that is %s is unreadable', async (_, behaviour) => {
    const { port } = await answering(behaviour);
    expect(await port.list(week)).toMatchObject({ kind: 'unreadable' });
    expect(await port.lookUp('TO1')).toMatchObject({ kind: 'unreadable' });
  });

  it('“not found” is no empty page, but there is no such payment', async () => {
    const { port } = await answering(json(404, { errors: [{ code: '004', title: 'Record not found', detail: '' }] }));
    expect(await port.list(week)).toMatchObject({ kind: 'declined' });
    expect(await port.lookUp('TO1')).toMatchObject({ kind: 'absent' });
  });

  it('of another reference than was asked for proves nothing', async () => {
    const { port } = await answering(json(200, { data: [payment('OTHER'), null] }));
    expect(await port.lookUp('TO1')).toMatchObject({ kind: 'unreadable' });
    expect(await port.lookUp('other')).toMatchObject({ kind: 'answer', statement: { reference: 'OTHER' } });
  });
});
