import type { Catalogue } from '../en.ts';

export const createLink: Catalogue['createLink'] = {
  title: 'Buat tautan pembayaran',
  noProvider: 'Belum ada penyedia yang disiapkan di lingkungan ini, jadi tautan tidak bisa dibuat di sini.',

  provider: 'Penyedia',
  providerDetails: {
    rem: 'Cara bayar dan bank bisa dipilih.',
    fazz: 'Perlu e-mail dan telepon.',
  },

  descriptionHints: {
    rem: 'Dibaca pelanggan. Huruf, angka, dan spasi.',
    fazz: 'Dibaca pelanggan.',
  },
  notes: 'Catatan',
  notesHint: 'Huruf, angka, dan spasi.',
  referenceHints: {
    rem: 'Huruf dan angka. Bila kosong, kami buatkan.',
    fazz: 'Huruf, angka, tanda hubung, dan garis bawah. Bila kosong, kami buatkan.',
  },

  who: 'Siapa yang membayar',
  customerName: 'Nama',
  customerNameHints: { rem: 'Huruf dan spasi.', fazz: '' },
  email: (position) => (position === 1 ? 'E-mail' : `E-mail ${position}`),
  emailHints: {
    rem: 'REM mengirim tautan ke setiap alamat, maksimal tiga.',
    fazz: 'Fazz mengirim tautan ke alamat ini.',
  },
  addEmail: 'Tambah alamat',
  removeEmail: (position) => `Hapus e-mail ${position}`,
  phone: 'Telepon',
  phoneHint: '8 sampai 15 angka, misalnya 081234567890.',

  amountKind: 'Pelanggan membayar',
  amountKinds: { fixed: 'Persis nominal ini', open: 'Berapa saja hingga nominal ini' },
  openDetail: (least) => `Minimal ${least}`,
  feePayer: 'Biaya penyedia dibayar',
  feePayers: { us: 'Oleh kita', customer: 'Oleh pelanggan' },
  feeDetails: { us: 'Dipotong saat dana cair', customer: 'Ditambahkan ke nominal' },

  methods: 'Cara bayar',
  banks: 'Bank untuk virtual account',
  allBanks: 'Semua',
  vaNeedsTransfer: 'REM menawarkan virtual account hanya bersama transfer bank.',
  transferDetail: 'dengan kode unik pada nominal',
  notAbove: (what, limit) => `${what} tidak ditawarkan di atas ${limit}`,
  notBelow: (what, limit) => `${what} tidak ditawarkan di bawah ${limit}`,
  noneAbove: (limit) => `Tidak ditawarkan di atas ${limit}`,
  noneBelow: (limit) => `Tidak ditawarkan di bawah ${limit}`,
  fazzDecides: 'Fazz menawarkan cara bayar yang aktif di akun ini. Tidak bisa dipilih di sini.',
  displayName: 'Nama yang tampil di bank pembayar',
  displayNameHints: { rem: 'Huruf, angka, dan spasi.', fazz: '' },

  lifetime: 'Tautan berlaku selama',

  submit: (amount) => (amount ? `Buat tautan ${amount}` : 'Buat tautan'),
  submitAndSend: (amount) => `Buat tautan ${amount} dan kirim`,
  production: 'Ini produksi: tautan menerima uang sungguhan.',
  productionEmails: (addresses) =>
    `Ini produksi: pelanggan sungguhan menerima e-mail di ${addresses} begitu tautan dibuat.`,

  summary: {
    somebody: 'Pelanggan',
    noAmount: 'nominal yang belum diisi',
    upTo: (amount) => `berapa saja hingga ${amount}`,
    pays: (who, amount) => `${who} dapat membayar ${amount}`,
    forWhat: (description) => ` untuk ${description}`,
    by: (methods) => ` lewat ${methods}`,
    until: (at) => ` sampai ${at} WIB`,
    feeOnTop: 'Biaya penyedia ditambahkan di atasnya.',
    sent: (provider, addresses) => `${provider} mengirim tautan ke ${addresses}.`,
    notSent: 'Tidak ada e-mail yang dikirim: Anda kirim sendiri tautannya.',
    noMethod: 'Dengan nominal ini tidak ada cara bayar terpilih yang bisa ditawarkan.',
  },

  fields: {
    provider: 'Penyedia',
    description: 'Keterangan',
    notes: 'Catatan',
    reference: 'Referensi sendiri',
    customerName: 'Nama',
    emails: 'E-mail',
    phone: 'Telepon',
    amountIdr: 'Nominal',
    enabledMethods: 'Cara bayar',
    enabledBanks: 'Bank',
    displayName: 'Nama di bank',
    expiresAt: 'Akhir berlaku',
  },

  errors: {
    failed: 'Tautan tidak jadi dibuat',
    uncertain: 'Belum jelas apakah tautannya sudah terbuat',
    uncertainDetail: 'Tekan tombolnya lagi: tautan yang sama tidak akan dibuat dua kali.',
    taken: 'Referensi ini sudah dipakai pembayaran lain. Pilih yang lain atau kosongkan.',
    byField: {
      'customerName.required': 'Isi nama pelanggan.',
      'customerName.pattern': 'Hanya huruf dan spasi: REM tidak menerima angka, titik, atau tanda hubung.',
      'description.pattern': 'Hanya huruf, angka, dan spasi: REM tidak menerima karakter lain.',
      'notes.pattern': 'Hanya huruf, angka, dan spasi: REM tidak menerima karakter lain.',
      'displayName.pattern': 'Hanya huruf, angka, dan spasi: REM tidak menerima karakter lain.',
      'reference.pattern': 'Ada karakter yang tidak boleh dipakai dalam referensi.',
      'emails.required': 'Isi alamat e-mail: Fazz mengirim tautan ke sana.',
      'emails.too_few': 'Isi alamat e-mail: Fazz mengirim tautan ke sana.',
      'emails.format': 'Ini bukan alamat e-mail.',
      'emails.not_unique': 'Alamat yang sama ada dua kali.',
      'phone.required': 'Isi nomor telepon: diminta oleh Fazz.',
      'phone.pattern': 'Hanya angka.',
      'phone.too_short': 'Minimal 8 angka.',
      'phone.too_long': 'Maksimal 15 angka.',
      'amountIdr.required': 'Isi nominalnya.',
      'enabledMethods.too_few': 'Pilih minimal satu cara bayar.',
      'enabledMethods.not_allowed': 'REM menawarkan virtual account hanya bersama transfer bank.',
      'enabledBanks.too_few': 'Pilih minimal satu bank, atau matikan virtual account.',
      'expiresAt.required': 'Pilih kapan tautan berakhir.',
      'expiresAt.format': 'Isi tanggal dan jam dengan lengkap.',
    },
  },

  leavingTitle: 'Keluar tanpa membuat tautan?',

  result: {
    created: 'Tautan terbuat',
    failed: 'Tautan tidak jadi dibuat',
    creatingDetail: (provider) =>
      `${provider} belum menjawab. Begitu jelas, tautannya tampil sendiri di halaman ini; Anda boleh pindah, karena tampil juga di daftar. Jangan dibuat ulang.`,
    sentTo: (provider, addresses) => `${provider} mengirimnya ke ${addresses}.`,
  },
};
