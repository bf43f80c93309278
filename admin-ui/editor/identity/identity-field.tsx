import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** One value of the first page; missing stays visibly missing. */
export function IdentityField(props: {
  label: string;
  value: string | null;
  note: string | null;
  hint?: string;
  /** In the identity block, with its label beside it. */
  inRow?: boolean;
  /** `null`: only read. An emptied field is missing. */
  onChange: ((value: string | null) => void) | null;
}) {
  const { t } = useTranslation();
  const { label, value, onChange } = props;
  const content =
    onChange === null ? (
      <span className={value === null ? "quiet" : undefined}>
        {value ?? (props.inRow === true ? t("identity.missing") : "")}
      </span>
    ) : (
      <Textarea
        autosize
        minRows={1}
        size="sm"
        aria-label={label}
        placeholder={props.inRow === true ? (props.hint ?? "") : label}
        value={value ?? ""}
        onChange={(event) => {
          const text = event.currentTarget.value;
          onChange(text === "" ? null : text);
        }}
      />
    );
  const note = props.note !== null && <span className="field-note">{props.note}</span>;
  if (props.inRow !== true) {
    return (
      <div className="letter-line">
        {content}
        {note}
      </div>
    );
  }
  return (
    <div className="identity-row">
      <dt>{label}</dt>
      <dd>
        {content}
        {note}
      </dd>
    </div>
  );
}
