import type { RoutingCode } from '../../../openapi/rules/rem-routing-codes.ts';
import type { Catalogue } from '../../words/words.tsx';

/** The codes that hold every word of a search: in the code itself, in REM's own words, or in ours. */
export function matchingCodes(
  codes: readonly RoutingCode[],
  entries: Catalogue['codes']['entries'],
  q: string,
): readonly RoutingCode[] {
  const wanted = q.toLowerCase().split(/\s+/).filter(Boolean);
  return codes.filter(({ key, code, says = '' }) => {
    const { name, meaning, advice } = entries[key];
    const text = [code, says, name, meaning, advice].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
