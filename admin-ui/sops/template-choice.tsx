import { Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { Graph } from "../../domain/index.js";
import { useFormat } from "../app/use-format.js";
import { ErrorState, Loading } from "../app/states.js";
import { FormPreview } from "./form-preview.js";
import { sopTemplatesQuery } from "./sop-operations.js";

/** The procedures that offices often have, with their drawing. */
export function TemplateChoice(props: {
  chosen: string | null;
  /** `title`: what an SOP made from it is called at first. */
  onChoose: (key: string, title: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { chosen, onChoose } = props;
  const [{ data, error }, refetch] = useQuery({ query: sopTemplatesQuery });
  if (error !== undefined) return <ErrorState error={error} retry={() => refetch()} />;
  if (data === undefined) return <Loading />;
  const template = data.sopTemplates.find(({ key }) => key === chosen);
  return (
    <div className="beginning-choice">
      <Radio.Group
        aria-label={t("newSop.template")}
        value={chosen}
        onChange={(key) => {
          const title = data.sopTemplates.find((one) => one.key === key)?.title;
          onChoose(key, title ?? "");
        }}
      >
        <Stack gap={10}>
          {data.sopTemplates.map(({ key, title, description, steps, lanes }) => (
            <Radio
              key={key}
              value={key}
              label={title}
              description={`${description} ${t("newSop.size", {
                steps: format.number(steps),
                lanes: format.number(lanes.length),
              })}`}
            />
          ))}
        </Stack>
      </Radio.Group>
      <FormPreview
        name={template?.title ?? null}
        graph={(template?.graph as Graph | undefined) ?? null}
      />
    </div>
  );
}
