import { describe, expect, test } from 'vitest';
import { en } from '../../../words/en.ts';
import { id } from '../../../words/id.ts';
import { describeObservation } from './describe-observation.ts';
import type { ObservationEntry, Source } from './entry.ts';

type ReasonCode = NonNullable<ObservationEntry['reason']>['code'];

// Records and not lists, so that a new word of the contract does not compile before it is tested here.
const everySource: Record<Source, true> = {
  create: true,
  read: true,
  callback: true,
  sweep: true,
  import: true,
  delete: true,
};
const verdictOf: Record<ReasonCode, Exclude<ObservationEntry['verdict'], 'applied'>> = {
  same_as_before: 'duplicate',
  older_than_known: 'stale',
  already_paid: 'stale',
  already_ended: 'stale',
  already_settled: 'stale',
  nothing_known: 'stale',
  amount_differs: 'contradicts',
  reference_differs: 'contradicts',
  status_denied: 'contradicts',
};
const sources = Object.keys(everySource) as Source[];
const codes = Object.keys(verdictOf) as ReasonCode[];
const now = Date.parse('2026-11-20T08:00:00Z');

function observation(parts: Partial<ObservationEntry>): ObservationEntry {
  return {
    type: 'observation',
    id: 'obs_1',
    callbackId: null,
    at: '2026-11-20T07:07:01.000Z',
    source: 'callback',
    saidAt: null,
    status: 'paid',
    settlement: 'waiting',
    providerStatus: 'complete',
    method: 'va',
    channel: 'bca',
    verdict: 'applied',
    reason: null,
    changes: [],
    deviations: [],
    raw: null,
    ...parts,
  };
}

const tell = (parts: Partial<ObservationEntry>, words = en) =>
  describeObservation(words, observation(parts), { kind: 'link', provider: 'rem' }, now);

describe.each([
  ['English', en],
  ['Indonesian', id],
] as const)('in %s', (_language, words) => {
  test('every reason of every source is told as one finished sentence that names the time it is measured against', () => {
    for (const code of codes) {
      for (const source of sources) {
        const reason = { code, observationId: 'obs_0', at: '2026-11-20T07:06:11.000Z' };
        const { title, sentences } = tell({ source, verdict: verdictOf[code], reason }, words);
        expect(title).toMatch(/\S/);
        expect(sentences).toHaveLength(1);
        expect(sentences[0]).toMatch(/^\p{Lu}.*\.$/u);
        expect(`${title} ${sentences[0]}`).not.toMatch(/undefined|null|_/);
        const isMeasured = !['amount_differs', 'reference_differs', 'nothing_known'].includes(code);
        expect(sentences[0]?.includes('14:06:11'), `${code} of ${source}`).toBe(isMeasured);
      }
    }
  });

  test('every reason is a sentence too when nothing is named that it is measured against', () => {
    for (const code of codes) {
      const { sentences } = tell({ verdict: verdictOf[code], reason: { code, observationId: null, at: null } }, words);
      expect(sentences[0]).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentences[0]).not.toMatch(/undefined|null|\s\s/);
    }
  });

  test('no two reasons are told in the same words', () => {
    const told = codes.map((code) =>
      tell({ verdict: verdictOf[code], reason: { code, observationId: null, at: null } }, words),
    );
    expect(new Set(told.map(({ sentences }) => sentences[0])).size).toBe(codes.length);
  });
});

describe('the title', () => {
  const change = (field: string) => [{ field, from: 'a', to: 'b' }];

  test.each<[string, Partial<ObservationEntry>]>([
    ['Callback: paid', { changes: change('status') }],
    ['Callback: settled', { settlement: 'settled', changes: change('settlement') }],
    ['Callback repeated', { verdict: 'duplicate' }],
    ['Callback: expired', { verdict: 'stale', status: 'expired' }],
    ['Callback without a status', { verdict: 'stale', status: null }],
    ['REM’s answer to the creation was lost or unreadable', { source: 'create', verdict: 'stale', status: null }],
    ['Read without a result', { source: 'read', verdict: 'stale', status: null }],
    ['Confirmed paid by reading', { source: 'read', changes: change('confirmedAt') }],
    ['Confirmed settled by reading', { source: 'sweep', settlement: 'settled', changes: change('settlement') }],
    ['Read: paid', { source: 'read', changes: change('status') }],
    ['Read again: no change', { source: 'read', verdict: 'duplicate' }],
    ['Automatic check: expired', { source: 'sweep', status: 'expired', changes: change('status') }],
    ['Created at REM', { source: 'create', status: 'open' }],
    ['REM answered the creation: failed', { source: 'create', status: 'failed' }],
    ['Deleted at REM', { source: 'delete', status: 'deleted' }],
    ['Imported from REM: open', { source: 'import', status: 'open', changes: change('status') }],
    ['Customer chose virtual account BCA', { status: 'awaiting_payment', changes: change('method') }],
    ['Customer chose QRIS', { status: 'awaiting_payment', method: 'qris', channel: null }],
    ['Callback: awaiting payment', { status: 'awaiting_payment', method: null, channel: null }],
  ])('is “%s”', (title, parts) => {
    expect(tell(parts).title).toBe(title);
  });
});

test('of a kind whose method we chose ourselves nobody says that the customer chose it', () => {
  const awaiting = observation({ status: 'awaiting_payment', method: 'qris', channel: null, source: 'import' });
  const title = (kind: 'link' | 'routing') => describeObservation(en, awaiting, { kind, provider: 'rem' }, now).title;
  expect(title('link')).toBe('Customer chose QRIS');
  expect(title('routing')).toBe('Imported from REM: awaiting payment');
});

describe('what was applied', () => {
  test('is told in the provider’s own word and with its settlement', () => {
    expect(tell({}).sentences).toEqual(['REM says “complete”.', 'Settlement is waiting.']);
  });

  test('says when the money came after the payment had ended', () => {
    expect(tell({ changes: [{ field: 'late', from: false, to: true }] }).sentences).toContain(
      'The money came after it had ended.',
    );
  });
});

test('a time on another day is told with its day', () => {
  const reason = { code: 'same_as_before' as const, observationId: null, at: '2026-11-18T17:30:00.000Z' };
  expect(tell({ verdict: 'duplicate', reason }).sentences).toEqual([
    'Same content as at 00:30:00 WIB on 19 Nov, nothing changed.',
  ]);
  expect(
    describeObservation(id, observation({ verdict: 'duplicate', reason }), { kind: 'link', provider: 'rem' }, now)
      .sentences,
  ).toEqual(['Isinya sama seperti pada 19 Nov pukul 00:30:00 WIB, tidak ada yang berubah.']);
});
