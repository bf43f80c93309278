import { useTranslation } from "react-i18next";
import { readPartialDate, type PartialDate } from "../../../domain/index.js";
import { IdentityField } from "./identity-field.js";
import { shownDate } from "./shown-date.js";

/** A date as it is printed, known to the day, the month or the year; under it what was understood. */
export function DateField(props: {
  label: string;
  date: PartialDate | null;
  path: string;
  onChange: ((date: PartialDate | null) => void) | null;
}) {
  const { t, i18n } = useTranslation();
  const { date, onChange } = props;
  const text = date?.text ?? null;
  const isDash = text !== null && /^[-–—\s]*$/.test(text);
  const read = date?.iso == null ? null : shownDate(date.iso, i18n.language);
  const remark =
    onChange === null || text === null || isDash || read === text.trim()
      ? null
      : read === null
        ? { text: t("identity.noDate"), isOdd: true }
        : { text: t("identity.readDate", { date: read }), isOdd: false };
  return (
    <IdentityField
      inRow
      label={props.label}
      value={text}
      path={props.path}
      hint={t("identity.dateHint")}
      remark={remark}
      onChange={onChange && ((value) => onChange(readPartialDate(value)))}
    />
  );
}
