import type { Fields } from '../fields.ts';

/**
 * Fazz's `fees` ("3663.0", "116.55") in sen, hundredths of a rupiah, digit by digit since binary fractions are not exact.
 * Null when there are none, or when they cannot be used, which is then a deviation.
 */
export function readFeeSen(attributes: Fields): number | null {
  const text = attributes.text('fees');
  if (text === null) return null;
  const [, rupiah, fraction = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text) ?? [];
  // Three digits behind the point could as well be Indonesian thousands ("4.400").
  if (rupiah === undefined || fraction.length === 3) {
    attributes.note('fees could not be used.');
    return null;
  }
  if (fraction.length > 2) attributes.note('fees was rounded to hundredths of a rupiah.');
  const sen = Number(rupiah) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  return /^\d\d[5-9]/.test(fraction) ? sen + 1 : sen;
}
