import { Anchor, Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { showsOffices } from "../app/shows-types.js";
import { ErrorState, Loading } from "../app/states.js";
import { OfficeDialog } from "./office-dialog.js";
import { officeBookQuery, type OfficeView } from "./office-operations.js";
import { zoneLabel } from "./zone-label.js";
import "./offices.css";

/** The offices (perangkat daerah) that work here. */
export function OfficesPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<OfficeView | "new" | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: officeBookQuery,
    context: showsOffices,
    requestPolicy: "cache-and-network",
  });
  return (
    <div className="measure">
      <PageHeader
        title={t("offices.title")}
        under={t("offices.hint")}
        actions={<Button onClick={() => setEdited("new")}>{t("offices.new")}</Button>}
      />
      {data === undefined && fetching && <Loading />}
      {data === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {data !== undefined && (
        <div className="sheet">
          <ul className="ledger">
            {data.offices.map((office) => (
              <OfficeRow key={office.id} office={office} onEdit={() => setEdited(office)} />
            ))}
          </ul>
        </div>
      )}
      {edited !== null && (
        <OfficeDialog office={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}

function OfficeRow({ office, onEdit }: { office: OfficeView; onEdit: () => void }) {
  const { t } = useTranslation();
  const wanted = `?perangkat=${encodeURIComponent(office.id)}`;
  return (
    <li className="office-row">
      <div>
        <strong>{office.name}</strong>
        {office.government !== null && <div className="quiet">{office.government}</div>}
      </div>
      <div className="quiet">
        <div>{zoneLabel(office.timeZone)}</div>
        <div className="code">{office.code}</div>
      </div>
      <div className="office-actions">
        <Anchor component={Link} to={`/jabatan${wanted}`} size="sm">
          {t("nav.positions")}
        </Anchor>
        <Anchor component={Link} to={`/orang${wanted}`} size="sm">
          {t("nav.people")}
        </Anchor>
        <Button
          variant="default"
          size="compact-sm"
          fw={400}
          aria-label={`${t("offices.edit")}: ${office.name}`}
          onClick={onEdit}
        >
          {t("offices.edit")}
        </Button>
      </div>
    </li>
  );
}
