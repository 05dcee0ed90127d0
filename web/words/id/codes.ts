import type { Catalogue } from '../en.ts';

export const codes: Catalogue['codes'] = {
  title: 'Kode respons',
  of: 'Payment routing REM',
  explained:
    'REM menjawab dengan salah satu kode ini bila menolak routing QRIS. Final berarti REM sudah memutuskan. Belum final berarti hasilnya belum jelas: pastikan dulu sebelum mencoba lagi.',
  final: 'Sudah final',
  notFinal: 'Belum final',
  code: 'Kode',
  name: 'Nama',
  meaning: 'Artinya',
  advice: 'Yang perlu dilakukan',
  explain: (code) => `Langkah untuk ${code}`,
  search: 'Cari kode atau kata',
  nothing: (q) => `Tidak ada kode yang cocok dengan “${q}”. REM tidak mendokumentasikan kode routing yang lain.`,
  entries: {
    success: { name: 'Berhasil', meaning: 'REM melakukan yang diminta.', advice: 'Tidak ada.' },
    duplicate_reference: {
      name: 'Referensi sudah dipakai',
      meaning: 'Routing lain di akun REM ini sudah memakai referensi ini, dibuat di sini atau oleh program lain.',
      advice:
        'Pilih referensi lain, atau kosongkan supaya dibuatkan. Untuk melihat routing yang satunya, cek statusnya.',
    },
    reference_not_found: {
      name: 'Referensi tidak ditemukan',
      meaning: 'Ada routing yang mau diakhiri, tetapi REM tidak mengenal referensinya.',
      advice: 'Periksa referensi dan lingkungannya. Bisa jadi routing itu milik akun REM yang lain.',
    },
    credentials_not_valid: {
      name: 'Kredensial tidak sah',
      meaning: 'Routing mau diakhiri dengan kredensial yang tidak dikenal, diblokir, atau ditolak REM.',
      advice:
        'Minta username dan API key lingkungan ini dicocokkan dengan dasbor REM. Kalau sudah benar, tanyakan ke REM apakah akunnya diblokir.',
    },
    deactivation_failed: {
      name: 'Tidak jadi diakhiri',
      meaning: 'REM tidak bisa mengakhiri routing dan tidak menyebut sebabnya. Kode QR-nya mungkin masih bisa dibayar.',
      advice:
        'Perbarui pembayarannya. Kalau masih aktif, coba lagi nanti atau tunggu sampai kedaluwarsa, paling lama satu jam.',
    },
    amount_not_valid: {
      name: 'Nominal tidak sah',
      meaning: 'Nominal di luar batas QRIS di REM, Rp 10.000 sampai Rp 10.000.000.',
      advice: 'Perbaiki nominalnya. Kalau masih dalam batas, tanyakan ke REM batas untuk akun ini.',
    },
    amount_empty: {
      name: 'Nominal kosong',
      meaning: 'REM tidak menemukan nominal dalam permintaan.',
      advice:
        'Konsol selalu mengirimnya, jadi ada yang rusak di sini atau di jalan menuju REM: beri tahu developer nomor permintaannya.',
    },
    payment_method_not_valid: {
      name: 'Cara bayar tidak sah',
      meaning: 'REM tidak menerima cara bayarnya. Untuk routing hanya ada QRIS.',
      advice: 'Tanyakan ke REM apakah QRIS sudah aktif untuk akun ini.',
    },
    source_of_funds_not_valid: {
      name: 'Sumber dana tidak sah',
      meaning: 'REM tidak menerima sumber dananya. Untuk routing hanya ada QRIS.',
      advice: 'Tanyakan ke REM apakah QRIS sudah aktif untuk akun ini.',
    },
    expiry_not_valid: {
      name: 'Batas waktu tidak sah',
      meaning: 'Menurut jam REM, batas waktunya tidak berada antara 1 menit dan 1 jam ke depan.',
      advice:
        'Pilih waktu yang tidak terlalu dekat dengan kedua batas itu. Kalau tetap ditolak, minta jam server konsol diperiksa.',
    },
    product_not_configured: {
      name: 'Produk belum disiapkan',
      meaning: 'Akun REM ini belum disiapkan untuk menerima pembayaran lewat routing.',
      advice: 'Minta REM menyiapkan payment routing untuk akun lingkungan ini.',
    },
    qr_maintenance: {
      name: 'QR dalam pemeliharaan',
      meaning: 'Pembayaran QR di REM sedang dalam pemeliharaan. Tidak ada yang terbuat.',
      advice: 'Buat pembayaran baru nanti, atau sekarang dengan tautan pembayaran dan cara bayar lain.',
    },
    too_many_requests: {
      name: 'Terlalu banyak permintaan',
      meaning: 'REM menerima terlalu banyak permintaan untuk ini. Tidak ada yang terbuat.',
      advice:
        'Tunggu satu menit, lalu buat pembayaran baru. Kalau sering terjadi, minta batas yang lebih tinggi ke REM.',
    },
    general_error: {
      name: 'Kesalahan umum',
      meaning: 'Ada yang gagal di REM, dan belum jelas apakah routing-nya terbuat.',
      advice:
        'Tunggu: konsol bertanya ke REM dengan referensinya sampai jelas. Jangan membuat pembayaran kedua sebelum itu.',
    },
  },
};
