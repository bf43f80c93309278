/** What a message is about, and where that is to be seen. */
export interface DeliverySubject {
  readonly title: string;
  readonly to: string;
}

interface SentBody {
  readonly case?: { readonly id: string; readonly title: string | null };
  readonly sop?: { readonly id: string; readonly title: string };
}

/** `null`: a trial is about nothing. */
export function deliverySubject(body: SentBody): DeliverySubject | null {
  const { case: about, sop } = body;
  if (sop === undefined) return null;
  return about === undefined
    ? { title: sop.title, to: `/sop/${encodeURIComponent(sop.id)}` }
    : { title: about.title ?? sop.title, to: `/berkas/${encodeURIComponent(about.id)}` };
}
