import { expect, test } from 'vitest';
import { mailAddress, whatsAppAddress } from './message-addresses.ts';

test.each([
  ['081234567890', 'https://wa.me/6281234567890?text=Hi%20%26%20bye'],
  ['6281234567890', 'https://wa.me/6281234567890?text=Hi%20%26%20bye'],
  ['+62 812-3456-7890', 'https://wa.me/6281234567890?text=Hi%20%26%20bye'],
  ['81234567890', 'https://wa.me/6281234567890?text=Hi%20%26%20bye'],
  [null, 'https://wa.me/?text=Hi%20%26%20bye'],
])('WhatsApp opens for %j', (phone, address) => {
  expect(whatsAppAddress(phone, 'Hi & bye')).toBe(address);
});

test('e-mail carries address, subject and text, whatever signs they hold', () => {
  expect(mailAddress('a+b@example.com', 'Rp 1.000: A&B', 'One\n\nTwo?')).toBe(
    'mailto:a%2Bb%40example.com?subject=Rp%201.000%3A%20A%26B&body=One%0A%0ATwo%3F',
  );
  expect(mailAddress(null, 's', 't')).toBe('mailto:?subject=s&body=t');
});
