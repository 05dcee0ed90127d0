import { isNode, type Node } from '../../../openapi/contract-document.ts';

/** What is inside one of REM's envelopes (providers.md A.2, A.6, A.7). */
export type Opened =
  | { kind: 'data'; data: Node; saysSuccess: boolean }
  | { kind: 'refusal'; code: string | null; message: string }
  | { kind: 'unreadable' };

/**
 * Opens an answer or callback: flat, `{data,message,status}`, `{success,error,data,reason,status_code}`, and the refusals
 * `{status:false,message}`, `{status:{code,message}}`, `{success:false,…}`.
 */
export function openEnvelope(body: unknown): Opened {
  if (!isNode(body)) return { kind: 'unreadable' };
  const { status, success } = body;
  if (isNode(status) && !isSuccessCode(status.code))
    return { kind: 'refusal', code: plain(status.code), message: plain(status.message) ?? 'no reason given' };
  if (status === false || success === false)
    return { kind: 'refusal', code: null, message: reasonIn(body) ?? 'no reason given' };
  return { kind: 'data', data: isNode(body.data) ? body.data : body, saysSuccess: status === true || success === true };
}

/** "000" in every sample, 0 in the code table (providers.md C.7). */
const isSuccessCode = (code: unknown) => ['000', '0', 0].some((success) => success === code);

function reasonIn(body: Node): string | null {
  const places = [body.message, body.reason, body.error, ...detailsIn(body.error), ...detailsIn(body.reason)];
  return places.map(plain).find((text) => text !== null) ?? null;
}

/** The simulation endpoint spells its sub-fields with capitals. */
const detailsIn = (error: unknown) => (isNode(error) ? [error.message, error.Message, error.code, error.Code] : []);

function plain(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
