import type { Catalogue } from '../en.ts';

export const share: Catalogue['share'] = {
  title: 'Kirim ke pelanggan',
  payWith: 'Yang dipakai pelanggan untuk membayar',
  ended: 'Sudah tidak bisa dibayar.',

  payerPage: 'Halaman bayar',
  walletPage: (wallet) => `Halaman ${wallet}`,
  walletApp: (wallet) => `Membuka aplikasi ${wallet}`,
  openPage: 'Buka di tab baru',
  copyAddress: 'Salin URL',

  accountNumber: (bank) => `Virtual account ${bank}`,
  accountName: 'Nama rekening',
  paymentCode: (outlet) => `Kode pembayaran ${outlet}`,
  displayName: 'Tampil sebagai',
  copyNumber: 'Salin nomor',
  copyCode: 'Salin kode',

  qr: 'Kode QR',
  qrOf: (url) => `Kode QR dari ${url}`,
  qrHint: 'Membuka halaman bayar bila dipindai dengan kamera ponsel.',
  fileName: (reference) => `pembayaran-${reference}`,
  download: 'Unduh',
  print: 'Cetak',

  qris: 'Kode QRIS',
  qrisOf: (amount) => `Kode QRIS ${amount}`,
  qrisReference: 'Referensi',
  until: (at) => `Sampai ${at} WIB`,
  qrisLeft: (time) => `sisa ${time}`,
  qrisNotLoaded: 'Kode QR belum dimuat.',
  qrisFailed: 'Kode QR tidak bisa dimuat',
  over: {
    paid: 'Sudah dibayar',
    expired: 'Sudah kedaluwarsa',
    deleted: 'Sudah dihapus',
    failed: 'Gagal',
  },
  overDetail: {
    paid: 'Tidak menerima pembayaran kedua.',
    expired: (at) => `Waktunya habis ${at} WIB. Sudah tidak bisa dipakai membayar.`,
    other: 'Sudah tidak bisa dipakai membayar.',
  },

  message: 'Pesan untuk pelanggan',
  messageLanguage: 'Bahasa pesan',
  copyMessage: 'Salin pesan',
  sendByWhatsApp: 'WhatsApp',
  sendByEmail: 'E-mail',
  attachQr: 'Unduh kode QR lalu lampirkan: WhatsApp dan e-mail terbuka dengan teksnya saja.',
};
