import { useTranslation } from "react-i18next";
import type { Identity } from "../../../domain/index.js";
import { SopNumber } from "../../sops/sop-number.js";
import type { SopData } from "../sop-operations.js";
import "./form-strip.css";

/** The letterhead over the form in a line: whose it is; unfolded, its number and its name too. */
export function FormStrip({ identity, sop }: { identity: Identity; sop: SopData }) {
  const { t } = useTranslation();
  const whose = [identity.government, identity.office, identity.unit].filter(
    (line): line is string => line !== null && line.trim() !== "",
  );
  const effective = identity.effectiveOn?.text ?? null;
  return (
    <details className="form-strip">
      <summary>
        <span className="strip-office">
          {whose.length === 0 ? t("form.letterhead") : whose.join(" · ")}
        </span>
      </summary>
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
    </details>
  );
}
