import type { Catalogue } from '../en.ts';

export const signIn: Catalogue['signIn'] = {
  title: 'Masuk',
  lead: 'Tautan pembayaran di REM dan Fazz',
  email: 'E-mail',
  password: 'Kata sandi',
  showPassword: 'Tampilkan kata sandi',
  hidePassword: 'Sembunyikan kata sandi',
  capsLock: 'Caps Lock menyala.',
  submit: 'Masuk',
  emailMissing: 'Isi alamat e-mail Anda.',
  passwordMissing: 'Isi kata sandi Anda.',
  wrong: 'Alamat e-mail dan kata sandi tidak cocok.',
  throttled: (seconds) =>
    seconds > 90
      ? `Terlalu banyak percobaan. Coba lagi ${Math.ceil(seconds / 60)} menit lagi.`
      : `Terlalu banyak percobaan. Coba lagi ${seconds} detik lagi.`,
  ended: 'Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan dari tempat terakhir.',
};
