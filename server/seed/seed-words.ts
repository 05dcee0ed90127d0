/** What the seed's payments are about: a shop for batik and household goods in Yogyakarta. REM takes letters, digits and blanks only. */
export const givenNames = [
  'Siti',
  'Budi',
  'Dewi',
  'Agus',
  'Rina',
  'Eko',
  'Putri',
  'Joko',
  'Ayu',
  'Hendra',
  'Maya',
  'Rizky',
  'Indah',
  'Bayu',
  'Lestari',
  'Fajar',
  'Nadia',
  'Yusuf',
  'Wulan',
  'Dimas',
  'Ratna',
  'Arif',
  'Citra',
  'Gilang',
  'Mega',
  'Surya',
  'Tika',
  'Bagas',
  'Novi',
  'Irfan',
];

export const familyNames = [
  'Rahayu',
  'Santoso',
  'Wijaya',
  'Pratama',
  'Lestari',
  'Nugroho',
  'Saputra',
  'Hidayat',
  'Kusuma',
  'Siregar',
  'Wibowo',
  'Permata',
  'Setiawan',
  'Halim',
  'Nasution',
  'Utami',
  'Gunawan',
  'Purnomo',
  'Tanjung',
  'Maharani',
  'Simanjuntak',
  'Suryani',
  'Hartono',
  'Anggraini',
  'Firmansyah',
];

/** Goods with the price of one, rupiah. */
export const goods = [
  { name: 'Kemeja Batik Parang', priceIdr: 285_000 },
  { name: 'Kain Batik Tulis Mega Mendung', priceIdr: 1_250_000 },
  { name: 'Sarung Tenun Samarinda', priceIdr: 420_000 },
  { name: 'Teh Melati 500 Gram', priceIdr: 48_500 },
  { name: 'Kopi Gayo Arabika 1 Kg', priceIdr: 189_000 },
  { name: 'Set Wajan Baja', priceIdr: 365_000 },
  { name: 'Mukena Katun Jepang', priceIdr: 310_000 },
  { name: 'Tas Anyaman Rotan', priceIdr: 175_000 },
  { name: 'Meja Jati Lipat', priceIdr: 2_450_000 },
  { name: 'Keripik Tempe Pedas', priceIdr: 22_000 },
  { name: 'Seragam Kantor', priceIdr: 12_750_000 },
  { name: 'Paket Hampers Lebaran', priceIdr: 560_000 },
  { name: 'Sewa Tenda Pernikahan', priceIdr: 18_500_000 },
  { name: 'Kursus Membatik 4 Kali', priceIdr: 900_000 },
];

/** What one buys at the counter: every method takes the price of one. */
export const smallGoods = goods.filter(({ priceIdr }) => priceIdr <= 1_250_000);

/** How payers pay, the usual ways more often. `channel` is for the payer page. */
export const remWays = [
  { method: 'qris', channel: 'gopay' },
  { method: 'qris', channel: 'ovo' },
  { method: 'qris', channel: 'dana' },
  { method: 'va', channel: 'bca' },
  { method: 'va', channel: 'bca' },
  { method: 'va', channel: 'mandiri' },
  { method: 'va', channel: 'bri' },
  { method: 'va', channel: 'bni' },
  { method: 'ewallet', channel: 'shopeepay' },
  { method: 'ewallet', channel: 'dana' },
  { method: 'card' },
  { method: 'bank_transfer', channel: 'bca' },
] as const;

/** The application that reads a QR. */
export const qrisWays = remWays.filter(({ method }) => method === 'qris');

export const fazzWays = [
  { method: 'va', channel: 'bca' },
  { method: 'va', channel: 'mandiri' },
  { method: 'va', channel: 'bri' },
  { method: 'qris', channel: 'gopay' },
  { method: 'ewallet', channel: 'ovo' },
  { method: 'retail_outlet', channel: 'alfamart' },
  { method: 'retail_outlet', channel: 'indomaret' },
] as const;

/** What some payers type in. */
export const payerNotes = ['Tolong dikirim sore', 'Sudah transfer ya kak', 'Untuk acara hari Sabtu', 'Titip ke satpam'];
