import { isNode, type Node } from '../../../openapi/contract-document.ts';

/** What is inside one of REM's envelopes (providers.md A.2, A.6, A.7). `code` is as REM wrote it. */
export type Opened =
  | { kind: 'data'; data: Node; saysSuccess: boolean }
  | { kind: 'refusal'; code: string | null; message: string }
  | { kind: 'unreadable' };

/**
 * Opens an answer or callback: flat, `{data,message,status}`, `{success,error,data,reason,status_code}`, fields beside
 * `status:{code:"000"}`, and the refusals `{status:false,message}`, `{status:{code,message}}`, `{success:false,error}`.
 */
export function openEnvelope(body: unknown): Opened {
  if (!isNode(body)) return { kind: 'unreadable' };
  const { status, success, error } = body;
  if (isNode(status)) {
    const code = plain(status.code);
    const isYes = code !== null && successCodes.includes(code);
    // Without its code it is neither a yes nor a no, and it can't be both.
    if (code === null || (isYes && success === false)) return { kind: 'unreadable' };
    if (!isYes) return { kind: 'refusal', code, message: plain(status.message) ?? 'no reason given' };
  }
  if (status === false || success === false) {
    const code = isNode(error) ? (plain(error.code) ?? plain(error.Code)) : null;
    return { kind: 'refusal', code, message: reasonIn(body) ?? 'no reason given' };
  }
  const saysSuccess = isNode(status) || status === true || success === true;
  return { kind: 'data', data: isNode(body.data) ? body.data : body, saysSuccess };
}

/** "000" in every sample, 0 in the code table, which a live answer may have as a number (providers.md C.7). */
const successCodes = ['000', '0'];

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
