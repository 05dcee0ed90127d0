import { describe, expect, it } from 'vitest';
import { addressRules } from './allowed-address.ts';

const real = { environments: ['sandbox', 'staging', 'production'], destinationNetworks: [] } as const;
const rulesOf = (environment: 'sandbox' | 'staging' | 'production', destinationNetworks: string[] = []) =>
  addressRules({ environments: [...real.environments], destinationNetworks }, environment);
const isRefused = (address: string, protocol = 'https:') => rulesOf('production').refusal(address, protocol) !== null;

describe('in production', () => {
  it.each([
    ['this host', ['0.0.0.0', '0.1.2.3', '::']],
    ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
    ['private networks', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1']],
    ['link-local addresses, where clouds tell their secrets', ['169.254.169.254', 'fe80::1', 'febf::1']],
    ['networks of carriers and for documentation', ['100.64.0.1', '192.0.2.1', '198.51.100.7', '2001:db8::1']],
    ['multicast, reserved and broadcast', ['224.0.0.1', '240.0.0.1', '255.255.255.255', 'ff02::1']],
    [
      'IPv4 in the clothes of IPv6',
      ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::'],
    ],
  ])('%s are refused', (_, addresses) => {
    expect(addresses.filter((address) => !isRefused(address))).toEqual([]);
  });

  it('the public internet is taken, by https alone', () => {
    const addresses = [
      '8.8.8.8',
      '9.255.255.255',
      '11.0.0.1',
      '172.15.255.255',
      '172.32.0.1',
      '223.255.255.255',
      '2606:4700::1',
    ];
    expect(addresses.filter((address) => isRefused(address))).toEqual([]);
    expect(addresses.filter((address) => !isRefused(address, 'http:'))).toEqual([]);
    expect(rulesOf('production').takesHttp).toBe(false);
  });

  it('networks of our own are taken when they are named, by http too, and their neighbours are not', () => {
    const { refusal, takesHttp } = rulesOf('production', ['10.2.0.0/16', 'fd00::/8', '192.168.1.7']);
    expect(takesHttp).toBe(true);
    expect(['10.2.3.4', 'fd12::1', '192.168.1.7'].map((address) => refusal(address, 'http:'))).toEqual([
      null,
      null,
      null,
    ]);
    expect(['10.3.0.1', 'fc00::1', '192.168.1.8', '127.0.0.1'].filter((one) => refusal(one, 'http:') === null)).toEqual(
      [],
    );
    expect(refusal('8.8.8.8', 'http:')).toMatch(/only https/);
  });
});

describe('in the sandbox', () => {
  it('anything goes when it is alone', () => {
    const { refusal } = addressRules({ environments: ['sandbox'], destinationNetworks: [] }, 'sandbox');
    expect(['127.0.0.1', '10.0.0.1', '169.254.169.254'].map((address) => refusal(address, 'http:'))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('beside a real environment only our own machine is taken besides the public internet', () => {
    const { refusal } = rulesOf('sandbox');
    expect(['127.0.0.1', '::1', '8.8.8.8'].map((address) => refusal(address, 'http:'))).toEqual([null, null, null]);
    expect(['10.0.0.1', '169.254.169.254'].filter((one) => refusal(one, 'http:') === null)).toEqual([]);
  });
});
