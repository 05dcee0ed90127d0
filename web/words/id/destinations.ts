import { formatCount } from '../../format/money.ts';
import type { Catalogue } from '../en.ts';

const waits = (count: number) => (count === 0 ? 'tidak ada antrean' : `${formatCount(count)} callback menunggu`);

export const destinations: Catalogue['destinations'] = {
  title: 'Tujuan',
  explained:
    'Sistem Anda sendiri yang membutuhkan callback. Setiap callback diteruskan ke semuanya persis seperti saat tiba, ditandatangani menurut spesifikasi Standard Webhooks. Yang tidak dijawab dengan 2xx dicoba lagi selama 28 jam, urut untuk setiap pembayaran.',
  mayNot: 'Hanya admin yang menambah atau mengubah tujuan.',
  add: 'Tambah tujuan',
  listFailed: 'Daftar tujuan tidak bisa dimuat',
  none: 'Callback belum diteruskan ke mana pun.',
  states: { active: 'Aktif', paused: 'Dijeda' },
  failing: 'Sedang gagal',
  failingSince: 'gagal sejak',
  pausedReasons: {
    by_person: 'Dijeda oleh seseorang',
    keeps_failing: 'Dijeda karena terus gagal',
    gone: 'Dijeda karena menjawab 410: tidak mau menerima lagi',
  },
  stopped: {
    keeps_failing: (waiting) => `dijeda karena terus gagal; ${waits(waiting)}.`,
    gone: (waiting) => `dijeda karena menjawab 410, artinya tidak mau menerima lagi; ${waits(waiting)}.`,
  },
  waiting: (count) => (count === 0 ? 'Tidak ada antrean' : `${formatCount(count)} menunggu`),
  lastDelivered: 'terakhir terkirim',
  secretChanged: 'kunci rahasia diganti',
  neverDelivered: 'belum ada yang terkirim',
  allProviders: 'REM dan Fazz',
  allKinds: 'semua jenis pembayaran',
  edit: 'Ubah',
  pause: 'Jeda',
  pauseHint: 'Tidak ada yang dikirim sampai dilanjutkan. Tidak ada yang hilang: callback menunggu.',
  resume: 'Lanjutkan',
  resumeHint: 'Yang menunggu dikirim sekarang, dari yang terlama.',
  rotate: 'Kunci rahasia baru',
  remove: 'Hapus',
  problems: {
    pause: 'Tujuan tidak jadi dijeda',
    resume: 'Tujuan tidak jadi dilanjutkan',
    rotate: 'Kunci rahasia tidak jadi diganti',
    remove: 'Tujuan tidak jadi dihapus',
    save: 'Tujuan tidak jadi disimpan',
  },
  form: {
    addTitle: 'Tambah tujuan',
    editTitle: (name) => `Ubah ${name}`,
    name: 'Nama',
    nameHint: 'Seperti biasa disebut di tempat Anda: “Sistem pesanan”.',
    url: 'Alamat',
    urlHint: 'https. Pengalihan tidak diikuti, dan jawaban harus datang dalam 15 detik.',
    providers: 'Dari',
    kinds: 'Tentang',
    atLeastOne: 'Pilih sedikitnya satu.',
    noName: 'Isi namanya.',
    badUrl: 'Isi alamat yang diawali https://',
    addUnknown:
      'Tutup ini dan lihat apakah sudah ada di daftar. Bila ada, kunci rahasianya belum dilihat siapa pun: buat yang baru di sana.',
    refused: 'Alamat ini tidak diizinkan.',
    add: 'Tambah tujuan',
    save: 'Simpan',
  },
  deleted: 'tujuan yang sudah dihapus',
  callbacksFailed: 'Callback yang gagal di sana',
  choice: {
    loading: 'Daftar tujuan sedang dimuat.',
    none: 'Belum ada tujuan di lingkungan ini.',
    choose: 'Pilih tujuannya.',
    paused: 'Dijeda: tidak menerima apa pun sampai dilanjutkan oleh admin.',
    gone: 'Tujuan yang dipilih sudah dihapus. Pilih yang lain.',
  },
  secret: {
    title: (name) => `Kunci rahasia untuk ${name}`,
    once: 'Hanya ditampilkan sekali ini. Simpan di tempat sistem Anda memeriksa tanda tangan (webhook-signature).',
    label: 'Kunci rahasia tanda tangan',
    copyWhat: 'kunci rahasia tanda tangan',
    done: 'Sudah saya simpan',
  },
  rotation: {
    title: (name) => `Kunci rahasia baru untuk ${name}?`,
    happens:
      'Mulai sekarang ditandatangani dengan kunci rahasia baru. Kunci lama masih berlaku 24 jam, setelah itu tidak lagi.',
    unknown:
      'Tutup ini dan lihat kapan kunci rahasianya terakhir diganti. Bila baru saja, kunci yang baru belum dilihat siapa pun: buat sekali lagi.',
    submit: 'Buat kunci rahasia baru',
  },
  deletion: {
    title: (name) => `Hapus ${name}?`,
    happens: (waiting) =>
      waiting === 0
        ? 'Tidak ada lagi yang dikirim ke sana. Riwayat pengiriman tetap ada.'
        : `${formatCount(waiting)} callback yang menunggu tidak akan dikirim ke sana. Riwayat pengiriman tetap ada.`,
    submit: 'Hapus tujuan',
  },
};
