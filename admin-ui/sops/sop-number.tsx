import { useTranslation } from "react-i18next";

/** The number as the office gave it, with its part; or that it has none. */
export function SopNumber(props: {
  sop: { readonly number: string | null; readonly part: string | null };
}) {
  const { t } = useTranslation();
  const { number, part } = props.sop;
  if (number === null) return t("sops.noNumber");
  return part === null ? number : t("sops.numberPart", { number, part });
}
