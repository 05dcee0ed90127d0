import type { Catalogue } from '../en.ts';

export const pages: Catalogue['pages'] = {
  notFoundTitle: 'Tidak ada apa pun di alamat ini',
  notFoundDetail: 'Mungkin alamatnya salah ketik, atau milik lingkungan yang tidak dijalankan server ini.',
  toStart: 'Ke halaman awal',
  brokenTitle: 'Halaman ini berhenti bekerja',
  brokenDetail:
    'Tidak ada yang berubah di penyedia karenanya. Muat ulang halaman; bila terulang, sampaikan tulisan di bawah ini kepada pengembang.',
};
