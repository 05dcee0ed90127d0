import { loadContract } from '../../../openapi/check-contract.ts';
import { isNode } from '../../../openapi/contract-document.ts';
import { storable } from '../failure.ts';
import { mergeDeviations } from '../fields.ts';
import type { ListedPage, ListRequest, ProviderFailure } from '../provider.ts';
import type { Ask, Outcome } from './ask.ts';
import type { FazzClient } from './client.ts';
import { translatePayment } from './translate-payment.ts';

type Item = ListedPage['items'][number];

const asList = (data: unknown) => (Array.isArray(data) ? data : null);

/** The payment with this reference, by Fazz's list (providers.md B.8). Absent only when that list is empty. */
export async function findPayment(client: FazzClient, ask: Ask, reference: string): Promise<Outcome> {
  const sent = client.listPayments({ 'filter[referenceId]': reference });
  const reading = await ask('listPayments', 'read', sent, asList);
  if (reading.kind !== 'reading') return reading;
  const { content, raw } = reading;
  const found = content.flatMap((resource) => readItem(resource) ?? []).find((item) => isUnder(item, reference));
  if (found) return { kind: 'answer', ...found };
  if (content.length === 0) return { kind: 'absent', raw };
  // The filter had no effect, or what it found cannot be read: that proves nothing.
  return { kind: 'unreadable', message: 'it lists payments of other references than was asked for', raw };
}

/**
 * One page of the payments that were made in a range of time, oldest first, so that new ones come last and no page shifts.
 * At most 1,000 a page (B.8); an answer larger than 1 MB is unreadable, which a hundred never are.
 */
export async function listPayments(
  client: FazzClient,
  ask: Ask,
  { createdFrom, createdBefore, page, size }: ListRequest,
): Promise<ListedPage | ProviderFailure> {
  const sent = client.listPayments({
    'page[number]': page,
    'page[size]': size,
    sort: 'createdAt',
    // Fazz's "after" and "before" leave the instant itself out, and its payments say their second only.
    'filter[createdAfter]': wholeSecond(Math.floor(Date.parse(createdFrom) / 1000) - 1),
    'filter[createdBefore]': wholeSecond(Math.ceil(Date.parse(createdBefore) / 1000)),
  });
  const reading = await ask.plain('listPayments', 'read', sent, asList);
  if (reading.kind !== 'reading') return reading;
  const { content } = reading;
  const items = content.flatMap((resource) => readItem(resource) ?? []);
  const isWithin = ({ statement: { createdAt } }: Item) =>
    createdAt === null ||
    (Date.parse(createdAt) >= Date.parse(createdFrom) && Date.parse(createdAt) < Date.parse(createdBefore));
  return {
    kind: 'page',
    items: items.filter(isWithin),
    unreadableCount: content.length - items.length,
    isFull: content.length >= size,
  };
}

/** One resource of a list, as if it had been asked for alone. */
function readItem(resource: unknown): Item | null {
  const translation = isNode(resource) ? translatePayment(resource) : null;
  if (!translation) return null;
  const body = { data: resource };
  const fromContract = loadContract('fazz').checkResponse('getPayment', 200, body);
  return {
    statement: translation.statement,
    raw: storable(JSON.stringify(body)),
    deviations: mergeDeviations(fromContract, translation.deviations),
  };
}

const isUnder = ({ statement }: Item, reference: string) =>
  statement.reference?.toLowerCase() === reference.toLowerCase();

const wholeSecond = (epochSeconds: number) => new Date(epochSeconds * 1000).toISOString().replace('.000', '');
