import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Language } from "./i18n.js";

export function LanguageSwitch({ onChange }: { onChange: (language: Language) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("account.language")}
      value={i18n.language}
      onChange={(value) => onChange(value === "en" ? "en" : "id")}
      data={[
        { value: "id", label: "Indonesia" },
        { value: "en", label: "English" },
      ]}
    />
  );
}
