/** The longest range that the server takes at once (startImportRun). */
export const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

export type DaysFault = 'required' | 'backwards' | 'future' | 'too_long';

/** What is wrong with a range of days (`2026-11-20`, both included); null when nothing is. `today` is the day in WIB. */
export function faultOfDays(from: string, to: string, today: string): DaysFault | null {
  if (from === '' || to === '') return 'required';
  if (to < from) return 'backwards';
  if (to > today) return 'future';
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return days > MOST_DAYS ? 'too_long' : null;
}
