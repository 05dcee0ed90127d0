import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

test('draws each run of dark modules as one rectangle', () => {
  const data = [
    [true, true, false],
    [false, false, false],
    [true, false, true],
  ];
  expect(qrPath({ data, size: 3 })).toEqual({ path: 'M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z', size: 3 });
});
