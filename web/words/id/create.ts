import type { Catalogue } from '../en.ts';

export const create: Catalogue['create'] = {
  optional: 'opsional',
  counter: (used, most) => `${used} dari ${most}`,
  wib: (time) => `${time} WIB`,

  what: 'Untuk apa',
  description: 'Keterangan',
  reference: 'Referensi sendiri',

  howMuch: 'Berapa',
  amount: 'Nominal',
  range: (least, most) => `${least} sampai ${most}`,
  atLeast: (least) => `mulai ${least}`,

  until: 'Sampai kapan',
  lifetimes: { '1h': '1 jam', '24h': '24 jam', '3d': '3 hari', '7d': '7 hari', custom: 'Lainnya…' },
  endsAt: 'Berlaku sampai',
  ends: (at) => `Berakhir ${at} WIB.`,
  endLimits: (earliest, latest) => `Dari ${earliest} sampai ${latest} WIB.`,
  lifetimeLimits: (usualHours, latest) => `Standarnya ${usualHours} jam, maksimal sampai ${latest} WIB.`,
  minuteChoices: { '5': '5 menit', '15': '15 menit', '30': '30 menit', '60': '60 menit', custom: 'Lainnya…' },
  minutes: 'Menit',
  minuteLimits: (least, most) => `Dari ${least} sampai ${most} menit.`,
  endsInMinutes: (at, minutes) => `Berakhir ${at} WIB, ${minutes} menit setelah dibuat.`,

  summaryTitle: 'Yang diterima pelanggan',

  errors: {
    summary: (count) => `${count} hal perlu diperbaiki`,
    declined: 'Buka catatannya',
    other: (detail) => `Ditolak server: ${detail}`,
    byCode: {
      required: () => 'Harus diisi.',
      type: () => 'Jenis isinya tidak sesuai.',
      format: () => 'Penulisannya tidak benar.',
      pattern: () => 'Ada karakter yang tidak boleh dipakai.',
      too_short: (limit) => `Minimal ${limit} karakter.`,
      too_long: (limit) => `Maksimal ${limit} karakter.`,
      too_small: (limit) => `Minimal ${limit}.`,
      too_large: (limit) => `Maksimal ${limit}.`,
      too_many: (limit) => `Maksimal ${limit}.`,
      too_few: () => 'Pilih minimal satu.',
      not_unique: () => 'Isi yang sama ada dua kali.',
      not_allowed: () => 'Tidak bisa dipilih di sini.',
      unknown_field: () => 'Server tidak mengenal kolom ini.',
      in_past: () => 'Waktunya sudah lewat.',
      too_soon: (limit) => `Paling cepat ${limit}.`,
      too_far: (limit) => `Paling lama ${limit}.`,
      too_small_for_method: (limit) => `Cara bayar terpilih menerima mulai ${limit}.`,
      too_large_for_method: (limit) => `Cara bayar terpilih menerima maksimal ${limit}.`,
      other: () => 'Isinya tidak benar.',
    },
  },

  leaving: {
    detail: 'Yang sudah Anda isi akan hilang.',
    stay: 'Tetap di sini',
    leave: 'Keluar',
  },

  result: {
    reference: 'Referensi',
    copyReference: 'referensi',
    creating: (provider) => `Dicek ke ${provider}`,
    open: 'Buka di daftar',
    another: 'Buat lagi',
    again: 'Kembali ke formulir',
  },
};
