import type { Catalogue } from '../en.ts';

export const createOneTime: Catalogue['createOneTime'] = {
  title: 'Buat pembayaran sekali bayar',
  noProvider: 'Fazz belum disiapkan di lingkungan ini, jadi pembayaran sekali bayar tidak bisa dibuat di sini.',

  how: 'Cara bayar',
  method: 'Pelanggan membayar lewat',
  methods: { va: 'Virtual account', qris: 'QRIS', ewallet: 'E-wallet', retail_outlet: 'Gerai ritel' },
  methodDetails: {
    va: 'Transfer ke nomor rekening khusus pembayaran ini.',
    qris: 'Pindai kode QR dengan aplikasi bank atau dompet apa saja.',
    ewallet: 'Buka ShopeePay atau OVO lewat tautan.',
    retail_outlet: 'Sebutkan kode pembayaran di kasir.',
  },
  bank: 'Bank',
  outlet: 'Gerai',
  wallet: 'Dompet',

  displayName: 'Nama yang dilihat pelanggan',
  displayNameHints: {
    va: 'Sebagai nama rekening. Huruf, angka, dan spasi.',
    qris: 'Huruf, angka, dan spasi.',
    retail_outlet: 'Tampil di struk. Huruf, angka, dan spasi.',
  },
  suffixNumber: 'Akhiran nomor rekening',
  suffixNumberHint: 'Angka yang diinginkan. Tidak semua bank menerimanya; bila tidak, Fazz menolak.',
  returnUrl: 'Halaman setelah membayar',
  returnUrlHint: 'Dompet mengarahkan pelanggan ke sana, misalnya ke toko Anda. Diawali https://.',

  rangeFor: (what, least, most) => `${what}: ${least} sampai ${most}`,
  walletLimit: (most, verified) =>
    `Maksimal ${most}; pelanggan dengan dompet yang belum terverifikasi maksimal ${verified}`,

  descriptionHint: 'Tampil di daftar, di Fazz, dan di pesan untuk pelanggan.',
  referenceHint: 'Huruf, angka, tanda hubung, dan garis bawah. Bila kosong, kami buatkan.',

  lifetime: 'Bisa dibayar selama',

  submit: (amount) => (amount ? `Buat pembayaran ${amount}` : 'Buat pembayaran'),
  production: 'Ini produksi: pelanggan membayar dengan uang sungguhan.',

  summary: {
    noAmount: 'nominal yang belum diisi',
    va: (amount, bank) => `Pelanggan mentransfer ${amount} ke virtual account ${bank}`,
    named: (name) => ` atas nama ${name}`,
    qris: (amount) => `Pelanggan memindai kode QR dan membayar ${amount}`,
    to: (name) => ` kepada ${name}`,
    ewallet: (amount, wallet) => `Pelanggan membayar ${amount} dengan ${wallet}`,
    retail_outlet: (amount, outlet) => `Pelanggan membayar ${amount} di ${outlet} mana saja dengan kode pembayaran`,
    until: (at) => ` sampai ${at} WIB`,
    afterwards: (url) => `Setelah itu pelanggan diarahkan ke ${url}.`,
    notSent:
      'Tidak ada yang dikirim: Anda sendiri yang memberi tahu pelanggan cara membayarnya, dengan pesan yang sudah siap.',
  },

  fields: {
    method: 'Cara bayar',
    bank: 'Bank',
    outlet: 'Gerai',
    wallet: 'Dompet',
    displayName: 'Nama yang dilihat pelanggan',
    suffixNumber: 'Akhiran nomor rekening',
    returnUrl: 'Halaman setelah membayar',
    amountIdr: 'Nominal',
    description: 'Keterangan',
    reference: 'Referensi sendiri',
    expiresAt: 'Akhir berlaku',
    minutes: 'Menit',
  },

  errors: {
    failed: 'Pembayaran tidak jadi dibuat',
    uncertain: 'Belum jelas apakah pembayarannya sudah terbuat',
    uncertainDetail: 'Tekan tombolnya lagi: pembayaran yang sama tidak akan dibuat dua kali.',
    taken: 'Referensi ini sudah dipakai pembayaran lain. Pilih yang lain atau kosongkan.',
    byField: {
      'displayName.required': 'Isi namanya.',
      'displayName.pattern': 'Hanya huruf, angka, dan spasi.',
      'suffixNumber.pattern': 'Hanya angka.',
      'returnUrl.required': 'Isi ke mana pelanggan diarahkan setelah membayar.',
      'returnUrl.pattern': 'Awali dengan https://.',
      'returnUrl.format': 'Ini bukan alamat web.',
      'amountIdr.required': 'Isi nominalnya.',
      'amountIdr.too_small_for_method': (limit) => `Minimal ${limit}.`,
      'amountIdr.too_large_for_method': (limit) => `Maksimal ${limit}.`,
      'reference.pattern': 'Hanya huruf, angka, tanda hubung, dan garis bawah.',
      'expiresAt.required': 'Pilih kapan berakhir.',
      'expiresAt.format': 'Isi tanggal dan jam dengan lengkap.',
      'minutes.required': 'Isi berapa menit.',
      'minutes.format': 'Isi menit dalam bilangan bulat.',
      'minutes.in_past': 'Minimal 1 menit.',
      'minutes.too_soon': 'Minimal 1 menit.',
      'minutes.too_far': 'Maksimal 60 menit.',
    },
  },

  leavingTitle: 'Keluar tanpa membuat pembayaran?',

  result: {
    created: 'Pembayaran terbuat',
    failed: 'Pembayaran tidak jadi dibuat',
    creatingDetail: (provider) =>
      `${provider} belum menjawab. Begitu jelas, cara bayarnya tampil di halaman ini; Anda boleh pindah, karena tampil juga di daftar. Jangan dibuat ulang.`,
  },
};
