import {
  Alert,
  Button,
  Checkbox,
  Fieldset,
  Group,
  Modal,
  Select,
  Stack,
  TextInput,
} from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { showsWebhooks } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import type { WebhookFieldsFragment } from "../generated/graphql.js";
import { fieldErrors } from "../positions/field-errors.js";
import type { ActionError } from "../app/read-action.js";
import { eventGroups, groupNames, type SubscribedEvent } from "./event-groups.js";
import { SecretOnce } from "./secret-once.js";
import {
  changeWebhookMutation,
  createWebhookMutation,
  webhookOfficesQuery,
} from "./webhook-operations.js";
import "./webhooks.css";

const everyOffice = "";
const shown = ["name", "url", "officeId", "events"];

/** Registers another system, or changes one; a new one's secret is shown at the end, once. */
export function WebhookDialog(props: {
  /** The one to change. */
  webhook?: WebhookFieldsFragment;
  onClose: () => void;
}) {
  const { webhook, onClose } = props;
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: webhookOfficesQuery });
  const [creating, create] = useAction(createWebhookMutation, {
    quiet: true,
    context: showsWebhooks,
  });
  const [changing, change] = useAction(changeWebhookMutation, { quiet: true });
  const [name, setName] = useState(webhook?.name ?? "");
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [office, setOffice] = useState<string>(webhook?.office?.id ?? everyOffice);
  const [events, setEvents] = useState<string[]>([...(webhook?.events ?? [])]);
  const [secret, setSecret] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const faults = fieldErrors(errors, shown);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = groupNames.flatMap((group) =>
      eventGroups[group].filter((one) => events.includes(one)),
    );
    const input = {
      name: name.trim(),
      url: url.trim(),
      officeId: office === everyOffice ? null : office,
      events: chosen,
    };
    const result =
      webhook === undefined
        ? await create({ input })
        : await change({ input: { webhookId: webhook.id, ...input } });
    if (!result.ok) setErrors(result.errors);
    else if ("secret" in result.payload) setSecret(result.payload.secret ?? null);
    else onClose();
  };
  const title = webhook === undefined ? t("webhooks.new") : t("webhooks.change");
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {secret === null ? (
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            {faults.rest !== null && (
              <Alert color="red" variant="light" role="alert">
                {faults.rest}
              </Alert>
            )}
            <TextInput
              label={t("webhooks.name")}
              description={t("webhooks.nameHint")}
              required
              data-autofocus
              value={name}
              error={faults.of("name")}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={t("webhooks.url")}
              description={t("webhooks.urlHint")}
              placeholder="https://contoh.go.id/alur"
              type="url"
              inputMode="url"
              required
              value={url}
              error={faults.of("url")}
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
            <Select
              label={t("webhooks.office")}
              data={[
                { value: everyOffice, label: t("webhooks.everyOffice") },
                ...(data?.offices ?? []).map(({ id, name: label }) => ({ value: id, label })),
              ]}
              value={office}
              allowDeselect={false}
              error={faults.of("officeId")}
              onChange={(value) => setOffice(value ?? everyOffice)}
            />
            {groupNames.map((group) => (
              <EventFields
                key={group}
                legend={t(`webhookEventGroup.${group}`)}
                options={eventGroups[group]}
                chosen={events}
                onChange={setEvents}
              />
            ))}
            {faults.of("events") !== null && <span className="late">{faults.of("events")}</span>}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t("common.back")}
              </Button>
              <Button type="submit" loading={creating || changing} disabled={events.length === 0}>
                {webhook === undefined ? t("webhooks.create") : t("webhooks.save")}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <SecretOnce secret={secret} hint={t("webhooks.secretOnce")} onDone={onClose} />
      )}
    </Modal>
  );
}

function EventFields(props: {
  legend: string;
  options: readonly SubscribedEvent[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useTranslation();
  const { legend, options, chosen, onChange } = props;
  const count = options.filter((event) => chosen.includes(event)).length;
  const others = chosen.filter((event) => !options.some((option) => option === event));
  return (
    <Fieldset legend={legend} className="event-fields">
      <Checkbox
        label={t("webhooks.allOf")}
        checked={count === options.length}
        indeterminate={count > 0 && count < options.length}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? [...others, ...options] : others)
        }
      />
      <div className="event-options">
        {options.map((option) => (
          <Checkbox
            key={option}
            label={t(`webhookEvent.${option}`)}
            checked={chosen.includes(option)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...chosen, option]
                  : chosen.filter((one) => one !== option),
              )
            }
          />
        ))}
      </div>
    </Fieldset>
  );
}
