import { Radio, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { ErrorState, Loading } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import type { CaseRulesQuery, MissingRequirements } from "../generated/graphql.js";
import { OfficeReminders } from "../reminders/office-reminders.js";
import { caseRulesQuery, setMissingRequirementsMutation } from "./case-rules-operations.js";
import { DrawingRules } from "./drawing-rules.js";

const choices = ["BLOCK", "WARN"] as const satisfies readonly MissingRequirements[];

/** What each office has chosen: about papers that are missing, reminders, and the rules of drawing. */
export function CaseRules() {
  const [{ data, error, fetching }, refetch] = useQuery({
    query: caseRulesQuery,
    variables: {},
    requestPolicy: "cache-and-network",
  });
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined) {
    return error === undefined ? null : (
      <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
    );
  }
  return (
    <Stack>
      {data.offices.map((office) => (
        <OfficeRule key={office.id} office={office} />
      ))}
    </Stack>
  );
}

function OfficeRule({ office }: { office: CaseRulesQuery["offices"][number] }) {
  const { t } = useTranslation();
  const [busy, save] = useAction(setMissingRequirementsMutation);
  const choose = async (value: string) => {
    const missing = choices.find((one) => one === value);
    if (missing === undefined) return;
    const result = await save({ input: { officeId: office.id, missing } });
    if (result.ok) notifications.show({ message: t("strictness.saved", { office: office.name }) });
  };
  return (
    <section className="sheet sheet-pad" aria-label={office.name}>
      <h2 className="section-title ruled-office">{office.name}</h2>
      <Radio.Group
        label={t("strictness.title")}
        description={t("strictness.hint")}
        classNames={{ label: "section-title", description: "case-rule-hint" }}
        value={office.missingRequirements}
        onChange={(value) => void choose(value)}
      >
        <Stack gap="sm" mt="sm">
          {choices.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              disabled={busy}
              label={t(`strictness.${choice}`)}
              description={t(`strictness.${choice}_hint`)}
              classNames={{ description: "case-rule-hint" }}
            />
          ))}
        </Stack>
      </Radio.Group>
      <OfficeReminders office={office} />
      <DrawingRules office={office} />
    </section>
  );
}
