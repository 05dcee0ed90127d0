import type { Catalogue } from '../en.ts';

export const kinds: Catalogue['kinds'] = {
  link: {
    name: 'Tautan pembayaran',
    short: 'Tautan',
    meaning: 'Halaman tempat pelanggan memilih cara bayar',
    panel: (reference) => `Tautan pembayaran ${reference}`,
    loading: 'Tautan pembayaran',
    creating: (provider) =>
      `Tautan ini sudah kami minta ke ${provider}, tetapi jawabannya tidak sampai. Kami terus bertanya sampai ${provider} memastikan ada atau tidaknya. Tidak perlu berbuat apa-apa, dan jangan dibuat ulang: bisa jadi dua tautan.`,
    deleting: (provider) =>
      `Penghapusan sudah kami minta ke ${provider}, tetapi jawabannya tidak sampai. Kami terus bertanya sampai jelas.`,
    declined: (provider) => `${provider} menolak membuat tautan ini. Pelanggan tidak menerima apa-apa.`,
    notCreated: (provider) => `${provider} tidak mengenal tautan ini: tidak pernah terbuat. Aman untuk dibuat lagi.`,
    noPageYet: 'Belum ada halaman bayar: kami masih mengecek apakah tautannya ada.',
    noPage: 'Tidak ada halaman bayar: tautannya tidak terbuat.',
    providerPaymentId: 'ID tautan',
    delete: 'Hapus',
    deletion: {
      title: 'Hapus tautan ini?',
      happens: (provider) =>
        `${provider} langsung menutup halaman bayarnya. Tidak ada lagi yang bisa membayar lewat tautan ini, dan tautan tidak bisa dibuka kembali. Barisnya tetap ada di daftar dengan status dihapus.`,
      race: 'Jika pelanggan keburu memilih cara bayar, penyedia menolak dan tidak ada yang berubah.',
      production: 'Ini produksi: pelanggan mungkin sudah memegang tautan ini.',
      mismatch: 'Ini bukan referensi tautannya.',
      submit: 'Hapus tautan',
      failed: 'Tautan tidak jadi dihapus',
    },
  },
  routing: {
    name: 'Routing QRIS',
    short: 'Routing QRIS',
    meaning: 'Kode QRIS untuk satu nominal, paling lama satu jam',
    panel: (reference) => `Routing QRIS ${reference}`,
    loading: 'Routing QRIS',
    creating: (provider) =>
      `Routing ini sudah kami minta ke ${provider}, tetapi jawabannya tidak sampai. Kami terus bertanya sampai ${provider} memastikan ada atau tidaknya. Tidak perlu berbuat apa-apa, dan jangan dibuat ulang: bisa jadi dua routing.`,
    deleting: (provider) =>
      `Penghapusan sudah kami minta ke ${provider}, tetapi jawabannya tidak sampai. Kami terus bertanya sampai jelas.`,
    declined: (provider) => `${provider} menolak membuat routing ini. Tidak ada kode QR.`,
    notCreated: (provider) => `${provider} tidak mengenal routing ini: tidak pernah terbuat. Aman untuk dibuat lagi.`,
    noPageYet: 'Belum ada halaman: kami masih mengecek apakah routing-nya ada.',
    noPage: 'Tidak ada halaman: kode QR-nya tampil di sini.',
    providerPaymentId: 'ID routing',
    delete: 'Hapus',
    deletion: {
      title: 'Hapus routing ini?',
      happens: (provider) =>
        `${provider} langsung mengakhiri kode QR-nya. Tidak ada lagi yang bisa membayar dengannya. Barisnya tetap ada di daftar dengan status dihapus.`,
      race: 'Jika pelanggan keburu membayar, penyedia menolak dan tidak ada yang berubah.',
      production: 'Ini produksi: pelanggan mungkin sedang melihat kode QR-nya.',
      mismatch: 'Ini bukan referensi routing-nya.',
      submit: 'Hapus routing',
      failed: 'Routing tidak jadi dihapus',
    },
  },
  'one-time': {
    name: 'Pembayaran sekali bayar',
    short: 'Sekali bayar',
    meaning: 'Satu nomor rekening, kode bayar, kode QRIS, atau e-wallet',
    panel: (reference) => `Pembayaran sekali bayar ${reference}`,
    loading: 'Pembayaran sekali bayar',
    creating: (provider) =>
      `Pembayaran ini sudah kami minta ke ${provider}, tetapi jawabannya tidak sampai. Kami terus bertanya sampai ${provider} memastikan ada atau tidaknya. Tidak perlu berbuat apa-apa, dan jangan dibuat ulang: bisa jadi dua pembayaran.`,
    deleting: (provider) =>
      `Penghapusan sudah kami minta ke ${provider}, tetapi jawabannya tidak sampai. Kami terus bertanya sampai jelas.`,
    declined: (provider) => `${provider} menolak membuat pembayaran ini. Pelanggan tidak menerima apa-apa.`,
    notCreated: (provider) =>
      `${provider} tidak mengenal pembayaran ini: tidak pernah terbuat. Aman untuk dibuat lagi.`,
    noPageYet: 'Belum ada cara membayarnya: kami masih mengecek apakah pembayarannya ada.',
    noPage: 'Tidak ada cara membayarnya: pembayarannya tidak terbuat.',
    providerPaymentId: 'ID pembayaran',
    delete: 'Hapus',
    deletion: {
      title: 'Hapus pembayaran ini?',
      happens: (provider) =>
        `${provider} langsung menutup nomor rekeningnya. Tidak ada lagi yang bisa membayar ke sana, dan tidak bisa dibuka kembali. Barisnya tetap ada di daftar dengan status dihapus.`,
      race: 'Jika pelanggan keburu membayar, penyedia menolak dan tidak ada yang berubah.',
      production: 'Ini produksi: pelanggan mungkin sudah memegang nomor rekeningnya.',
      mismatch: 'Ini bukan referensi pembayarannya.',
      submit: 'Hapus pembayaran',
      failed: 'Pembayaran tidak jadi dihapus',
    },
  },
};
