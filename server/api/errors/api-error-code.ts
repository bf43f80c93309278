import type { Locale } from "../../kernel/context.js";

/**
 * Every `extensions.code` that a thrown error can carry, with what a person reads. Expected refusals
 * of mutations are no errors: they are `userErrors`.
 */
export const apiErrorMessages = {
  BAD_REQUEST: {
    id: "Permintaan tidak dapat dibaca: {reason}",
    en: "The request cannot be read: {reason}",
  },
  BATCHING_DISABLED: {
    id: "Kirim satu operasi untuk setiap permintaan.",
    en: "Send one operation in each request.",
  },
  CSRF_REFUSED: {
    id: "Sesi ini hanya berlaku dari halaman Alur sendiri; dari tempat lain gunakan token.",
    en: "The session cookie counts only from Alur's own pages; elsewhere use a bearer token.",
  },
  FILE_MISSING: {
    id: "Berkas ini tercatat, tetapi tidak ada di penyimpanan server. Sampaikan kepada pengelola nomor {requestId}.",
    en: "The file is on record, but not in the server's storage. Tell the administrator {requestId}.",
  },
  FORBIDDEN: {
    id: "Anda tidak berhak melakukan ini.",
    en: "You are not allowed to do this.",
  },
  INTERNAL_SERVER_ERROR: {
    id: "Terjadi kesalahan di server. Coba lagi; bila berulang, sebutkan nomor {requestId}.",
    en: "The server made a mistake. Try again; if it happens again, quote {requestId}.",
  },
  NOT_ACCEPTABLE: {
    id: "Langganan dikirim sebagai text/event-stream; sebutkan itu dalam header Accept.",
    en: "Subscriptions are sent as text/event-stream; name it in the Accept header.",
  },
  NOT_FOUND: { id: "Alamat ini tidak ada.", en: "There is nothing at this address." },
  PASSWORD_CHANGE_REQUIRED: {
    id: "Kata sandi Anda sementara. Gantilah dahulu dengan kata sandi sendiri.",
    en: "Your password is a temporary one. Change it to one of your own first.",
  },
  QUERY_TOO_COSTLY: {
    id: "Kueri meminta terlalu banyak sekaligus ({actual}, paling banyak {limit}). Perkecil halamannya.",
    en: "The query asks for too much at once ({actual}, at most {limit}). Ask for smaller pages.",
  },
  QUERY_TOO_DEEP: {
    id: "Kueri terlalu dalam (paling banyak {limit} tingkat).",
    en: "The query is nested too deeply (at most {limit} levels).",
  },
  QUERY_TOO_LARGE: {
    id: "Kueri terlalu panjang (paling banyak {limit} {unit}).",
    en: "The query is too long (at most {limit} {unit}).",
  },
  QUERY_TOO_MANY_ALIASES: {
    id: "Kueri mengulang terlalu banyak kolom ({actual}, paling banyak {limit}).",
    en: "The query repeats too many fields ({actual}, at most {limit}).",
  },
  RATE_LIMITED: {
    id: "Terlalu banyak permintaan. Tunggu sebentar.",
    en: "Too many requests. Wait a moment.",
  },
  RESTORING: {
    id: "Data sedang dipulihkan dari cadangan. Coba lagi sebentar lagi.",
    en: "The data is being restored from a backup. Try again in a moment.",
  },
  STARTING: { id: "Alur sedang disiapkan.", en: "Alur is getting ready." },
  TOO_LARGE: {
    id: "Kiriman terlalu besar (paling banyak {limit} byte).",
    en: "The body is too large (at most {limit} bytes).",
  },
  UNAUTHENTICATED: {
    id: "Anda belum masuk, atau sesi Anda sudah berakhir.",
    en: "You are not signed in, or your session has ended.",
  },
  UPLOAD_OFFSET: {
    id: "Unggahan ini berlanjut pada byte {received}.",
    en: "The upload goes on at byte {received}.",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    id: "Kirim permintaan sebagai application/json.",
    en: "Send the request as application/json.",
  },
} satisfies Record<string, Record<Locale, string>>;

export type ApiErrorCode = keyof typeof apiErrorMessages;

/** The HTTP status of a request that was refused as a whole. */
export const apiErrorStatus: Record<ApiErrorCode, number> = {
  BAD_REQUEST: 400,
  BATCHING_DISABLED: 400,
  CSRF_REFUSED: 403,
  FILE_MISSING: 500,
  FORBIDDEN: 403,
  INTERNAL_SERVER_ERROR: 500,
  NOT_ACCEPTABLE: 406,
  NOT_FOUND: 404,
  PASSWORD_CHANGE_REQUIRED: 403,
  QUERY_TOO_COSTLY: 400,
  QUERY_TOO_DEEP: 400,
  QUERY_TOO_LARGE: 400,
  QUERY_TOO_MANY_ALIASES: 400,
  RATE_LIMITED: 429,
  RESTORING: 503,
  STARTING: 503,
  TOO_LARGE: 413,
  UNAUTHENTICATED: 401,
  UPLOAD_OFFSET: 409,
  UNSUPPORTED_MEDIA_TYPE: 415,
};
