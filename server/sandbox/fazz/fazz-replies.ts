import type { Reply } from '../twin.ts';
import { errorDocument, type FazzRefusal } from './fazz-refusal.ts';

/** An answer in Fazz's media type about that link, if it is about one. */
export const fazzReply = (httpStatus: number, body: object, linkId: string | null = null): Reply => ({
  httpStatus,
  headers: { 'content-type': 'application/vnd.api+json' },
  body: JSON.stringify(body),
  linkId,
});

export const refusalReply = ({ httpStatus, code, message }: FazzRefusal): Reply =>
  fazzReply(httpStatus, errorDocument(code, message));
