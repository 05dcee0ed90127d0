import type { Catalogue } from '../en.ts';

export const createRouting: Catalogue['createRouting'] = {
  title: 'Buat routing QRIS',
  noProvider: 'REM belum disiapkan di lingkungan ini, jadi routing QRIS tidak bisa dibuat di sini.',

  where: 'Di mana pelanggan memindai',
  whereLabel: 'Yang diberikan REM',
  whereChoices: { here: 'Kode QR-nya langsung', hosted: 'Halaman berisi kode QR' },
  whereDetails: {
    here: 'Anda tunjukkan, cetak, atau kirim gambarnya.',
    hosted: 'REM menampilkan kode di halamannya sendiri; Anda kirim alamatnya.',
  },

  which: 'Supaya mudah dicari',
  partnerUserId: 'ID pelanggan',
  partnerUserIdHint: 'ID pelanggan di sistem Anda, misalnya nomor anggota. REM mengembalikannya bersama pembayaran.',
  email: 'E-mail pelanggan',
  emailHint: 'REM menyimpannya bersama pembayaran. Dokumennya tidak menyebut bahwa alamat ini dikirimi surat.',
  referenceHint: 'Huruf, angka, tanda hubung, dan garis bawah. Bila kosong, kami buatkan.',

  lifetime: 'Kode QR berlaku selama',

  submit: (amount) => (amount ? `Buat QR ${amount}` : 'Buat QR'),
  production: 'Ini produksi: siapa pun yang memindai kodenya membayar dengan uang sungguhan.',

  summary: {
    noAmount: 'nominal yang belum diisi',
    here: (amount) => `Siapa pun yang memindai kode QR membayar ${amount}`,
    hosted: (amount) => `Halaman REM menampilkan kode QR; siapa pun yang memindainya membayar ${amount}`,
    until: (at) => ` sampai ${at} WIB`,
    hereSent: 'Tidak ada yang dikirim: Anda sendiri yang menunjukkan kodenya kepada pelanggan.',
    hostedSent: 'Tidak ada yang dikirim: Anda sendiri yang memberikan alamat halamannya kepada pelanggan.',
    once: 'Kode ini menerima satu pembayaran, persis sebesar nominal ini.',
  },

  fields: {
    amountIdr: 'Nominal',
    where: 'Tempat memindai',
    reference: 'Referensi sendiri',
    partnerUserId: 'ID pelanggan',
    email: 'E-mail pelanggan',
    minutes: 'Menit',
  },

  errors: {
    failed: 'Routing QRIS tidak jadi dibuat',
    uncertain: 'Belum jelas apakah routing QRIS-nya sudah terbuat',
    uncertainDetail: 'Tekan tombolnya lagi: yang sama tidak akan dibuat dua kali.',
    taken: 'Referensi ini sudah dipakai pembayaran lain. Pilih yang lain atau kosongkan.',
    byField: {
      'amountIdr.required': 'Isi nominalnya.',
      'reference.pattern': 'Hanya huruf, angka, tanda hubung, dan garis bawah.',
      'partnerUserId.pattern': 'Hanya huruf, angka, dan tanda _ . @ - tanpa spasi.',
      'email.format': 'Ini bukan alamat e-mail.',
      'minutes.required': 'Isi berapa menit.',
      'minutes.format': 'Isi menit dalam bilangan bulat.',
      'minutes.in_past': 'Minimal 1 menit.',
      'minutes.too_soon': 'Minimal 1 menit.',
      'minutes.too_far': 'Maksimal 60 menit.',
    },
  },

  leavingTitle: 'Keluar tanpa membuat routing QRIS?',

  result: {
    created: 'Routing QRIS terbuat',
    failed: 'Routing QRIS tidak jadi dibuat',
    creatingDetail: (provider) =>
      `${provider} belum menjawab. Begitu jelas, kode QR-nya tampil sendiri di halaman ini; Anda boleh pindah, karena tampil juga di daftar. Jangan dibuat ulang.`,
  },
};
