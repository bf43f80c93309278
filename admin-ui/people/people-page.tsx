import { Button, Group, Tabs } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { PageHeader } from "../app/page-header.js";
import { CaseRules } from "./case-rules.js";
import { importPath } from "./import/import-path.js";
import { NewPersonDialog } from "./new-person-dialog.js";
import { type HandedOut, PasswordModal } from "./password-modal.js";
import { PeopleList } from "./people-list.js";
import "./people.css";

export function PeoplePage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  // Who looks at one office means that one, also when somebody is added.
  const officeId = params.get("perangkat");
  const [isMaking, making] = useDisclosure(false);
  const [handedOut, setHandedOut] = useState<HandedOut | null>(null);
  return (
    <div className="measure">
      <PageHeader
        title={t("people.title")}
        actions={
          <Group gap={8}>
            <Button variant="default" component={Link} to={importPath(officeId)}>
              {t("import.open")}
            </Button>
            <Button onClick={making.open}>{t("people.new")}</Button>
          </Group>
        }
      />
      <Tabs defaultValue="people" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="people">{t("people.title")}</Tabs.Tab>
          <Tabs.Tab value="rules">{t("strictness.tab")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <PeopleList onNew={making.open} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <CaseRules />
        </Tabs.Panel>
      </Tabs>
      {isMaking && (
        <NewPersonDialog officeId={officeId} onClose={making.close} onPassword={setHandedOut} />
      )}
      <PasswordModal handedOut={handedOut} onClose={() => setHandedOut(null)} />
    </div>
  );
}
