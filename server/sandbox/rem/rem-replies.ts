import type { Content } from '../armings.ts';
import type { Settings } from '../settings.ts';
import type { Reply } from '../twin.ts';

/** An answer in JSON about that link, if it is about one. */
export const jsonReply = (httpStatus: number, body: object, linkId: string | null = null): Reply => ({
  httpStatus,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  linkId,
});

/** Rejections come with HTTP 200, as callers of the live API read them (providers.md A.2). */
export const rejection = (message: string, httpStatus = 200) => jsonReply(httpStatus, { status: false, message });

/** What the content scenarios add to a statement, or put in the place of its status. */
export const strangeFields = (content: Content, unknownStatus: string) => ({
  ...(content.hasUnknownStatus && { status: unknownStatus }),
  ...(content.hasUnknownField && { sandbox_unknown_field: 'no document has this field' }),
});

/** Whether an answer is wrapped: what a scenario says, else what the settings say. */
export const isWrapped = (content: Content, settings: Settings) =>
  (content.envelope ?? settings.remEnvelope) === 'wrapped';
