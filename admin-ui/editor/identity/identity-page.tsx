import { useTranslation } from "react-i18next";
import type {
  DocumentEdit,
  EnactingOfficial,
  FormLists,
  Identity,
  SopDocument,
} from "../../../domain/index.js";
import { ColumnsSection } from "./columns-section.js";
import { DateField } from "./date-field.js";
import { IdentityField } from "./identity-field.js";
import { IdentityList } from "./identity-list.js";
import { NumberField } from "./number-field.js";
import type { SopData } from "../sop-operations.js";
import "./identity-page.css";

type TextField = Exclude<keyof Identity, "createdOn" | "revisedOn" | "effectiveOn" | "enactedBy">;
type DateName = "createdOn" | "revisedOn" | "effectiveOn";

const letterhead: readonly TextField[] = ["government", "office", "unit", "address"];
const dates: readonly DateName[] = ["createdOn", "revisedOn", "effectiveOn"];
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
  /** `null`: the page is only read. */
  onEdit: ((edits: readonly DocumentEdit[], tag: string) => void) | null;
}) {
  const { t } = useTranslation();
  const { sop, document, onEdit } = props;
  const { identity, lists: content } = document;
  const setIdentity = (part: Partial<Identity>, field: string) =>
    onEdit?.([{ op: "SET_IDENTITY", value: { ...identity, ...part } }], `identity:${field}`);
  const text = (field: TextField, inRow: boolean) => (
    <IdentityField
      key={field}
      inRow={inRow}
      label={t(`identity.${field}`)}
      value={identity[field]}
      path={`identity.${field}`}
      onChange={onEdit && ((value) => setIdentity({ [field]: value }, field))}
    />
  );
  const setOfficial = (field: keyof EnactingOfficial, value: string | null) =>
    setIdentity({ enactedBy: { ...identity.enactedBy, [field]: value } }, `enactedBy:${field}`);
  return (
    <>
      <div className="identity-sheet sheet">
        <div className="identity-head">{letterhead.map((field) => text(field, false))}</div>
        <dl className="identity-block">
          <NumberField sop={sop} isEditing={onEdit !== null} />
          {dates.map((field) => (
            <DateField
              key={field}
              label={t(`identity.${field}`)}
              date={identity[field]}
              path={`identity.${field}`}
              onChange={onEdit && ((value) => setIdentity({ [field]: value }, field))}
            />
          ))}
          {official.map((field) => (
            <IdentityField
              key={field}
              inRow
              label={t(`identity.enactedBy.${field}`)}
              value={identity.enactedBy[field]}
              path={`identity.enactedBy.${field}`}
              remark={
                field === "nip" && onEdit !== null && isOddNip(identity.enactedBy.nip)
                  ? { text: t("identity.oddNip"), isOdd: true }
                  : null
              }
              onChange={onEdit && ((value) => setOfficial(field, value))}
            />
          ))}
          {(["title", "procedure"] as const).map((field) => text(field, true))}
        </dl>
        <div className="identity-lists">
          {lists.map((field) => (
            <IdentityList
              key={field}
              label={t(`lists.${field}`)}
              items={content[field]}
              path={`lists.${field}`}
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
      {onEdit !== null && (
        <ColumnsSection sop={sop} columns={document.columns ?? null} onEdit={onEdit} />
      )}
    </>
  );
}

/** A NIP has 18 digits; older forms print other numbers, so that it is only remarked on. */
const isOddNip = (nip: string | null): boolean =>
  nip !== null && nip.trim() !== "-" && nip.replaceAll(/\D/g, "").length !== 18;
