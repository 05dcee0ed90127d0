import { formatAmountIdr, formatCount } from '../../format/money.ts';
import type { Catalogue } from '../en.ts';

const payments = (count: number) => `${formatCount(count)} pembayaran`;

export const overview: Catalogue['overview'] = {
  title: 'Ringkasan',
  asOf: (time) => `Per ${time} WIB`,
  notLive: 'tidak langsung saat ini',
  reloadFailed: 'Angka-angka ini belum bisa diperbarui.',

  weekdays: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  weekdaysShort: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'],

  payments,
  noPayments: 'Tidak ada pembayaran',

  paid: { today: 'Lunas hari ini', week: 'Lunas minggu ini' },
  compared: {
    today: (weekday, clock) => `${weekday} lalu sampai pukul ${clock}`,
    week: (weekday, clock) => `minggu lalu sampai ${weekday} pukul ${clock}`,
  },
  more: (differenceIdr, than) => `${formatAmountIdr(differenceIdr)} lebih banyak daripada ${than}`,
  less: (differenceIdr, than) => `${formatAmountIdr(differenceIdr)} lebih sedikit daripada ${than}`,
  same: (than) => `Sama dengan ${than}`,
  nothingThen: (then) => `Belum ada yang lunas ${then}`,
  amountThen: (amountIdr, count) => `Saat itu: ${formatAmountIdr(amountIdr)}, ${payments(count)}`,

  attention: {
    none: 'Tidak ada yang perlu diperiksa.',
    reasons: {
      outcome_unknown: (count) => `${formatCount(count)} belum diketahui hasilnya`,
      contradicted: (count) => `${formatCount(count)} bertentangan`,
      unconfirmed: (count) => `${formatCount(count)} belum dikonfirmasi`,
      callback_missing: (count) => `${formatCount(count)} simulasi tanpa callback`,
      callback_parked: (count) => `${formatCount(count)} callback disisihkan`,
      destination_stopped: (count) => `${formatCount(count)} tujuan berhenti`,
    },
    details: {
      outcome_unknown: 'Lebih dari satu menit kami belum tahu apakah penyedia menjalankan permintaan kami.',
      contradicted: 'Pernyataan penyedia tidak mungkin benar bersamaan dengan catatan kami.',
      unconfirmed:
        'Callback melaporkan uang masuk lebih dari satu jam lalu, tetapi penyedia belum bisa ditanya kebenarannya.',
      callback_missing: 'Pembayaran disimulasikan lebih dari satu menit lalu, tetapi callback belum datang.',
      callback_parked: 'Tidak dipahami, atau pembayarannya tidak ada di catatan.',
      destination_stopped: 'Terus gagal atau menjawab tidak mau menerima lagi, jadi tidak dikirimi callback.',
    },
  },

  view: { chart: 'Grafik', table: 'Tabel' },
  showAs: (what) => `Tampilkan “${what}” sebagai`,
  chartFailed: 'Grafik tidak bisa dimuat, jadi berikut angka-angkanya.',
  axisUnits: {
    one: 'dalam rupiah',
    thousand: 'dalam ribu rupiah',
    million: 'dalam juta rupiah',
    billion: 'dalam miliar rupiah',
  },

  week: {
    title: 'Minggu ini per hari',
    chart: 'Lunas minggu ini per hari, dibandingkan minggu lalu',
    thisWeek: 'Minggu ini',
    lastWeek: 'Minggu lalu',
    lastWeekBy: (weekday, clock) => `Minggu lalu s.d. ${weekday} ${clock}`,
    day: 'Hari',
    nothing: 'Belum ada yang lunas minggu ini, begitu pula minggu lalu sampai waktu yang sama.',
    point: (day, now, comparedDay, then) => `${day}: ${now}. ${comparedDay}: ${then}`,
    byClock: (day, clock) => `${day} s.d. ${clock}`,
    ahead: 'mendatang',
  },

  settlement: {
    title: 'Menunggu pencairan',
    chart: 'Menunggu pencairan, menurut perkiraan hari cair',
    none: 'Tidak ada yang menunggu pencairan.',
    day: 'Perkiraan cair',
    today: 'Hari ini',
    tomorrow: 'Besok',
    overdue: (day) => `${day}, lewat`,
    unknownDay: 'Tanpa perkiraan',
  },

  breakdown: {
    title: 'Lunas menurut',
    by: 'Lunas menurut jenis, penyedia, atau cara bayar',
    today: 'Hari ini',
    week: 'Minggu ini',
    note: 'Persentase dibandingkan dengan hari yang sama minggu lalu, sampai jam yang sama.',
    unknownMethod: 'Cara bayar tidak diketahui',
    nothing: 'Belum ada yang lunas minggu ini, begitu pula pada hari-hari yang sama minggu lalu.',
  },

  recent: {
    title: 'Aktivitas terbaru',
    all: 'Semua pembayaran',
    created: (time) => `dibuat ${time}`,
    calledBack: (time) => `callback ${time}`,
    simulated: (time) => `disimulasikan ${time}`,
    settled: (time) => `cair ${time}`,
    contradicted: (time) => `bertentangan ${time}`,
  },

  empty: {
    title: 'Belum ada pembayaran di sini',
    detail:
      'Begitu ada pembayaran, halaman ini menunjukkan apa yang sudah lunas, apa yang menunggu pencairan, dan apa yang perlu diperiksa.',
    create: 'Mulailah dengan salah satu ini:',
    mayNotCreate:
      'Peran Anda tidak boleh membuat pembayaran di lingkungan ini. Pembayaran tampil di sini begitu ada rekan yang membuatnya.',
    import: 'Pembayaran yang dibuat di tempat lain bisa diimpor: cari referensinya di daftar.',
  },
};
