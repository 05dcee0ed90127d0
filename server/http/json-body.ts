import express, { type RequestHandler } from 'express';
import { type FieldError, problem } from './problems.ts';

/** The largest legal body is a link with all its fields, under 4 kB. */
const bodyMaxKb = 100;
/** The contract's deepest input has three levels. */
const levelsMax = 20;

const parse = express.json({ limit: `${bodyMaxKb}kb`, inflate: false, type: () => true });

/**
 * Reads a body that must be a JSON object in UTF-8.
 * @throws unsupported-media-type, body-too-large, invalid-request (the error handler translates the parser's errors)
 */
export function jsonBody(): RequestHandler {
  return (request, response, next) => {
    const type = request.get('content-type');
    const hasBody = request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
    if (!hasBody) return next(invalid({ field: '', code: 'required', detail: 'A JSON body is required' }));
    if (!isJsonInUtf8(type)) {
      return next(problem('unsupported-media-type', { detail: 'Send the body as application/json in UTF-8.' }));
    }
    // One spelling for all: the validator keeps a compiled schema for each content type that it has ever seen.
    request.headers['content-type'] = 'application/json';
    parse(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error);
      const fault = faultOf(request.body);
      next(fault === null ? undefined : invalid(fault));
    });
  };
}

/** For operations without a body: what comes along is not read, and its type means nothing. */
export function noBody(): RequestHandler {
  return (request, _response, next) => {
    delete request.headers['content-type'];
    next();
  };
}

/** Query texts must be storable too. @throws invalid-request */
export function storableQuery(): RequestHandler {
  return (request, _response, next) => {
    const fault = faultIn(request.query, '', 0);
    next(fault === null ? undefined : invalid(fault));
  };
}

function isJsonInUtf8(type = ''): boolean {
  const [mediaType = '', ...parameters] = type.toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  return mediaType.trim() === 'application/json' && isUtf8;
}

function faultOf(body: unknown): FieldError | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { field: '', code: 'type', detail: 'The body must be a JSON object' };
  }
  return faultIn(body, '', 0);
}

/** What neither the contract nor the database can take, wherever it stands; looks no deeper than it must. */
function faultIn(value: unknown, field: string, level: number): FieldError | null {
  if (typeof value === 'string' && !isStorable(value)) {
    return { field, code: 'pattern', detail: 'must not hold NUL or half a surrogate pair' };
  }
  if (typeof value !== 'object' || value === null) return null;
  if (level === levelsMax) return { field: '', code: 'other', detail: `must not be nested deeper than ${levelsMax}` };
  for (const [name, inner] of Object.entries(value)) {
    const path = (field === '' ? name : `${field}.${name}`).slice(0, 100);
    const fault = faultIn(inner, path, level + 1);
    if (fault !== null) return fault;
  }
  return null;
}

/** PostgreSQL's text and jsonb take neither of the two. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

function invalid(error: FieldError) {
  const where = error.field === '' ? 'The body' : error.field;
  return problem('invalid-request', { detail: `${where}: ${error.detail}. Nothing was done.`, errors: [error] });
}
