import { loadContract } from '../../../openapi/check-contract.ts';
import type { Node } from '../../../openapi/contract-document.ts';
import type { Statement } from '../../payments/statement.ts';
import type { Exchange } from '../exchange.ts';
import { type CallKind, failureOf, plainFailureOf, storable, type TroubleReport } from '../failure.ts';
import { mergeDeviations } from '../fields.ts';
import type { Absent, Answer, ProviderFailure } from '../provider.ts';
import { judgeRem } from './errors.ts';

export type Outcome = Answer | Absent | ProviderFailure;

/** What one message says of a payment, and what of it could not be used. */
export interface Translation {
  statement: Statement;
  deviations: readonly string[];
}

/** Reads what is inside an envelope that says yes; null when that is not about what was asked. */
type Translate = (data: Node, saysSuccess: boolean) => Translation | null;

/** Waits for an exchange, judges it and has the answer translated. Never throws. */
export interface Ask {
  (operationId: string, call: CallKind, sent: Promise<Exchange>, translate: Translate): Promise<Outcome>;
  create(operationId: string, sent: Promise<Exchange>, translate: Translate): Promise<Answer | ProviderFailure>;
}

export function createAsk(clock: () => Date): Ask {
  const contract = loadContract('rem');

  async function read(
    operationId: string,
    sent: Promise<Exchange>,
    translate: Translate,
  ): Promise<Answer | TroubleReport> {
    const answer = judgeRem(await sent, clock());
    if (answer.kind === 'trouble') return answer;
    const { raw, body, httpStatus } = answer;
    const translation = translate(answer.data, answer.saysSuccess);
    if (!translation) {
      const message = `JSON that says nothing of what was asked (HTTP ${httpStatus})`;
      return { trouble: 'unreadable', message, raw };
    }
    const { statement, deviations } = translation;
    const fromContract = contract.checkResponse(operationId, httpStatus, body);
    return { kind: 'answer', statement, raw: storable(raw), deviations: mergeDeviations(fromContract, deviations) };
  }

  async function ask(operationId: string, call: CallKind, sent: Promise<Exchange>, translate: Translate) {
    const answer = await read(operationId, sent, translate);
    return 'trouble' in answer ? failureOf(answer, call) : answer;
  }

  async function create(operationId: string, sent: Promise<Exchange>, translate: Translate) {
    const answer = await read(operationId, sent, translate);
    return 'trouble' in answer ? plainFailureOf(answer, 'write') : answer;
  }

  return Object.assign(ask, { create });
}
