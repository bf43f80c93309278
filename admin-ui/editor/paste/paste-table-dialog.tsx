import "./paste-table.css";
import { Button, Group, Modal, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { useStore } from "zustand";
import {
  isBareForm,
  takenSteps,
  takeTable,
  type LimitFault,
  type TablePlacement,
} from "../../../domain/index.js";
import { newKey } from "../draft/new-key.js";
import { useDraft, useEditor, useView } from "../editor-context.js";
import { bindingOf } from "../panels/lane-binding.js";
import { positionsQuery } from "../sop-operations.js";
import { laneTakings } from "./lane-takings.js";
import { PasteArea } from "./paste-area.js";
import { PasteFault } from "./paste-fault.js";
import { pastedTexts } from "./pasted-texts.js";
import { TablePreview } from "./table-preview.js";
import { TakenSummary, type TakenSteps } from "./taken-summary.js";
import { useTableOnForm } from "./use-table-on-form.js";
import { useTablePaste } from "./use-table-paste.js";

/** Takes a table from Word, Excel or a web page into the form: pasted, looked at, taken. */
export function PasteTableDialog() {
  const { t } = useTranslation();
  const { view } = useEditor();
  const isOpen = useView((state) => state.dialog === "paste");
  const isNarrow = useMediaQuery("(max-width: 900px)") === true;
  useTableOnForm();
  return (
    <Modal
      opened={isOpen}
      onClose={() => view.getState().openDialog(null)}
      title={t("paste.title")}
      size="min(1240px, 94vw)"
      fullScreen={isNarrow}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <PasteTable />
    </Modal>
  );
}

function PasteTable() {
  const { t } = useTranslation();
  const { draft, view, officeId } = useEditor();
  const paste = useTablePaste();
  const { table, grid, textFault } = paste;
  const document = useDraft((state) => state.document);
  const selection = useView((state) => state.selection);
  const selected = selection?.type === "nodes" ? selection.active.node : null;
  const [{ data }] = useQuery({ query: positionsQuery, variables: {} });
  const positions = data?.positions ?? [];
  const [placed, setPlaced] = useState<TablePlacement | null>(null);
  const [refused, setRefused] = useState<LimitFault | "EDITS" | null>(null);
  const [taken, setTaken] = useState<TakenSteps | null>(null);

  // What was pasted onto the form is read once; after that the dialog is on its own.
  const { texts } = useStore(pastedTexts);
  const { read } = paste;
  useEffect(() => {
    if (texts === null) return;
    pastedTexts.setState({ texts: null });
    read(texts);
  }, [texts, read]);

  const close = () => view.getState().openDialog(null);
  if (taken !== null) {
    const leave = (then: () => void) => () => {
      close();
      then();
    };
    return (
      <TakenSummary
        taken={taken}
        onGo={(node) => leave(() => view.getState().goTo(node))()}
        onUndo={leave(() => draft.getState().undo())}
        onClose={close}
      />
    );
  }
  if (grid === null) return <PasteArea paste={paste} />;
  if (table === null) {
    return (
      <Stack gap="md">
        {textFault !== null && <PasteFault fault={textFault} onCut={paste.cutTexts} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={paste.clear}>
            {t("paste.another")}
          </Button>
        </Group>
      </Stack>
    );
  }
  const { graph } = document;
  const lanes = laneTakings(table, graph, positions, officeId, paste.bindings);
  const under: TablePlacement = { type: "UNDER", node: selected };
  const placement = placed ?? (isBareForm(graph) ? { type: "REPLACE" } : under);
  const steps = takenSteps(table, graph, placement);
  const count = steps.filter((step) => step !== null && step.rows.length > 0).length;
  const take = () => {
    const bindings = lanes.map(({ binding }) => bindingOf(binding));
    const result = takeTable(table, document, { placement, bindings, newKey });
    if (!result.ok) setRefused(result.fault);
    else if (draft.getState().edit(result.edits)) {
      view.getState().setTab("form");
      setTaken({ table, nodes: result.nodes });
    } else setRefused("EDITS");
  };
  return (
    <>
      <TablePreview
        paste={paste}
        table={table}
        grid={grid}
        graph={graph}
        lanes={lanes}
        steps={steps}
        positions={positions}
        placement={placement}
        onPlace={setPlaced}
        selected={selected}
      />
      <div className="paste-foot">
        {refused === "EDITS" && <PasteFault fault={{ fault: "NOT_FITTING" }} />}
        {refused !== null && refused !== "EDITS" && <PasteFault fault={refused} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("common.back")}
          </Button>
          <Button disabled={count === 0} onClick={take}>
            {t("paste.take", { count, number: count })}
          </Button>
        </Group>
      </div>
    </>
  );
}
