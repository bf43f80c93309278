import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

export interface PersonWords {
  readonly name: string;
  readonly username: string;
  readonly nip: string;
}

/** What somebody is called. */
export function PersonFields(props: {
  words: PersonWords;
  errorOf: (field: string) => string | null;
  onChange: (words: PersonWords) => void;
}) {
  const { t } = useTranslation();
  const { words } = props;
  const text = (field: keyof PersonWords) => ({
    value: words[field],
    error: props.errorOf(field),
    onChange: (event: { currentTarget: { value: string } }) =>
      props.onChange({ ...words, [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput
        {...text("name")}
        label={t("people.fullName")}
        required
        maxLength={200}
        autoComplete="off"
        data-autofocus
      />
      <TextInput
        {...text("username")}
        label={t("people.username")}
        description={t("people.usernameHint")}
        required
        maxLength={100}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextInput
        {...text("nip")}
        label="NIP"
        description={t("people.nipHint")}
        inputMode="numeric"
        maxLength={30}
        autoComplete="off"
      />
    </>
  );
}
