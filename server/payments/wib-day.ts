import { problem } from '../http/problems.ts';

const dayMs = 86_400_000;

/** First instant of a WIB day (UTC+7, no summer time). Throws invalid-request for a day that no calendar has. */
export function startOfDay(day: string, field: string): Date {
  const midnightUtc = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(midnightUtc.getTime()) || !midnightUtc.toISOString().startsWith(day)) {
    const detail = `There is no ${day} in the calendar.`;
    throw problem('invalid-request', { detail, errors: [{ field, code: 'format', detail }] });
  }
  return new Date(midnightUtc.getTime() - 7 * 3_600_000);
}

/** First instant of the WIB day after this one. */
export const endOfDay = (day: string, field: string): Date => new Date(startOfDay(day, field).getTime() + dayMs);

/** The WIB day of an instant. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
