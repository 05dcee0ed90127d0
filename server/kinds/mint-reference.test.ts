import { expect, it } from 'vitest';
import { mintReference } from './mint-reference.ts';

it('names the day in Jakarta, whatever the zone of the server', () => {
  expect(mintReference(new Date('2026-11-20T16:59:59Z'))).toMatch(/^TL261120[0-9A-HJKMNP-TV-Z]{8}$/);
  expect(mintReference(new Date('2026-11-20T17:00:00Z'))).toMatch(/^TL261121[0-9A-HJKMNP-TV-Z]{8}$/);
});

it('does not repeat itself', () => {
  const now = new Date();
  expect(new Set(Array.from({ length: 10_000 }, () => mintReference(now))).size).toBe(10_000);
});
