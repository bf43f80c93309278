const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** First words of the names of positions, offices and those who come to one. */
export const performers = wordsOf(`
  admin administrator agendaris ajudan analis apoteker arsiparis asda asisten asn atasan auditor
  back badan bag bagian bappeda bendahara bidan bidang bkd bkpsdm bo bpkad bupati camat dinas
  direktur diskominfo dokter dosen fo front fungsional gubernur guru helpdesk inspektorat
  inspektur instansi jft jfu ka kabag kabid kadin kadis kadiskominfo kantor kasi kasie kassi
  kasubag kasubbag kasubbid kasubdit kasubid katim kepala ketua konseptor kontraktor koordinator
  kpa loket lurah masyarakat mediator menteri notulis opd operator pa panitia pasien pejabat
  pelaksana pelanggan pelapor pemda pemerintah peminjam pemohon pengadministrasi pengadu
  pengawas pengelola pengguna pengurus pengusul penyedia penyuluh perawat perencana petugas
  pihak pimpinan pj pjp plh plt pns pokja pphp ppk ppkom pptk pramubakti pranata sarpras satpam
  satpol sekda sekdin sekretariat sekretaris seksi skpd sopir staf staff subag subbag subbagian
  subbid supir tamu teknisi tenaga tim tu uker unit upt uptd verifikator wajib wakil wali
  walikota warga
`);

/** First words that are somebody only with one of these behind them: "wajib pajak", "front office". */
export const performerPairs: Readonly<Record<string, ReadonlySet<string>>> = {
  wajib: wordsOf("pajak retribusi"),
  front: wordsOf("office"),
  back: wordsOf("office"),
  pihak: wordsOf("ketiga kedua pertama penyedia pemohon luar lain terkait"),
  tenaga: wordsOf("ahli teknis administrasi kesehatan medis pendamping kontrak"),
};

/** Words in front of what somebody does that are no part of their name. */
export const betweenSubjectAndVerb = wordsOf(`
  dan serta akan harus wajib dapat segera kemudian lalu selanjutnya langsung juga telah sudah untuk
`);

/** A name ends before one of these: what follows tells more of it, or begins another clause. */
export const endsOfName = wordsOf(`
  yang untuk agar supaya guna bahwa jika jikalau apabila bila kalau maka setelah sebelum sesudah
  adalah ialah oleh kepada ke dengan sebagai dalam tentang karena sehingga
`);
