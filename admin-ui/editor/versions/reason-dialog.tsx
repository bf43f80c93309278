import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** As many UTF-16 units as the server keeps of a reason or message. */
const longest = 4000;

/** Asks for words to go with what is about to be done. */
export function ReasonDialog(props: {
  opened: boolean;
  onClose: () => void;
  title: string;
  text: string;
  label: string;
  submit: string;
  /** Whether nothing is done without any. */
  required: boolean;
  danger?: boolean;
  busy: boolean;
  /** Resolves to whether it was done. */
  onSubmit: (words: string) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [isMissing, setMissing] = useState(false);
  const submit = async () => {
    const said = words.trim();
    setMissing(props.required && said === "");
    if (props.required && said === "") return;
    if (await props.onSubmit(said)) {
      setWords("");
      props.onClose();
    }
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text>{props.text}</Text>
        <Textarea
          label={props.label}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={longest}
          withAsterisk={props.required}
          data-autofocus
          value={words}
          error={isMissing ? t("sendBack.missing") : null}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setMissing(false);
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t("common.back")}
          </Button>
          <Button
            {...(props.danger === true ? { color: "red" } : {})}
            loading={props.busy}
            onClick={() => void submit()}
          >
            {props.submit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
