import type { components } from '../../openapi/generated/console.ts';
import type { Charge } from '../sandbox/charges/charge.ts';

type Schemas = components['schemas'];
type Payment = Schemas['Payment'];
type Observation = Schemas['ObservationEntry'];

/** What the console shows of one payment at one moment. */
export interface Sight {
  /** How it answered what a person asked for; null when it did as asked, or nobody asked. */
  answer: string | null;
  payment: Payment;
  /** The same at the provider, where there is one. */
  charge: Charge | null;
  /** With what other than 200 we have answered callbacks since the last look. */
  refused: readonly number[];
  /** What the timeline has got since the last look: answers to what we asked, then callbacks, each oldest first. */
  news: readonly Observation[];
  /** Why it is among the payments that need a person. */
  attention: readonly Schemas['Attention'][];
}

/** The sight in one line, in the words of openapi/console.yaml. `before` is the last look at the same payment. */
export function tellSight(sight: Sight, before: Payment | null): string {
  const { answer, payment, charge, refused, news, attention } = sight;
  const state = tellState(payment);
  const reasons = attention.map(code).join(', ');
  return [
    ...(answer === null ? [] : [answer]),
    before && tellState(before) === state ? 'unchanged' : state,
    ...(payment.claimedAt === null ? [] : ['reported by callback, being confirmed']),
    ...(charge && news.length > 0 ? mistaken(payment, charge) : []),
    ...tellRefused(refused),
    ...news.map((entry) => tellNews(entry, payment)),
    ...(reasons === '' ? [] : [`needs a person: ${reasons}`]),
  ].join('; ');
}

/** What a problem tells whoever asked. */
export function tellProblem({ status, type, providerCode, retryAfterSeconds }: Schemas['Problem']): string {
  const again = retryAfterSeconds === undefined ? '' : `, to be repeated after ${retryAfterSeconds} s`;
  const coded = providerCode === undefined || providerCode === null ? '' : `, code ${providerCode}`;
  return `${code(type.replace('/problems/', ''))} (${status})${coded}${again}`;
}

/** Times and amounts that the console shows otherwise than the provider has them. REM and Fazz write whole seconds. */
function mistaken(shown: Payment, { expiresAt, order, payment }: Charge): string[] {
  const times = { expiresAt, paidAt: payment?.paidAt, settlesAt: payment?.settlesAt } as const;
  const amounts = { amountIdr: order.amountIdr, paidAmountIdr: payment?.paidAmountIdr } as const;
  const isOther = (name: keyof typeof times) =>
    shown[name] !== null && times[name] !== undefined && shown[name].slice(0, 19) !== times[name].slice(0, 19);
  return [
    ...(['expiresAt', 'paidAt', 'settlesAt'] as const).filter(isOther),
    ...(['amountIdr', 'paidAmountIdr'] as const).filter(
      (name) => shown[name] !== null && amounts[name] !== undefined && shown[name] !== amounts[name],
    ),
  ].map((name) => `${code(name)} is not the provider's`);
}

function tellRefused(refused: readonly number[]): string[] {
  const times = refused.length > 1 ? ` ${refused.length} times` : '';
  return refused.length === 0 ? [] : [`callback refused${times} (${[...new Set(refused)].join(', ')})`];
}

function tellState(payment: Payment): string {
  const { status, settlement, late, failure, amountIdr, paidAmountIdr, knownFrom, actions } = payment;
  const isOtherAmount = paidAmountIdr !== null && paidAmountIdr !== amountIdr;
  return [
    code(status),
    ...(settlement === 'none' ? [] : [`settlement ${code(settlement)}`]),
    ...(late ? ['late'] : []),
    ...(isOtherAmount ? [`${rupiah(paidAmountIdr)} of ${rupiah(amountIdr)}`] : []),
    ...(failure ? [tellFailure(failure)] : []),
    ...(actions.delete.reason === 'being_deleted' ? ['being deleted'] : []),
    ...(knownFrom ? [tellSource(knownFrom)] : []),
  ].join(', ');
}

function tellFailure({ code: reason, detail, providerCode }: Schemas['Failure']): string {
  const numbered = providerCode === null ? '' : ` ${providerCode}`;
  return `failure ${code(reason)}${numbered}${detail === null ? '' : ` “${withoutInnerCode(detail)}”`}`;
}

const tellSource = ({ source, confirmedAt }: Schemas['KnownFrom']) =>
  source !== 'read' && confirmedAt !== null ? `known from ${source}, confirmed by reading` : `known from ${source}`;

/** What it says is left out where that is how the payment stands. */
function tellNews(entry: Observation, { status, settlement }: Payment): string {
  const said = [entry.status, entry.settlement === 'none' ? null : entry.settlement].filter((word) => word !== null);
  const isSame = entry.status === status && (entry.settlement ?? 'none') === settlement;
  const what = said.length === 0 ? ' without a status' : isSame ? '' : ` ${said.map(code).join(' ')}`;
  const why = entry.reason === null ? '' : ` (${entry.reason.code.replaceAll('_', ' ')})`;
  const differs = entry.deviations.map((sentence) => ` “${withoutInnerCode(sentence)}”`).join('');
  return `${entry.source}${what}: ${entry.verdict}${why}${differs === '' ? '' : `,${differs}`}`;
}

const code = (word: string) => `\`${word}\``;

const rupiah = (amountIdr: number) => `Rp ${String(amountIdr).replace(/\B(?=(\d{3})+$)/g, '.')}`;

/** Without the system's own word for how a connection broke, and without the pattern that a text does not match. */
export const withoutInnerCode = (sentence: string) =>
  sentence.replace(/ \([A-Z]+(_[A-Z]+)*\)/, '').replace(/ pattern ".*"/, ' a pattern');
