import { formatCount } from '../../format/money.ts';
import type { Catalogue } from '../en.ts';

function seconds(count: number): string {
  if (count < 90) return `${formatCount(count)} detik`;
  if (count < 5_400) return `${formatCount(Math.round(count / 60))} menit`;
  return `${formatCount(Math.round(count / 360) / 10)} jam`;
}

export const resends: Catalogue['resends'] = {
  title: 'Kirim ulang massal',
  fromList: (total) => `Kirim ulang callback ${total} ini…`,
  fromListShort: 'Kirim ulang callback…',
  none: 'Belum ada kirim ulang massal. Mulailah dari daftar pembayaran atau callback: filter dulu, lalu pilih “Kirim ulang callback”.',
  toPayments: 'Semua pembayaran',
  listFailed: 'Daftar kirim ulang tidak bisa dimuat',
  mayNot: 'Peran Anda tidak boleh mengirim ulang banyak callback di lingkungan ini.',

  create: {
    titles: { payments: 'Kirim ulang callback banyak pembayaran', callbacks: 'Kirim ulang banyak callback' },
    of: { payments: 'Pembayaran', callbacks: 'Callback' },
    all: { payments: 'Semua pembayaran di lingkungan ini', callbacks: 'Semua callback di lingkungan ini' },
    change: 'Ubah filter',
    via: 'Caranya',
    provider: 'Oleh penyedia',
    providerDetail:
      'REM mengirim lagi callback terakhir tiap pembayaran ke kami, lalu kami teruskan. Fazz tidak bisa melakukannya.',
    destination: 'Dari callback yang tersimpan',
    destinationDetail: 'Callback terakhir tiap pembayaran yang tersimpan dikirim sekali lagi ke satu tujuan.',
    eachDetail:
      'Masing-masing dikirim sekali lagi ke satu tujuan seperti aslinya, yang terlama lebih dulu. Sistem Anda bisa menerima kabar lama tentang suatu pembayaran setelah kabar yang lebih baru.',
    to: 'Tujuan',
    pace: 'Callback per menit',
    paceHint: (most) => `1 sampai ${formatCount(most)}. Lebih lambat lebih ringan bagi penerima.`,
    paceError: (most) => `Isi bilangan bulat 1 sampai ${formatCount(most)}.`,
    counting: 'Menghitung…',
    count: (count, duration) => `${formatCount(count)} callback, kira-kira ${duration} dengan laju ini.`,
    nothing: 'Tidak ada yang bisa dikirim.',
    skipped: 'Tidak disertakan:',
    happens:
      'Satu dikirim lebih dulu. Anda periksa hasilnya, lalu kirim sisanya atau hentikan. Penerima bisa menerima callback dua kali. Halaman ini boleh ditinggal: pengiriman tetap berjalan, juga setelah server dimulai ulang.',
    submit: 'Kirim satu dulu',
    previewFailed: 'Jumlah yang akan dikirim tidak bisa dihitung',
    failed: 'Tidak ada yang dikirim',
    failedUnknown: 'Tekan tombolnya lagi: kirim ulang yang sama tidak akan dibuat dua kali.',
  },
  duration: seconds,

  by: (name) => `Dibuat oleh ${name}`,
  pageTitle: 'Kirim ulang',
  loadFailed: 'Kirim ulang ini tidak bisa dimuat',
  unknown: 'Kirim ulang ini tidak ada di sini',
  states: {
    canary: 'Mengirim yang pertama',
    canary_done: 'Menunggu Anda',
    running: 'Mengirim',
    paused: 'Dijeda',
    done: 'Selesai',
    cancelled: 'Dihentikan',
  },
  pausedReasons: {
    by_person: 'Dijeda oleh seseorang.',
    destination_paused: 'Dijeda karena tujuannya dijeda.',
    provider_unavailable: 'Dijeda karena penyedia tidak bisa dihubungi.',
  },
  via: {
    provider: 'oleh penyedia',
    payments: (name) => `dari callback yang tersimpan ke ${name}`,
    callbacks: (name) => `setiap callback ke ${name}`,
  },
  perMinute: (count) => `${formatCount(count)} per menit`,
  progress: (done, all) => `${formatCount(done)} dari ${formatCount(all)}`,
  left: (duration) => `kira-kira ${duration} lagi`,
  progressLabel: 'Kemajuan',
  counts: {
    done: (count) => `${formatCount(count)} terkirim`,
    failed: (count) => `${formatCount(count)} gagal`,
    unknown: (count) => `${formatCount(count)} tidak diketahui`,
    skipped: (count) => `${formatCount(count)} tidak disertakan`,
    cancelled: (count) => `${formatCount(count)} tidak dikirim`,
  },
  ended: 'berakhir',
  canary: {
    title: 'Yang pertama sudah dikirim. Periksa dulu sebelum mengirim sisanya.',
    detail: 'Apakah sistem Anda sudah menerima yang dibutuhkan? Hasilnya ada di baris pertama di bawah.',
  },
  steps: {
    continue: (count, duration) =>
      count === 1 ? 'Kirim satu lainnya' : `Kirim ${formatCount(count)} lainnya (kira-kira ${duration})`,
    pause: 'Jeda',
    resume: 'Lanjutkan',
    cancel: 'Hentikan kirim ulang',
    failed: 'Kirim ulang tidak berubah',
    stopping: {
      title: 'Hentikan kirim ulang ini untuk seterusnya?',
      happens: (left, sent) =>
        `${formatCount(left)} tidak akan dikirim; ${sent === 0 ? 'belum ada yang' : `${formatCount(sent)} sudah`} terkirim. Setelah dihentikan tidak bisa dilanjutkan.`,
    },
  },
  items: {
    title: 'Hasil',
    failed: 'Hasil tidak bisa dimuat',
    none: 'Belum ada hasil.',
    number: 'No. urut',
    reference: 'Referensi',
    callback: (id) => `Callback ${id}`,
    outcome: 'Hasil',
    at: 'Waktu (WIB)',
    download: 'Unduh CSV',
    outcomes: {
      waiting: 'Menunggu',
      sending: 'Sedang dikirim',
      done: 'Terkirim',
      failed: 'Gagal',
      unknown: 'Tidak diketahui; tidak dikirim lagi',
      skipped: 'Tidak disertakan',
      cancelled: 'Tidak dikirim',
    },
  },
};
