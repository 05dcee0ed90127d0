import { type RemMethod, remMethods } from '../../../../openapi/rules/channels.ts';

/**
 * The methods after one is switched on or off, in the order of display. REM switches virtual accounts off together with
 * bank transfers (providers.md A.3), so the two follow each other: virtual accounts bring transfers along, and go with them.
 */
export function afterToggle(methods: readonly RemMethod[], method: RemMethod, isOn: boolean): RemMethod[] {
  const chosen = new Set(methods);
  if (isOn) chosen.add(method);
  else chosen.delete(method);
  if (isOn && method === 'va') chosen.add('bank_transfer');
  if (!isOn && method === 'bank_transfer') chosen.delete('va');
  return remMethods.filter((known) => chosen.has(known));
}
