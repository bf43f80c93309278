import { Button, Group, Tabs } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PageHeader } from "../app/page-header.js";
import { CaseRules } from "./case-rules.js";
import { NewPersonDialog } from "./new-person-dialog.js";
import { type HandedOut, PasswordModal } from "./password-modal.js";
import { PeopleList } from "./people-list.js";
import "./people.css";

export function PeoplePage() {
  const { t } = useTranslation();
  const [isMaking, making] = useDisclosure(false);
  const [handedOut, setHandedOut] = useState<HandedOut | null>(null);
  return (
    <div className="measure">
      <PageHeader
        title={t("people.title")}
        actions={
          <Group gap={8}>
            <Button variant="default" component={Link} to="/orang/impor">
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
          <PeopleList />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <CaseRules />
        </Tabs.Panel>
      </Tabs>
      {isMaking && <NewPersonDialog onClose={making.close} onPassword={setHandedOut} />}
      <PasswordModal handedOut={handedOut} onClose={() => setHandedOut(null)} />
    </div>
  );
}
