import type { Catalogue } from '../en.ts';

export const imports: Catalogue['imports'] = {
  title: 'Impor pembayaran sekali bayar',
  explained:
    'Menambahkan semua pembayaran sekali bayar yang dibuat Fazz pada tanggal ini ke catatan Tautan. Yang sudah ada dibaca ulang. Tidak ada yang berubah di Fazz, dan impor dua kali tidak menggandakan apa pun. Halaman ini boleh ditinggal; impor tetap berjalan.',
  mayNot: 'Peran Anda tidak boleh mengimpor pembayaran di lingkungan ini.',
  noFazz: 'Fazz belum disiapkan di lingkungan ini.',
  start: 'Mulai impor',
  oneAtATime: 'Satu impor setiap kali: tunggu yang berjalan atau hentikan dulu.',
  startFailed: 'Impor tidak jadi dimulai',
  faults: {
    required: 'Isi tanggal pertama dan terakhir.',
    backwards: 'Hari terakhir mendahului hari pertama.',
    future: 'Hari terakhir belum tiba.',
    too_long: 'Paling banyak 366 hari sekaligus.',
  },
  runs: 'Daftar impor',
  runsFailed: 'Daftar impor tidak bisa dimuat',
  none: 'Belum ada impor per tanggal.',
  states: { running: 'Berjalan', done: 'Selesai', stopped: 'Terhenti', cancelled: 'Dihentikan' },
  cancel: 'Hentikan impor',
  resume: 'Lanjutkan',
  cancelFailed: 'Impor tidak jadi dihentikan',
  resumeFailed: 'Impor tidak bisa dilanjutkan',
  progress: (percent) => `${percent}% dari rentang tanggal`,
  progressOf: (days) => `Kemajuan ${days}`,
  seen: (count) => `${count} tercatat di Fazz`,
  imported: (count) => `${count} diimpor`,
  known: (count) => `${count} sudah ada sebelumnya`,
  show: 'Tampilkan pembayaran tanggal ini',
  by: (name) => `Dimulai oleh ${name}`,
  ended: 'berakhir',
};
