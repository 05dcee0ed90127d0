import type { Exchange } from '../exchange.ts';
import { readJson, type Trouble, type TroubleReport, transportTrouble } from '../failure.ts';
import { type Opened, openEnvelope } from './envelope.ts';

/** An answer of REM that can be read, or what is wrong with it. */
export type RemAnswer =
  | (Opened & { kind: 'data' } & { body: unknown; httpStatus: number; raw: string })
  | ({ kind: 'trouble' } & TroubleReport);

/** Decides what an exchange with REM came to. Refusals come with HTTP 200 as well as 4xx; the words decide. */
export function judgeRem(exchange: Exchange, now: Date): RemAnswer {
  const transport = transportTrouble(exchange, now);
  if (transport || exchange.kind !== 'response')
    return { kind: 'trouble', trouble: 'lost', message: 'no answer', raw: null, ...transport };
  const { httpStatus, text: raw } = exchange;
  const json = readJson(exchange);
  const opened: Opened = 'body' in json ? openEnvelope(json.body) : { kind: 'unreadable' };

  if (opened.kind === 'refusal') {
    const { code, message } = opened;
    const trouble = troubleOf(code, message);
    const isLockedOut = trouble === 'refused' && isNoAccess(httpStatus);
    return { kind: 'trouble', trouble: isLockedOut ? 'no_access' : trouble, code, message, raw };
  }
  // No body is documented for 403: an address that is not registered, or a request that looks like an attack (A.1).
  if (isNoAccess(httpStatus))
    return { kind: 'trouble', trouble: 'no_access', message: `it refuses us access (HTTP ${httpStatus})`, raw };
  if (httpStatus < 400 && opened.kind === 'data' && 'body' in json)
    return { ...opened, body: json.body, httpStatus, raw };
  const message = 'message' in json ? json.message : `JSON of another shape (HTTP ${httpStatus})`;
  return { kind: 'trouble', trouble: 'unreadable', message, raw };
}

const isNoAccess = (httpStatus: number) => httpStatus === 401 || httpStatus === 403;

/**
 * By the codes of providers.md A.13, where there is one, and by the words of A.5. A code of no list is a no like any other.
 */
function troubleOf(code: string | null, message: string): Trouble {
  const says = (...patterns: RegExp[]) => patterns.some((pattern) => pattern.test(message));
  const isCode = (...codes: string[]) => code !== null && codes.includes(code);
  if (isCode(...openOutcomes) || says(/internal (server )?error|general error|time.?d? ?out/i)) return 'server_error';
  if (isCode('229', '429') || says(/too many/i)) return 'slow_down';
  if (isCode(...accessCodes) || says(/^(username not found|invalid ip address|invalid api key)/i)) return 'no_access';
  if (
    isCode(...absenceCodes) ||
    says(/\b(data|payment (link|routing)|transaction|partner tr?x id)\b.{0,40}\bnot found\b/i)
  )
    return 'not_found';
  return 'refused';
}

/**
 * In progress, pending, failed without being final, or an error inside REM: the work may have been done. So too 901: the
 * table of routing codes calls it "Non Final", and a no that is not final may become a yes. Of a creation it is therefore no
 * refusal; whether there is a routing, a read has to tell.
 */
const openOutcomes = ['101', '102', '300', '301', '500', '503', '504', '900', '901', '990', '999'];
/** REM's word for an id that it does not have; the routing's table has it of deactivation, other pages of every call. */
const absenceCodes = ['204'];
/** User not found or inactive, source address not registered, API key invalid, credentials blocked. */
const accessCodes = ['201', '202', '207', '208', '254'];
