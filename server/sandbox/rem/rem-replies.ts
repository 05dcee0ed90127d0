import type { Content } from '../armings.ts';
import type { Settings } from '../settings.ts';
import type { Reply } from '../twin.ts';
import { parseWibLocal } from '../wib.ts';

/** An answer in JSON about that charge, if it is about one. */
export const jsonReply = (httpStatus: number, body: object, linkId: string | null = null): Reply => ({
  httpStatus,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  linkId,
});

/** Rejections come with HTTP 200, as callers of the live API read them (providers.md A.2). */
export const rejection = (message: string, httpStatus = 200) => jsonReply(httpStatus, { status: false, message });

/** Which field says the status and how REM writes there: the word of scenario unknown_status. */
export interface StatusField {
  field: 'status' | 'payment_status';
  strange: string;
}

/** The fields of a statement as settings and content scenarios want them; `status` where it has one. */
export function asSaid(fields: object, content: Content, settings: Settings, status?: StatusField): object {
  const said = new Map<string, unknown>(Object.entries(fields));
  for (const [name, value] of said) {
    if (typeof value === 'number' && content.has('amount_as_string')) said.set(name, String(value));
    if (typeof value === 'string' && hasZone(content, settings)) said.set(name, withZone(value));
  }
  if (status && content.has('unknown_status')) said.set(status.field, status.strange);
  if (status && content.has('missing_field')) said.delete(status.field);
  if (content.has('unknown_field')) said.set('sandbox_unknown_field', 'no document has this field');
  return Object.fromEntries(said);
}

const hasZone = (content: Content, { remTimes }: Settings) =>
  !content.has('times_without_zone') && (content.has('times_with_zone') || remTimes === 'with_zone');

/** A time of REM's two zone-less forms as UTC with a Z; any other text as it is. */
function withZone(text: string): string {
  const at = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d$/.test(text) ? parseWibLocal(text.replace('T', ' ')) : null;
  return at ? `${at.slice(0, 19)}Z` : text;
}

/** Whether an answer is wrapped: what a scenario says, else what the settings say. */
export const isWrapped = (content: Content, settings: Settings) =>
  !content.has('envelope_flat') && (content.has('envelope_wrapped') || settings.remEnvelope === 'wrapped');
