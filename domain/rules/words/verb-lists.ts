const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Verbs that offices write without a prefix, as orders: "Terima surat", "Catat dalam agenda". Loan
 * words that are nouns in Indonesian (verifikasi, disposisi, koordinasi, …) are not among them.
 */
export const bareVerbs = wordsOf(`
  acc adakan ajukan aktifkan alihkan amankan ambil antar antarkan arahkan arsipkan atur awasi
  baca bacakan bagi bagikan bahas bandingkan bangun bantu batalkan bawa bayar bayarkan beli
  bentuk beri berikan beritahu beritahukan bersihkan bimbing buat buatkan bubuhi bubuhkan buka
  bukukan bungkus cabut cap cari catat catatkan cegah cek cermati cetak cocokkan coret dampingi
  dapatkan datang dengar dengarkan diskusikan disposisikan distribusikan dorong download dukung
  ekspor entri entry fotokopi gabung gabungkan gali ganti geser gunakan hadir hadiri hapus
  hentikan himpun hitung hubungi ikut ikuti impor ingatkan input instal isi isikan izinkan jaga
  jalankan jawab jelaskan jemput jilid kabari kaji kelola kelompokkan keluar keluarkan kemas
  kembalikan kembangkan kemukakan kendalikan kerjakan ketik kirim kirimi kirimkan klik
  konsultasikan koordinasikan kumpulkan kunjungi laksanakan lakukan lampirkan lanjutkan lapor
  laporkan larang layani lengkapi lepaskan letakkan lihat limpahkan lindungi lunasi masuk
  masukkan minta mintakan mohon muat mulai naik naikkan nilai nyatakan olah pakai panggil pantau
  paparkan paraf pasang pastikan pecahkan pegang pelajari pelihara penuhi perbaharui perbaiki
  perbanyak perbarui pergi perhatikan periksa perintahkan perjelas perkenalkan perkirakan
  perkuat perlihatkan perluas peroleh persiapkan persilakan pertahankan pertanggungjawabkan
  pertegas pertemukan pertimbangkan pesan petakan pilah pilih pimpin pindah pindahkan pindai
  pinjam potong print proses pulang pulihkan pungut putuskan rancang rapikan rawat rekam rekap
  rencanakan respon restui review ringkas rumuskan sahkan sajikan saksikan salin salurkan
  sambungkan sambut sampaikan saring scan sebarkan sebutkan sediakan selenggarakan selesaikan
  sepakati serahkan sertakan sesuaikan setor setorkan setujui siapkan simak simpan simpulkan
  sisipkan sortir stempel sunting surati susun tagih tahan tambah tambahkan tampilkan tampung
  tanam tandai tandatangani tangani tanggapi tanyakan taruh tata tawarkan tegaskan tegur telaah
  telepon teliti telusuri tempatkan tempel tempelkan temui temukan tentukan terapkan terbitkan
  terima terjemahkan terjunkan teruskan tetapkan tindaklanjuti tinjau tolak transfer tugasi
  tugaskan tulis tuliskan tunda tunggu tunjuk tunjukkan turun turunkan tutup uji ukur ulangi
  umumkan undang unduh unggah upayakan update upload urus urutkan usahakan usulkan utus wajibkan
  wawancarai
`);

/** Verbs without a prefix that need no object: whoever "datang" or "hadir" has a name that ends before. */
export const intransitiveVerbs = wordsOf(`
  antre antri berangkat datang duduk hadir ikut kembali keluar lewat mampir masuk maju mulai mundur
  naik pamit pergi pulang sepakat setuju singgah tiba tunggu turun turut
`);

/** Behind these such a verb tells which one is meant: "surat masuk", "ruang tunggu", "pindah datang". */
export const toldByVerb = wordsOf(`
  arus barang berkas daftar data dokumen jalan jalur kas kursi loket meja naskah nota paket pintu
  pindah pos ruang surat tempat uang
`);

/** Verbs with be- that the prefix ber- does not tell. */
export const plainBeVerbs = wordsOf("bekerja belajar bepergian");

/** Words that are neither verb nor noun, though their letters look like it. */
export const otherWords = wordsOf(`
  akan akhirnya bahwa beberapa beda berbagai berbentuk berdasarkan berhubung berikut berisi
  berjenjang berkala berlaku bermasalah bermeterai bernama bernomor bersama bersangkutan bersih
  berupa berwenang beserta bukan dengan jangan kemudian khususnya lainnya melalui memang mendung
  menengah mengapa mengenai mengingat menjelang menurut merah merdeka mereka meriah merupakan
  meski meskipun mesti mewah rekan sebelumnya selanjutnya seterusnya terampil terang teras
  teratur terhadap terhitung terkait terlampir terlebih termasuk tersebut tertib
`);

/** Nouns that no ending tells, and those that look like a verb with me-, ber-, ter- or di-. */
export const nouns = wordsOf(`
  absensi acara aduan agenda ajuan akta aktivitas alat alur anggaran aparatur apel arsip artikel
  aset asistensi audiensi audit bahan barang bea beasiswa bekal belanja bencana benda bendahara
  bengkel beranda beras berat berita berkas biaya bimtek briefing bukti buku cara cetakan cuti
  daftar dana data desain diagnosis digitalisasi digitasi diklat dinas direksi direktorat
  diseminasi disiplin diskusi dispensasi disposisi distribusi diversifikasi divisi dokumen draf
  faktur formulir foto gaji gambar gerakan hari hasil hearing hibah honor honorarium identitas
  ijazah informasi instruksi inventaris isian izin jadwal jenis kartu kas kegiatan kendala
  konfirmasi koordinasi kop koreksi kuitansi kwitansi lelang lembar lokasi map masukan materai
  materi mebel mebeler medali media mediator medis meditasi meeting megapolitan mei meja mekanik
  mekanisme member membran memo memorandum memori menara menit mental menteri mentor mentoring
  menu mercusuar merek meriam merk mesin mesjid mess metadata metal meter meterai metode
  metodologi metro metrologi monitoring musrenbang musyawarah naskah nomor nota notula notulen
  objek obyek operasional output pagu pajak paket pasokan peserta piagam program proposal proyek
  rapat rekomendasi rencana resi revisi ruang ruangan rujukan sampel screening seleksi
  sertifikat sidang sistem sk skp sop sosialisasi spj spm spp sppd spt standar stiker supervisi
  surat syarat tanda tarif tempat terapi terapis terdakwa tergugat terigu terlapor termin
  terminal terminologi termometer terpal tersangka tiket tindak tindakan training transaksi
  tugas uang ujian upacara urusan validasi verifikasi waktu wawancara workshop
`);
