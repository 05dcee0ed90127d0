import type { Dice } from './dice.ts';

const days = 30;
const dayMs = 24 * 60 * 60_000;

/** A day of the 30, lately more often, and an hour between 8 and 21 in Jakarta. */
export function someDay(dice: Dice, now: Date): Date {
  const daysAgo = Math.min(dice.whole(1, days), dice.whole(1, days + 10));
  const day = new Date(now.getTime() - daysAgo * dayMs).toISOString().slice(0, 10);
  return new Date(Date.parse(`${day}T01:00:00Z`) + dice.whole(0, 13 * 3600 - 1) * 1000);
}

/** Some minutes ago. */
export const minutesAgo = (dice: Dice, now: Date, least: number, most: number): Date =>
  new Date(now.getTime() - dice.whole(least * 60, most * 60) * 1000);
