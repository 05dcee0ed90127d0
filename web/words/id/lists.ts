import { formatCount } from '../../format/money.ts';
import type { Catalogue } from '../en.ts';

function counted(noun: string) {
  return (count: number, isExact: boolean) =>
    isExact ? `${formatCount(count)} ${noun}` : `lebih dari ${formatCount(count)} ${noun}`;
}

export const lists: Catalogue['lists'] = {
  links: {
    title: 'Tautan pembayaran',
    create: 'Buat tautan',
    mayNotCreate: 'Peran Anda tidak boleh membuat tautan di lingkungan ini.',
    totals: counted('tautan'),
    showArrived: 'Tampilkan tautan terbaru',
    emptyTitle: 'Belum ada tautan pembayaran',
    emptyDetail: 'Tautan yang Anda buat di sini, atau impor dari penyedia, akan tampil di daftar ini.',
    noMatchTitle: 'Tidak ada tautan yang cocok',
    noMatchMany: 'Tidak ada tautan yang cocok dengan semua filter ini. Hapus salah satunya:',
  },
  routings: {
    title: 'Routing QRIS',
    create: 'Buat routing QRIS',
    mayNotCreate: 'Peran Anda tidak boleh membuat routing QRIS di lingkungan ini.',
    totals: counted('routing'),
    showArrived: 'Tampilkan routing terbaru',
    emptyTitle: 'Belum ada routing QRIS',
    emptyDetail:
      'Routing adalah kode QRIS dari REM untuk satu nominal. Yang Anda buat di sini, atau impor, akan tampil di daftar ini.',
    noMatchTitle: 'Tidak ada routing yang cocok',
    noMatchMany: 'Tidak ada routing yang cocok dengan semua filter ini. Hapus salah satunya:',
  },
  'one-time': {
    title: 'Sekali bayar',
    create: 'Buat pembayaran',
    mayNotCreate: 'Peran Anda tidak boleh membuat pembayaran di lingkungan ini.',
    totals: counted('pembayaran'),
    showArrived: 'Tampilkan pembayaran terbaru',
    emptyTitle: 'Belum ada pembayaran sekali bayar',
    emptyDetail: 'Pembayaran Fazz yang Anda buat di sini, atau impor, akan tampil di daftar ini.',
    noMatchTitle: 'Tidak ada pembayaran yang cocok',
    noMatchMany: 'Tidak ada pembayaran yang cocok dengan semua filter ini. Hapus salah satunya:',
  },
  payments: {
    title: 'Semua pembayaran',
    create: 'Buat',
    mayNotCreate: 'Peran Anda tidak boleh membuat pembayaran di lingkungan ini.',
    totals: counted('pembayaran'),
    showArrived: 'Tampilkan pembayaran terbaru',
    emptyTitle: 'Belum ada pembayaran',
    emptyDetail:
      'Tautan pembayaran, routing QRIS, dan pembayaran sekali bayar yang Anda buat di sini, atau impor, akan tampil di daftar ini.',
    noMatchTitle: 'Tidak ada pembayaran yang cocok',
    noMatchMany: 'Tidak ada pembayaran yang cocok dengan semua filter ini. Hapus salah satunya:',
  },
};
