import { useTranslation } from "react-i18next";
import type {
  DocumentEdit,
  EnactingOfficial,
  FormLists,
  Identity,
  PartialDate,
  SopDocument,
} from "../../../domain/index.js";
import { SopNumber } from "../../sops/sop-number.js";
import { IdentityField } from "./identity-field.js";
import { IdentityList } from "./identity-list.js";
import type { NoteLike } from "../canvas/row-flags.js";
import type { SopData } from "../sop-operations.js";
import "./identity-page.css";

type TextField = Exclude<keyof Identity, "createdOn" | "revisedOn" | "effectiveOn" | "enactedBy">;
type DateField = "createdOn" | "revisedOn" | "effectiveOn";

const letterhead: readonly TextField[] = ["government", "office", "unit", "address"];
const dates: readonly DateField[] = ["createdOn", "revisedOn", "effectiveOn"];
const official: readonly (keyof EnactingOfficial)[] = [
  "position",
  "name",
  "rank",
  "nip",
  "signature",
];
const lists: readonly (keyof FormLists)[] = [
  "legalBasis",
  "qualifications",
  "relatedSops",
  "equipment",
  "warnings",
  "records",
];

/** The first page of the form: the letterhead, the identity block and the six lists. */
export function IdentityPage(props: {
  sop: SopData;
  document: SopDocument;
  notes: readonly NoteLike[];
  /** `null`: the page is only read. */
  onEdit: ((edits: readonly DocumentEdit[], tag: string) => void) | null;
}) {
  const { t } = useTranslation();
  const { identity, lists: content } = props.document;
  const { onEdit } = props;
  const noteOf = (field: string): string | null =>
    props.notes
      .filter((note) => !note.resolved && note.targetType === "FIELD" && note.targetKey === field)
      .map((note) => note.text)
      .join("\n") || null;
  const setIdentity = (part: Partial<Identity>, field: string) =>
    onEdit?.([{ op: "SET_IDENTITY", value: { ...identity, ...part } }], `identity:${field}`);
  const numberNote = noteOf("number");
  const text = (field: TextField) => (
    <IdentityField
      key={field}
      label={t(`identity.${field}`)}
      value={identity[field]}
      note={noteOf(`identity.${field}`)}
      onChange={onEdit && ((value) => setIdentity({ [field]: value }, field))}
    />
  );
  return (
    <div className="identity-sheet sheet">
      <div className="identity-head">{letterhead.map(text)}</div>
      <dl className="identity-block">
        <div className="identity-row">
          <dt>{t("identity.number")}</dt>
          <dd>
            <SopNumber sop={props.sop} />
            {numberNote !== null && <span className="field-note">{numberNote}</span>}
          </dd>
        </div>
        {dates.map((field) => (
          <IdentityField
            key={field}
            inRow
            label={t(`identity.${field}`)}
            value={identity[field]?.text ?? null}
            note={noteOf(`identity.${field}`)}
            hint={t("identity.dateHint")}
            onChange={onEdit && ((value) => setIdentity({ [field]: partialDate(value) }, field))}
          />
        ))}
        {official.map((field) => (
          <IdentityField
            key={field}
            inRow
            label={t(`identity.enactedBy.${field}`)}
            value={identity.enactedBy[field]}
            note={
              noteOf(`identity.enactedBy.${field}`) ??
              (field === "position" ? noteOf("identity.enactedBy") : null)
            }
            onChange={
              onEdit &&
              ((value) =>
                setIdentity(
                  { enactedBy: { ...identity.enactedBy, [field]: value } },
                  `enactedBy:${field}`,
                ))
            }
          />
        ))}
        {(["title", "procedure"] as const).map((field) => (
          <IdentityField
            key={field}
            inRow
            label={t(`identity.${field}`)}
            value={identity[field]}
            note={noteOf(`identity.${field}`)}
            onChange={onEdit && ((value) => setIdentity({ [field]: value }, field))}
          />
        ))}
      </dl>
      <div className="identity-lists">
        {lists.map((field) => (
          <IdentityList
            key={field}
            label={t(`lists.${field}`)}
            items={content[field]}
            note={noteOf(`lists.${field}`)}
            onChange={
              onEdit &&
              ((items) =>
                onEdit(
                  [{ op: "SET_LISTS", value: { ...content, [field]: items } }],
                  `lists:${field}`,
                ))
            }
          />
        ))}
      </div>
    </div>
  );
}

/** A typed date counts as a date only where it is one: `2020`, `2020-06` or `2020-06-30`. */
function partialDate(text: string | null): PartialDate | null {
  if (text === null) return null;
  return {
    text,
    iso: /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text) ? text : null,
  };
}
