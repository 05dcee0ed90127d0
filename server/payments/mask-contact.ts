import type { Change } from './changes.ts';

const dot = '•';

/** `siti@gmail.com` becomes `s•••@gmail.com`: enough to compare with what a caller says, too little to write to. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? dot.repeat(3) : `${email.slice(0, 1)}${dot.repeat(3)}${email.slice(at)}`;
}

/** `081234563321` becomes `08•• •••• 3321`; a number too short for that is hidden whole. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  if (digits.length < 8) return dot.repeat(4);
  const masked = digits.slice(0, 2) + dot.repeat(digits.length - 6) + digits.slice(-4);
  return masked.match(/.{1,4}/gu)?.join(' ') ?? masked;
}

/** Masks the values of a change of contacts; other changes stay. */
export function maskChange({ field, from, to }: Change): Change {
  const mask = maskOf(field);
  const masked = (value: Change['from']) => (typeof value === 'string' && mask ? mask(value) : value);
  return { field, from: masked(from), to: masked(to) };
}

function maskOf(field: string): ((text: string) => string) | null {
  if (field === 'emails') return (emails) => emails.split(', ').map(maskEmail).join(', ');
  return field === 'phone' || field === 'payerPhone' ? maskPhone : null;
}
