import { isIP } from 'node:net';
import type { EnvReader } from './env-reader.ts';

/** A list of addresses and ranges, `10.0.0.0/8,fd00::1`; empty when the variable is. */
export function readNetworks(reader: EnvReader, name: string): string[] {
  const networks = (reader.text(name) ?? '').split(',').flatMap((one) => one.trim() || []);
  for (const network of networks)
    if (!isRange(network)) reader.complain(name, `"${network}" is not a network like 10.2.0.0/16`);
  return networks;
}

/** Whether this is an address, or a range of them. */
export function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
