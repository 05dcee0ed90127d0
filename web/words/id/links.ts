import type { Catalogue } from '../en.ts';

export const links: Catalogue['links'] = {
  title: 'Tautan pembayaran',
  create: 'Buat tautan',
  mayNotCreate: 'Peran Anda tidak boleh membuat tautan di lingkungan ini.',
};
