import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import type { ProviderAccount } from '../providers/accounts.ts';

/** The tokens that an account's callback addresses may carry: the current one, and while it is being replaced the one before. */
export function tokensOf({
  callbackToken,
  previousCallbackToken,
}: Pick<ProviderAccount, 'callbackToken' | 'previousCallbackToken'>): {
  name: 'current' | 'previous';
  token: string;
}[] {
  return [
    { name: 'current' as const, token: callbackToken },
    ...(previousCallbackToken === null ? [] : [{ name: 'previous' as const, token: previousCallbackToken }]),
  ];
}

/** Compared in constant time, with all of them, also where there is no account. */
export function hasToken(account: ProviderAccount | null, token: string): boolean {
  const given = digestOfToken(token);
  const known = account === null ? [''] : tokensOf(account).map((one) => one.token);
  return known.map((one) => timingSafeEqual(given, digestOfToken(one))).includes(true) && account !== null;
}

export const digestOfToken = (token: string): Uint8Array => createHash('sha256').update(token).digest();

const lists = new WeakMap<readonly string[], BlockList>();

/** Whether callbacks of the account may come from there; from anywhere when its settings name no networks. */
export function mayComeFrom({ callbackNetworks }: ProviderAccount, address: string | undefined): boolean {
  if (callbackNetworks.length === 0) return true;
  // What a trusted proxy says may be anything.
  const version = isIP(address ?? '');
  return (
    address !== undefined && version !== 0 && listOf(callbackNetworks).check(address, version === 4 ? 'ipv4' : 'ipv6')
  );
}

function listOf(networks: readonly string[]): BlockList {
  const known = lists.get(networks);
  if (known) return known;
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  lists.set(networks, list);
  return list;
}
