const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** First words of the names of positions, offices and those who come to one. */
export const performers = wordsOf(`
  admin administrator agendaris ajudan analis apoteker arsiparis asisten asda atasan auditor
  badan bagian bappeda bendahara bidan bidang bkd bkpsdm bpkad bupati camat dinas direktur diskominfo
  dokter dosen fungsional gubernur guru helpdesk inspektorat inspektur instansi jfu jft ka kabag
  kabid kadin kadis kadiskominfo kantor kasi kasie kassi kasubag kasubbag kasubbid kasubid kasubdit
  katim kepala ketua konseptor kontraktor koordinator kpa loket lurah masyarakat mediator menteri
  nasabah notulis operator opd panitia pasien pejabat pelaksana pelanggan pelapor pemda pemerintah
  pemohon peminjam pengadministrasi pengadu pengawas pengelola pengguna pengurus pengusul penyedia
  penyuluh perawat perencana petugas pimpinan pj pjp plh plt pokja ppk pphp pptk pramubakti pranata
  programer programmer sarpras satpam satpol sekda sekdin sekretariat sekretaris seksi skpd staf
  staff subag subbag subbagian subbid supir sopir tamu teknisi tenaga tim tu uker unit upt uptd
  verifikator verificator wajib wakil wali walikota warga wartawan
`);

/** First words that need the one behind them to be a person: "wajib pajak", "tenaga ahli". */
export const performerPairs: Readonly<Record<string, ReadonlySet<string>>> = {
  wajib: wordsOf("pajak retribusi"),
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
