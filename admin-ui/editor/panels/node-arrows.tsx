import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { kindOf, type Edge, type Graph, type GraphNode } from "../../../domain/index.js";
import { TrashIcon } from "../../app/icons.js";
import { useDraftApi } from "../editor-context.js";
import { nextBranchTarget } from "../changes/arrow-changes.js";
import { addEdge, changeEdge, removeEdge, setNext } from "../changes/graph-changes.js";
import { newKey } from "../draft/new-key.js";
import { rowNamer } from "./problem-text.js";

/** Where the step leads: one next step, or several branches, named on a decision. */
export function NodeArrows({ node, graph }: { node: GraphNode; graph: Graph }) {
  const { t } = useTranslation();
  const { edit } = useDraftApi().getState();
  const kind = kindOf(node);
  const out = graph.edges.filter((edge) => edge.from === node.key);
  const nameOf = rowNamer(graph, (name) => t(`kind.${name}`));
  const targets = graph.nodes
    .filter((other) => kindOf(other).edgesIn.max !== 0)
    .map(({ key }) => ({ value: key, label: nameOf(key) }));
  if (kind.edgesOut.max === 1) {
    return (
      <Select
        label={t("editor.next")}
        placeholder={t("editor.chooseNext")}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("common.clear") }}
        nothingFoundMessage={t("common.nothingFound")}
        value={out[0]?.to ?? null}
        data={targets.filter(({ value }) => value !== node.key)}
        onChange={(to) => void edit(setNext(graph, node.key, to, () => newKey("e")))}
      />
    );
  }
  const add = () => {
    const to = nextBranchTarget(graph, node.key);
    if (to === null) return;
    const edge: Edge = {
      key: newKey("e"),
      from: node.key,
      to,
      outcome: kind.namesOutcomes ? "" : null,
    };
    edit([addEdge(graph, edge)]);
  };
  return (
    <fieldset className="plain-fieldset">
      <Text component="legend" size="sm" fw={600} mb={6}>
        {kind.namesOutcomes ? t("editor.outcomes") : t("editor.branches")}
      </Text>
      <Stack gap={8}>
        {out.map((edge, index) => (
          <Group key={edge.key} gap={6} wrap="nowrap" align="center">
            {kind.namesOutcomes && (
              <TextInput
                w={108}
                aria-label={t("editor.outcomeName", { number: index + 1 })}
                placeholder={t("editor.outcomePlaceholder")}
                value={edge.outcome ?? ""}
                onChange={(event) =>
                  void edit(
                    [changeEdge({ ...edge, outcome: event.currentTarget.value })],
                    `${edge.key}:outcome`,
                  )
                }
              />
            )}
            <Select
              style={{ flex: 1 }}
              aria-label={t("editor.outcomeTarget", { number: index + 1 })}
              searchable
              allowDeselect={false}
              nothingFoundMessage={t("common.nothingFound")}
              value={edge.to}
              data={targets}
              onChange={(to) => to !== null && void edit([changeEdge({ ...edge, to })])}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("editor.removeOutcome", { number: index + 1 })}
              disabled={out.length <= kind.edgesOut.min}
              onClick={() => void edit([removeEdge(edge.key)])}
            >
              <TrashIcon />
            </ActionIcon>
          </Group>
        ))}
        <div>
          <Button size="compact-sm" variant="default" onClick={add}>
            {kind.namesOutcomes ? t("editor.addOutcome") : t("editor.addBranch")}
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}
