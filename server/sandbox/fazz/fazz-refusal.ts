/** Codes and titles of Fazz's errors that can be met here (providers.md B.6). */
const titles = {
  '000': 'Unknown error',
  '001': 'Internal server error',
  '002': 'Access denied',
  '003': 'Feature not supported',
  '004': 'Record not found',
  '005': 'Invalid parameters',
  '010': 'Service temporarily unavailable',
  TXN0002: 'Invalid transaction amount',
  TXN0003: 'Exceeds account transaction limit',
  TXN0006: 'suffixNo not supported for this bank',
  TXN0007: 'suffixNo exceeds maximum number limit',
} as const;

export type FazzErrorCode = keyof typeof titles;

/** Fazz says no, with this HTTP status: 400, or 401 and 404 as presumed in providers.md B.6. */
export class FazzRefusal extends Error {
  readonly code: FazzErrorCode;
  readonly httpStatus: number;
  constructor(code: FazzErrorCode, detail: string, httpStatus = 400) {
    super(detail);
    this.code = code;
    this.httpStatus = httpStatus;
  }
}

/** The envelope of every failure. */
export const errorDocument = (code: FazzErrorCode, detail: string) => ({
  errors: [{ code, title: titles[code], detail }],
});
