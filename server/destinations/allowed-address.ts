import { BlockList, isIP } from 'node:net';
import { type Config, isRealEnvironmentConfigured } from '../config/config.ts';
import type { EnvironmentName } from '../payments/statement.ts';

/** Where destinations may lead. */
export interface AddressRules {
  /** Why nothing is sent to an IP address by this protocol (`https:`); null when it may be. */
  refusal(address: string, protocol: string): string | null;
  /** Whether any address may be written with http. */
  takesHttp: boolean;
}

/** All that is not the public internet (the special-purpose registries of IANA), and what can stand for such an address. */
const notPublic = networksOf([
  '0.0.0.0/8', // this host
  '10.0.0.0/8', // private
  '100.64.0.0/10', // of carriers
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local: clouds tell secrets there
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocols
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/3', // multicast, reserved and broadcast
  '::/3', // unspecified, loopback, mapped and translated (64:ff9b::/96) IPv4
  '2001::/23', // protocols, Teredo among them
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4
  '3fff::/20', // documentation
  '4000::/2', // not given out
  '8000::/1', // private (fc00::/7), link-local (fe80::/10), multicast
]);
const loopback = networksOf(['127.0.0.0/8', '::1']);

/**
 * The rules of an environment: https to the public internet, anything to the networks of DESTINATION_NETWORKS, and in the
 * sandbox http too, to our own machine (the twin is there); to anywhere when no real environment is beside it.
 */
export function addressRules(
  config: Pick<Config, 'destinationNetworks' | 'environments'>,
  environment: EnvironmentName,
): AddressRules {
  const own = networksOf(config.destinationNetworks);
  const isSandbox = environment === 'sandbox';
  const isSandboxAlone = isSandbox && !isRealEnvironmentConfigured(config);
  return {
    takesHttp: isSandbox || config.destinationNetworks.length > 0,
    refusal(address, protocol) {
      if (isSandboxAlone || has(own, address) || (isSandbox && has(loopback, address))) return null;
      if (has(notPublic, address)) return `${address} is not on the public internet`;
      return protocol === 'https:' || isSandbox
        ? null
        : `${address} is on the public internet, where only https is spoken`;
    },
  };
}

/** One list for each family: a list of both would take an IPv4 address for its IPv6 spelling too. */
type Networks = Record<'ipv4' | 'ipv6', BlockList>;

function familyOf(address: string): keyof Networks {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function has(networks: Networks, address: string): boolean {
  const family = familyOf(address);
  return networks[family].check(address, family);
}

function networksOf(networks: readonly string[]): Networks {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = familyOf(address);
    if (bits === undefined) lists[family].addAddress(address, family);
    else lists[family].addSubnet(address, Number(bits), family);
  }
  return lists;
}
