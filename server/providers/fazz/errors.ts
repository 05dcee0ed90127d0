import { isNode } from '../../../openapi/contract-document.ts';
import type { Exchange } from '../exchange.ts';
import { readJson, type Trouble, type TroubleReport, transportTrouble } from '../failure.ts';

/** An answer of Fazz that can be read, or what is wrong with it. */
export type FazzAnswer =
  /** `data` is an object, or the list that a list endpoint answers with. */
  | { kind: 'data'; data: unknown; body: unknown; httpStatus: number; raw: string }
  | ({ kind: 'trouble' } & TroubleReport);

/** Decides what an exchange with Fazz came to: `{data}` with 2xx, `{errors:[{code,title,detail}]}` otherwise (providers.md B.6). */
export function judgeFazz(exchange: Exchange, now: Date): FazzAnswer {
  const transport = transportTrouble(exchange, now);
  if (transport || exchange.kind !== 'response')
    return { kind: 'trouble', trouble: 'lost', message: 'no answer', raw: null, ...transport };
  const { httpStatus, text: raw } = exchange;
  const json = readJson(exchange);
  const body = 'body' in json ? json.body : null;

  const error = firstError(body);
  if (error) return { kind: 'trouble', trouble: codes[error.code ?? ''] ?? byHttpStatus(httpStatus), ...error, raw };
  if (httpStatus === 401 || httpStatus === 403)
    return { kind: 'trouble', trouble: 'no_access', message: `it refuses us access (HTTP ${httpStatus})`, raw };
  if (httpStatus < 400 && isNode(body) && (isNode(body.data) || Array.isArray(body.data)))
    return { kind: 'data', data: body.data, body, httpStatus, raw };
  const message = 'message' in json ? json.message : `JSON of another shape (HTTP ${httpStatus})`;
  return { kind: 'trouble', trouble: 'unreadable', message, raw };
}

/** Codes that mean something else than a refusal of what was asked (005, TXN…). */
const codes: Readonly<Record<string, Trouble>> = {
  '000': 'server_error',
  '001': 'server_error',
  '002': 'no_access',
  '003': 'refused',
  '004': 'not_found',
  '006': 'server_error',
  // "Service temporarily unavailable" does not say at which point of the work.
  '010': 'server_error',
};

const byHttpStatus = (httpStatus: number): Trouble =>
  httpStatus === 401 || httpStatus === 403 ? 'no_access' : 'refused';

function firstError(body: unknown): { code: string | null; message: string } | null {
  const [error]: unknown[] = isNode(body) && Array.isArray(body.errors) ? body.errors : [];
  if (!isNode(error)) return null;
  const words = [error.title, error.detail].filter((word) => typeof word === 'string' && word.trim() !== '');
  const code = typeof error.code === 'string' ? error.code : null;
  return { code, message: words.join(': ') || `error ${code ?? 'without a code'}` };
}
