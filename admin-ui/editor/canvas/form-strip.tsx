import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { Identity } from "../../../domain/index.js";
import { SopNumber } from "../../sops/sop-number.js";
import type { SopData } from "../sop-operations.js";

/** The letterhead over the form: whose it is, its number and its name. Folded on a phone. */
export function FormStrip({ identity, sop }: { identity: Identity; sop: SopData }) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery("(max-width: 600px)") === true;
  const whose = [identity.government, identity.office, identity.unit].filter(
    (line): line is string => line !== null && line.trim() !== "",
  );
  const effective = identity.effectiveOn?.text ?? null;
  const strip = (
    <div className="form-strip">
      <div className="strip-office">
        {whose.map((line, index) => (
          <div key={index}>{line}</div>
        ))}
      </div>
      <dl className="strip-facts">
        <div>
          <dt>{t("identity.number")}</dt>
          <dd>
            <SopNumber sop={sop} />
          </dd>
        </div>
        <div>
          <dt>{t("identity.title")}</dt>
          <dd>{identity.procedure ?? identity.title ?? sop.title}</dd>
        </div>
        {effective !== null && (
          <div>
            <dt>{t("identity.effectiveOn")}</dt>
            <dd>{effective}</dd>
          </div>
        )}
      </dl>
    </div>
  );
  if (!isPhone) return strip;
  return (
    <details className="strip-fold">
      <summary>{t("form.letterhead")}</summary>
      {strip}
    </details>
  );
}
