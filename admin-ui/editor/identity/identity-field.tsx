import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FieldNotes } from "../notes/field-notes.js";

/** One value of the first page; missing stays visibly missing. */
export function IdentityField(props: {
  label: string;
  value: string | null;
  /** Its path in the document, by which notes name it. */
  path: string;
  hint?: string;
  /** What was understood of the value, or what is odd about it; it is kept as it is. */
  remark?: { readonly text: string; readonly isOdd: boolean } | null;
  /** In the identity block, with its label beside it. */
  inRow?: boolean;
  /** `null`: only read. An emptied field is missing. */
  onChange: ((value: string | null) => void) | null;
}) {
  const { t } = useTranslation();
  const { label, value, path, onChange, remark = null } = props;
  const content =
    onChange === null ? (
      <span className={value === null ? "quiet" : undefined}>
        {value ?? (props.inRow === true ? t("identity.missing") : "")}
      </span>
    ) : (
      <Textarea
        className="identity-input"
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
  const more = (
    <>
      {remark !== null && (
        <div className="identity-remark" data-odd={remark.isOdd || undefined} role="status">
          {remark.text}
        </div>
      )}
      <FieldNotes path={path} label={label} />
    </>
  );
  if (props.inRow !== true) {
    return (
      <div className="letter-line" data-identity={path}>
        {content}
        {more}
      </div>
    );
  }
  return (
    <div className="identity-row" data-identity={path}>
      <dt>{label}</dt>
      <dd>
        {content}
        {more}
      </dd>
    </div>
  );
}
