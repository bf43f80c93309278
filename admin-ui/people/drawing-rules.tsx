import { Button, Collapse, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import type { CaseRulesQuery } from "../generated/graphql.js";
import { setOfficeRuleLevelsMutation } from "./case-rules-operations.js";
import { DrawingRule } from "./drawing-rule.js";
import "./drawing-rules.css";

/** How seriously an office takes the rules of drawing about which it may choose. */
export function DrawingRules({ office }: { office: CaseRulesQuery["offices"][number] }) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  const [busy, save] = useAction(setOfficeRuleLevelsMutation);
  const changed = office.ruleLevels.filter(({ level, defaultLevel }) => level !== defaultLevel);
  const backToUsual = async () => {
    const levels = changed.map(({ rule, defaultLevel }) => ({ rule, level: defaultLevel }));
    const result = await save({ input: { officeId: office.id, levels } });
    if (result.ok) notifications.show({ message: t("strictness.saved", { office: office.name }) });
  };
  const [title, list] = [`gambar-${office.id}`, `aturan-${office.id}`];
  return (
    <div role="group" aria-labelledby={title} className="drawing-rules">
      <div className="drawing-rules-head">
        <div>
          <h3 className="section-title" id={title}>
            {t("drawingRules.title")}
          </h3>
          <p className="quiet">
            {changed.length === 0
              ? t("drawingRules.usual")
              : t("drawingRules.changed", { count: changed.length })}
          </p>
        </div>
        <Button variant="default" aria-expanded={isOpen} aria-controls={list} onClick={toggle}>
          {t(isOpen ? "common.close" : "drawingRules.open")}
        </Button>
      </div>
      <Collapse expanded={isOpen} id={list}>
        <p className="quiet">{t("drawingRules.hint")}</p>
        <ul className="drawing-rule-list">
          {office.ruleLevels.map((setting) => (
            <DrawingRule key={setting.rule} office={office} setting={setting} />
          ))}
        </ul>
        {changed.length > 1 && (
          <Group>
            <Button variant="default" loading={busy} onClick={() => void backToUsual()}>
              {t("drawingRules.allBack")}
            </Button>
          </Group>
        )}
      </Collapse>
    </div>
  );
}
