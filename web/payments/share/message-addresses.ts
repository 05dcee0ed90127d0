/** Opens WhatsApp with the message; without a phone number it asks whom to send it to. */
export function whatsAppAddress(phone: string | null, text: string): string {
  return `https://wa.me/${phone ? internationalPhone(phone) : ''}?text=${encodeURIComponent(text)}`;
}

/** Opens the e-mail program with the message. */
export function mailAddress(email: string | null, subject: string, text: string): string {
  return `mailto:${email ? encodeURIComponent(email) : ''}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

/** Indonesian numbers are written with a leading zero at home and with 62 instead of it abroad; WhatsApp wants the latter. */
function internationalPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.startsWith('0')) return `62${digits.slice(1)}`;
  return digits.startsWith('8') ? `62${digits}` : digits;
}
