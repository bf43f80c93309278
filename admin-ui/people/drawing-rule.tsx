import { Button, SegmentedControl } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import type { CaseRulesQuery, RuleLevel } from "../generated/graphql.js";
import { setOfficeRuleLevelsMutation } from "./case-rules-operations.js";

type Office = CaseRulesQuery["offices"][number];

const levels = ["ERROR", "WARNING", "OFF"] as const satisfies readonly RuleLevel[];

/** One rule of drawing: what it asks for, and how seriously the office takes it; saved at once. */
export function DrawingRule(props: { office: Office; setting: Office["ruleLevels"][number] }) {
  const { t } = useTranslation();
  const { office, setting } = props;
  const { rule, level, defaultLevel } = setting;
  const [busy, save] = useAction(setOfficeRuleLevelsMutation);
  const choose = async (next: RuleLevel) => {
    const result = await save({
      input: { officeId: office.id, levels: [{ rule, level: next }] },
    });
    if (result.ok) notifications.show({ message: t("strictness.saved", { office: office.name }) });
  };
  const name = t(`ruleName.${rule}`);
  return (
    <li className="drawing-rule">
      <div>
        <p className="drawing-rule-name">{name}</p>
        <p className="quiet">{t(`ruleHint.${rule}`)}</p>
        {level !== defaultLevel && (
          <p className="drawing-rule-changed">
            {t("drawingRules.isChanged")}
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={busy}
              aria-label={`${name}: ${t("drawingRules.back", { level: t(`ruleLevel.${defaultLevel}`) })}`}
              onClick={() => void choose(defaultLevel)}
            >
              {t("drawingRules.back", { level: t(`ruleLevel.${defaultLevel}`) })}
            </Button>
          </p>
        )}
      </div>
      <SegmentedControl
        aria-label={name}
        disabled={busy}
        value={level}
        onChange={(value) => {
          const next = levels.find((one) => one === value);
          if (next !== undefined) void choose(next);
        }}
        data={levels.map((value) => ({ value, label: t(`ruleLevel.${value}`) }))}
      />
    </li>
  );
}
