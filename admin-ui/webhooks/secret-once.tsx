import { Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import "../tokens/tokens.css";

/** A secret that is shown this once, to be copied. */
export function SecretOnce(props: { secret: string; hint: string; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Text size="sm">{props.hint}</Text>
      <Code block className="secret">
        {props.secret}
      </Code>
      <Group justify="flex-end">
        <CopyButton value={props.secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t("common.copied") : t("common.copy")}
            </Button>
          )}
        </CopyButton>
        <Button onClick={props.onDone}>{t("common.done")}</Button>
      </Group>
    </Stack>
  );
}
