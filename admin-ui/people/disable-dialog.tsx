import { Anchor, Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { showsPositions } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import type { SetPersonDisabledMutation } from "../generated/graphql.js";
import { setPersonDisabledMutation } from "./people-operations.js";
import type { PersonView } from "./person-operations.js";

type Done = SetPersonDisabledMutation["setPersonDisabled"];

/** Says before what disabling will do, and behind what it has done. */
export function DisableDialog(props: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation();
  const { person, onClose } = props;
  const [busy, setDisabled] = useAction(setPersonDisabledMutation, { context: showsPositions });
  const [done, setDone] = useState<Done | null>(null);
  const submit = async () => {
    const result = await setDisabled({ input: { personId: person.id, disabled: true } });
    if (result.ok) setDone(result.payload);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={done === null ? t("people.disableTitle") : t("people.disabledDone")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {done === null ? (
        <Stack>
          <Text>{t("people.disableText", { name: person.name })}</Text>
          <Foretold person={person} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.back")}
            </Button>
            <Button color="red" loading={busy} onClick={() => void submit()}>
              {t("people.disable")}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Told done={done} onClose={onClose} />
      )}
    </Modal>
  );
}

function Foretold({ person }: { person: PersonView }) {
  const { t } = useTranslation();
  const current = (person.appointments ?? []).filter(({ state }) => state === "CURRENT");
  const acting = (person.appointments ?? []).filter(
    ({ state, capacity }) => state !== "PAST" && capacity !== "DEFINITIVE",
  );
  const names = (some: typeof current) => some.map(({ position }) => position.name).join(", ");
  const alone = current.filter(({ position }) =>
    position.holders.every(({ id }) => id === person.id),
  );
  return (
    <List size="sm" spacing={4}>
      <List.Item>{t("people.willEndSessions")}</List.Item>
      <List.Item>{t("people.willRelease", { count: person.claimedTaskCount })}</List.Item>
      {acting.length > 0 && (
        <List.Item>{t("people.willEndActing", { positions: names(acting) })}</List.Item>
      )}
      {alone.length > 0 && (
        <List.Item>{t("people.willBeVacant", { positions: names(alone) })}</List.Item>
      )}
    </List>
  );
}

function Told({ done, onClose }: { done: Done; onClose: () => void }) {
  const { t } = useTranslation();
  const vacant = done.vacantPositions ?? [];
  return (
    <Stack>
      <List size="sm" spacing={4}>
        <List.Item>{t("people.released", { count: done.releasedTasks ?? 0 })}</List.Item>
        {(done.leftTasks ?? 0) > 0 && (
          <List.Item>{t("people.left", { count: done.leftTasks ?? 0 })}</List.Item>
        )}
        {vacant.map(({ id, name }) => (
          <List.Item key={id}>
            {t("people.nowVacant")}{" "}
            <Anchor
              component={Link}
              underline="always"
              to={`/jabatan/${encodeURIComponent(id)}`}
              inherit
            >
              {name}
            </Anchor>
          </List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t("common.done")}</Button>
      </Group>
    </Stack>
  );
}
