import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { routingCodeOf, routingCodes } from './rem-routing-codes.ts';

interface Documented {
  code: string;
  final: boolean;
  source: string;
  reasons?: { match: string }[];
}
const remYaml = parse(readFileSync(new URL('../rem.yaml', import.meta.url), 'utf8'));
const documented = (remYaml.components['x-routing-response-codes'] as Documented[])
  .filter(({ source }) => source === 'doc')
  .flatMap(({ code, final, reasons = [{ match: '' }] }) => reasons.map(({ match }) => ({ code, final, match })));

describe('the catalogue of REM’s response codes', () => {
  it('has each code and reason that REM documents for routings, once', () => {
    const found = documented.map(({ code, match }) => routingCodeOf(code, match));
    expect(new Set(found.map((entry) => entry?.key)).size).toBe(documented.length);
    expect(found.map((entry) => ({ code: entry?.code, final: entry?.isFinal }))).toEqual(
      documented.map(({ code, final }) => ({ code, final })),
    );
    expect(routingCodes).toHaveLength(documented.length);
  });

  it('is what docs/rem-response-codes.md explains, no more and no less', () => {
    const page = readFileSync(new URL('../../docs/rem-response-codes.md', import.meta.url), 'utf8');
    const sections = page.split(/^## /m).slice(1);
    const explained = sections.map((section) => {
      const [, code, key, state] = /^(\d+) `([a-z_]+)`, (final|not final)\n/.exec(section) ?? [];
      return { code, key, state };
    });
    expect(explained).toEqual(
      routingCodes.map(({ code, key, isFinal }) => ({ code, key, state: isFinal ? 'final' : 'not final' })),
    );
    for (const section of sections)
      expect(section, section.split('\n')[0]).toMatch(/\n\*\*Meaning\.\*\* .+\n\n\*\*What to do\.\*\* .+/);
  });
});

describe('a code of REM', () => {
  it('is found in the forms that REM has for success', () => {
    for (const code of ['0', '000', 0, ' 000 ']) expect(routingCodeOf(code, 'Success')?.key).toBe('success');
  });

  it.each([
    ['Request is rejected (Amount is not valid)', 'amount_not_valid'],
    ['AMOUNT IS EMPTY', 'amount_empty'],
    ['invalid list  Payment-Method.', 'payment_method_not_valid'],
    ['Invalid list source of fund', 'source_of_funds_not_valid'],
    ['format expiration is YYYY-MM-DD HH:MM:SS and must be between 1 minute and 1 hour', 'expiry_not_valid'],
    ['Invalid config product disburse or acceptance', 'product_not_configured'],
  ])('400 with the message %j is %s', (message, key) => {
    expect(routingCodeOf('400', message)).toMatchObject({ code: '400', key, isFinal: true });
    expect(routingCodeOf(400, message)?.key).toBe(key);
  });

  it('that tells no reasons apart is found whatever its message says', () => {
    for (const message of [null, '', 'Amount is empty', 'something new'])
      expect(routingCodeOf('203', message)?.key).toBe('duplicate_reference');
  });

  it('that is not documented for routings is none of the catalogue’s, nor is an undocumented reason', () => {
    expect([routingCodeOf('247', 'Email is not valid'), routingCodeOf('999', null), routingCodeOf('', '')]).toEqual([
      null,
      null,
      null,
    ]);
    expect([routingCodeOf('400', 'Invalid request body'), routingCodeOf('400', null), routingCodeOf(null, '')]).toEqual(
      [null, null, null],
    );
  });

  it('is looked for in any text without a throw', () => {
    const code = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constantFrom('400', '203'));
    fc.assert(
      fc.property(code, fc.option(fc.string({ unit: 'binary' })), (anyCode, message) => {
        const entry = routingCodeOf(anyCode, message);
        expect([null, ...routingCodes]).toContain(entry);
      }),
    );
  });
});
