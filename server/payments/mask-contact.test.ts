import { expect, test } from 'vitest';
import { maskChange, maskEmail, maskPhone } from './mask-contact.ts';

test.each([
  ['siti@gmail.com', 's•••@gmail.com'],
  ['a@b.id', 'a•••@b.id'],
  ['nobody', '•••'],
  ['@b.id', '•••'],
])('e-mail %s is shown as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

test.each([
  ['081234563321', '08•• •••• 3321'],
  ['+6281234563321', '+6•• •••• ••33 21'],
  ['08123456', '08•• 3456'],
  ['0812345', '••••'],
  ['0812-3456-3321', '08•• •••• 3321'],
])('phone %s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test('of the changes only those of contacts are masked', () => {
  expect(maskChange({ field: 'emails', from: null, to: 'siti@gmail.com, kas@toko.id' })).toEqual({
    field: 'emails',
    from: null,
    to: 's•••@gmail.com, k•••@toko.id',
  });
  expect(maskChange({ field: 'payerPhone', from: '081234563321', to: null }).from).toBe('08•• •••• 3321');
  expect(maskChange({ field: 'customerName', from: 'Siti', to: 'Budi' })).toEqual({
    field: 'customerName',
    from: 'Siti',
    to: 'Budi',
  });
});
