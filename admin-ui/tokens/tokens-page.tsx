import {
  Alert,
  Button,
  Checkbox,
  Code,
  CopyButton,
  Group,
  Modal,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { showsTokens } from "../app/shows-types.js";
import { PageHeader } from "../app/page-header.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import type { ApiTokensQuery, TokenScope } from "../generated/graphql.js";
import {
  apiTokensQuery,
  createApiTokenMutation,
  revokeApiTokenMutation,
} from "./token-operations.js";
import "./tokens.css";

const scopes: readonly TokenScope[] = ["SOPS_READ", "CASES_READ", "CASES_START", "TASKS_READ"];

export function TokensPage() {
  const { t } = useTranslation();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: apiTokensQuery,
    context: showsTokens,
    requestPolicy: "cache-and-network",
  });
  const [creating, { open, close }] = useDisclosure(false);
  return (
    <div className="measure">
      <PageHeader
        title={t("tokens.title")}
        under={t("tokens.hint")}
        actions={<Button onClick={open}>{t("tokens.new")}</Button>}
      />
      {data === undefined && fetching && <Loading />}
      {data === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {data !== undefined && (
        <div className="sheet">
          {data.apiTokens.length === 0 ? (
            <EmptyState title={t("tokens.none")} />
          ) : (
            <ul className="ledger">
              {data.apiTokens.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </ul>
          )}
        </div>
      )}
      {creating && <NewTokenDialog onClose={close} />}
    </div>
  );
}

function TokenRow({ token }: { token: ApiTokensQuery["apiTokens"][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [revoking, revoke] = useAction(revokeApiTokenMutation);
  return (
    <li className="token-row">
      <div>
        <strong>{token.name}</strong>
        <div className="quiet">{token.scopes.map((scope) => t(`scope.${scope}`)).join(", ")}</div>
      </div>
      <div className="quiet">
        <div>{t("tokens.created", { date: format.date(token.createdAt) })}</div>
        <div>
          {token.lastUsedAt === null
            ? t("tokens.neverUsed")
            : t("tokens.lastUsed", { date: format.dateTime(token.lastUsedAt) })}
        </div>
      </div>
      {token.revokedAt === null ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={revoking}
          onClick={() => void revoke({ input: { apiTokenId: token.id } })}
        >
          {t("tokens.revoke")}
        </Button>
      ) : (
        <span className="state">{t("tokens.revoked")}</span>
      )}
    </li>
  );
}

function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [busy, create] = useAction(createApiTokenMutation, { quiet: true });
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const [secret, setSecret] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await create({
      input: { name: name.trim(), scopes: scopes.filter((scope) => chosen.includes(scope)) },
    });
    if (result.ok) setSecret(result.payload.secret);
    else setFault(result.errors.map((error) => error.message).join(" "));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("tokens.new")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {secret === null ? (
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            {fault !== null && (
              <Alert color="red" variant="light" role="alert">
                {fault}
              </Alert>
            )}
            <TextInput
              label={t("tokens.name")}
              description={t("tokens.nameHint")}
              required
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Checkbox.Group label={t("tokens.scopes")} value={chosen} onChange={setChosen}>
              <Stack gap={8} mt={8}>
                {scopes.map((scope) => (
                  <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t("common.back")}
              </Button>
              <Button type="submit" loading={busy} disabled={chosen.length === 0}>
                {t("tokens.create")}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Text size="sm">{t("tokens.secretOnce")}</Text>
          <Code block className="secret">
            {secret}
          </Code>
          <Group justify="flex-end">
            <CopyButton value={secret}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? t("common.copied") : t("common.copy")}
                </Button>
              )}
            </CopyButton>
            <Button onClick={onClose}>{t("common.done")}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
