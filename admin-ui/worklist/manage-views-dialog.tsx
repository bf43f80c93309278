import { ActionIcon, Button, Modal, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { TrashIcon } from "../app/icons.js";
import { showsViews } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import type { SavedViewsQuery } from "../generated/graphql.js";
import { removeViewMutation, saveViewMutation } from "./worklist-operations.js";

type KeptView = SavedViewsQuery["savedViews"][number];

/** Renames and removes views. */
export function ManageViewsDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly views: readonly KeptView[];
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t("views.manageTitle")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {props.views.length === 0 ? (
        <p className="quiet">{t("views.none")}</p>
      ) : (
        <ul className="kept-views">
          {props.views.map((view) => (
            <KeptViewRow key={view.id} view={view} />
          ))}
        </ul>
      )}
    </Modal>
  );
}

function KeptViewRow({ view }: { view: KeptView }) {
  const { t } = useTranslation();
  const [name, setName] = useState(view.name);
  const [fault, setFault] = useState<string | null>(null);
  const [isSaving, save] = useAction(saveViewMutation, { quiet: true });
  const [isRemoving, remove] = useAction(removeViewMutation, { context: showsViews });
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    const result = await save({ input: { viewId: view.id, name } });
    setFault(result.ok ? null : result.errors.map(({ message }) => message).join(" "));
    if (result.ok) notifications.show({ message: t("views.saved", { name: name.trim() }) });
  };
  const forget = async () => {
    const result = await remove({ input: { viewId: view.id } });
    if (result.ok) notifications.show({ message: t("views.removed", { name: view.name }) });
  };
  return (
    <li>
      <form onSubmit={(event) => void rename(event)}>
        <TextInput
          aria-label={t("views.renameOf", { name: view.name })}
          value={name}
          maxLength={80}
          error={fault}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setFault(null);
          }}
        />
        <Button
          type="submit"
          variant="default"
          loading={isSaving}
          disabled={name.trim() === "" || name.trim() === view.name}
        >
          {t("views.rename")}
        </Button>
        <ActionIcon
          variant="default"
          size={36}
          loading={isRemoving}
          aria-label={t("views.remove", { name: view.name })}
          onClick={() => void forget()}
        >
          <TrashIcon />
        </ActionIcon>
      </form>
    </li>
  );
}
