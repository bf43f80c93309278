import { Alert, Button, Group, Modal, Radio, Select, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { localTime } from "../app/office-moment.js";
import type { ActionError } from "../app/read-action.js";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { useNow } from "../app/use-format.js";
import type { HoldingCapacity } from "../generated/graphql.js";
import { DayFields, type DayRange } from "./day-fields.js";
import { fieldErrors } from "./field-errors.js";
import { PersonSelect } from "./person-select.js";
import { appointHolderMutation, type PositionView } from "./position-operations.js";

const acting: readonly HoldingCapacity[] = ["PLT", "PLH"];
const shown = ["personId", "firstDay", "lastDay", "standsInForId"];

/** Of whom there is but one, that is who is away. */
function onlyHolder(holders: PositionView["appointments"]): string | null {
  const [only, ...others] = holders.filter(({ capacity }) => capacity === "DEFINITIVE");
  return others.length === 0 ? (only?.person.id ?? null) : null;
}

/** Makes somebody hold the position, or act in it, from one day to another. */
export function AppointDialog(props: {
  position: PositionView;
  /** Whether it says which position, where the page around it is about others, too. */
  isNamed?: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const { position, isNamed = false, onClose } = props;
  const today = localTime(useNow(), position.office.timeZone).slice(0, 10);
  const holders = position.appointments.filter(({ state }) => state === "CURRENT");
  const [busy, appoint] = useAction(appointHolderMutation, { quiet: true });
  // Where somebody holds it, they are away; where nobody does, it waits for somebody.
  const [capacity, setCapacity] = useState<HoldingCapacity>(holders.length > 0 ? "PLH" : "PLT");
  const [personId, setPersonId] = useState<string | null>(null);
  const [absent, setAbsent] = useState<string | null>(onlyHolder(holders));
  const [days, setDays] = useState<DayRange>({ firstDay: today, lastDay: "" });
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const faults = fieldErrors(errors, shown);
  const isActing = capacity !== "DEFINITIVE";
  const offered = position.canAppoint ? (["DEFINITIVE", ...acting] as const) : acting;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setErrors([]);
    if (personId === null) return;
    const result = await appoint({
      input: {
        positionId: position.id,
        personId,
        capacity,
        firstDay: days.firstDay,
        lastDay: days.lastDay === "" ? null : days.lastDay,
        standsInForId: isActing ? absent : null,
      },
    });
    if (!result.ok) {
      setErrors(result.errors);
      return;
    }
    notifications.show({ message: t("positions.appointed") });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={isNamed ? `${t("positions.appoint")}: ${position.name}` : t("positions.appoint")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {faults.rest !== null && (
            <Alert color="red" variant="light" role="alert">
              {faults.rest}
            </Alert>
          )}
          <Radio.Group
            label={t("positions.capacity")}
            value={capacity}
            onChange={(value) => setCapacity(value as HoldingCapacity)}
          >
            <Stack gap={8} mt={8}>
              {offered.map((each) => (
                <Radio
                  key={each}
                  value={each}
                  label={t(`capacity.${each}`)}
                  description={t(`capacityHint.${each}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <PersonSelect
            label={t("positions.person")}
            officeId={position.office.id}
            without={isActing ? [me.id] : []}
            value={personId}
            error={faults.of("personId")}
            onChange={setPersonId}
          />
          {isActing && holders.length > 0 && (
            <Select
              label={t("positions.absent")}
              placeholder={t("positions.absentNone")}
              clearable
              clearButtonProps={{ "aria-label": t("common.clear") }}
              value={absent}
              error={faults.of("standsInForId")}
              data={holders.map(({ person }) => ({ value: person.id, label: person.name }))}
              onChange={setAbsent}
            />
          )}
          <DayFields
            days={days}
            onDays={setDays}
            today={today}
            isLastOptional={!isActing}
            errorOf={faults.of}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.back")}
            </Button>
            <Button type="submit" loading={busy} disabled={personId === null}>
              {t("positions.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
