import { loadContract } from '../../../openapi/check-contract.ts';
import type { Statement } from '../../payments/statement.ts';
import type { Exchange } from '../exchange.ts';
import { type CallKind, failureOf, plainFailureOf, storable, type TroubleReport } from '../failure.ts';
import { mergeDeviations } from '../fields.ts';
import type { Absent, Answer, ProviderFailure } from '../provider.ts';
import { judgeFazz } from './errors.ts';

export type Outcome = Answer | Absent | ProviderFailure;

/** What one resource says of a payment, and what of it could not be used. */
export interface Translation {
  statement: Statement;
  deviations: readonly string[];
}

/** An answer that was read. */
interface Reading<Content> {
  kind: 'reading';
  content: Content;
  /** As it arrived, without NUL. */
  raw: string;
  /** Where it differs from openapi/fazz.yaml. */
  deviations: readonly string[];
}

/** Reads an answer's `data`; null when that is about something else, which makes the answer unreadable. */
type Read<Content> = (data: unknown) => Content | null;

/** Waits for an exchange, judges it and has the answer read. Never throws. */
type Asking<Failure> = <Content>(
  operationId: string,
  call: CallKind,
  sent: Promise<Exchange>,
  read: Read<Content>,
) => Promise<Reading<Content> | Failure>;

export interface Ask extends Asking<Absent | ProviderFailure> {
  /** For calls about no single payment, to which "no such record" is a refusal: of a creation it proves nothing. */
  plain: Asking<ProviderFailure>;
}

export function createAsk(clock: () => Date): Ask {
  const contract = loadContract('fazz');

  async function readAnswer<Content>(
    operationId: string,
    sent: Promise<Exchange>,
    read: Read<Content>,
  ): Promise<Reading<Content> | TroubleReport> {
    const answer = judgeFazz(await sent, clock());
    if (answer.kind === 'trouble') return answer;
    const { raw, body, httpStatus } = answer;
    const content = read(answer.data);
    if (content === null) {
      const message = `JSON that says nothing of what was asked (HTTP ${httpStatus})`;
      return { trouble: 'unreadable', message, raw };
    }
    const deviations = contract.checkResponse(operationId, httpStatus, body);
    return { kind: 'reading', content, raw: storable(raw), deviations };
  }

  const ask: Asking<Absent | ProviderFailure> = async (operationId, call, sent, read) => {
    const answer = await readAnswer(operationId, sent, read);
    return 'trouble' in answer ? failureOf(answer, call) : answer;
  };
  const plain: Asking<ProviderFailure> = async (operationId, call, sent, read) => {
    const answer = await readAnswer(operationId, sent, read);
    return 'trouble' in answer ? plainFailureOf(answer, call) : answer;
  };
  return Object.assign(ask, { plain });
}

/** A translated resource as the answer to a call about one payment. */
export function toAnswer<Failure extends Absent | ProviderFailure>(
  reading: Reading<Translation> | Failure,
): Answer | Failure {
  if (reading.kind !== 'reading') return reading;
  const { content, raw, deviations } = reading;
  return {
    kind: 'answer',
    statement: content.statement,
    raw,
    deviations: mergeDeviations(deviations, content.deviations),
  };
}

export function declined(message: string, raw: string | null = null): ProviderFailure {
  return { kind: 'declined', code: null, message, raw };
}

export const idUnknown: ProviderFailure = {
  kind: 'unavailable',
  message: 'it can be asked only by its own id of the payment, which is not known yet',
  retryAfterMs: null,
  isAboutAccount: false,
  raw: null,
};
