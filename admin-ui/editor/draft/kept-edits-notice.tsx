import { Alert, Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadJson } from "../../app/download-json.js";
import { useFormat } from "../../app/use-format.js";
import { useDraftApi } from "../editor-context.js";
import type { KeptEdits } from "./kept-edits.js";

/**
 * Edits of one's own that a conflict kept out of this draft, for as long as this browser keeps
 * them: to be applied again, downloaded or thrown away. What does not fit any more stays kept.
 */
export function KeptEditsNotice(props: {
  kept: KeptEdits;
  /** True where applying them was asked for before the draft was read again. */
  applyAtOnce: boolean;
}) {
  const { kept, applyAtOnce } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const store = useDraftApi();
  const [edits, setEdits] = useState(() => kept.read());
  /** How many edits were tried; `null` before that. */
  const [tried, setTried] = useState<number | null>(null);
  const isAsked = useRef(applyAtOnce);
  const put = useCallback(
    (rest: typeof edits) => {
      kept.write(rest);
      setEdits(rest);
    },
    [kept],
  );
  const apply = useCallback(() => {
    const all = kept.read();
    const refused = store.getState().reapply(all);
    put(refused);
    setTried(all.length);
    if (refused.length === 0) notifications.show({ message: t("kept.applied") });
    void store.getState().flush();
  }, [kept, put, store, t]);
  useEffect(() => {
    if (isAsked.current) apply();
    isAsked.current = false;
  }, [apply]);
  if (edits.length === 0) return null;
  const number = format.number(edits.length);
  return (
    <Alert color="yellow" variant="light" role="status" mb="sm" title={t("kept.title")}>
      <Text size="sm" mb="xs">
        {tried === null
          ? t("kept.offer", { number })
          : t("kept.refused", { number, tried: format.number(tried) })}
      </Text>
      <Group gap={8}>
        {tried === null && (
          <Button size="xs" fz="sm" onClick={apply}>
            {t("kept.apply")}
          </Button>
        )}
        <Button
          size="xs"
          fz="sm"
          variant="default"
          onClick={() => downloadJson("alur-perubahan.json", edits)}
        >
          {t("kept.download")}
        </Button>
        <Button size="xs" fz="sm" variant="subtle" color="red" onClick={() => put([])}>
          {t("kept.discard")}
        </Button>
      </Group>
    </Alert>
  );
}
