import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { createContext, type ReactNode, useContext, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBlocker } from "react-router";

/** What takes an editor's work away when it changes in the address, besides leaving the page. */
export type WorkOf = "kantor" | "tahun";

type Note = (editor: string, of: WorkOf | null) => void;

const UnsavedWork = createContext<Note>(() => {});

/** Tells the page whether an editor on it holds what is not saved. */
export function useUnsavedWork(isUnsaved: boolean, of: WorkOf): void {
  const note = useContext(UnsavedWork);
  const editor = useId();
  useEffect(() => {
    note(editor, isUnsaved ? of : null);
    return () => note(editor, null);
  }, [note, editor, isUnsaved, of]);
}

/** Asks before anything leads away from what the editors within hold unsaved. */
export function UnsavedWorkGuard({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  // Editors write into it, and only a navigation reads it: nothing is drawn anew because of it.
  const [works] = useState(() => new Map<string, WorkOf>());
  const [note] = useState<Note>(() => (editor: string, of: WorkOf | null) => {
    if (of === null) works.delete(editor);
    else works.set(editor, of);
  });
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    if (works.size === 0) return false;
    if (currentLocation.pathname !== nextLocation.pathname) return true;
    const before = new URLSearchParams(currentLocation.search);
    const after = new URLSearchParams(nextLocation.search);
    return [...works.values()].some((of) => before.get(of) !== after.get(of));
  });
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (works.size > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [works]);
  const stay = () => blocker.reset?.();
  return (
    <UnsavedWork value={note}>
      {children}
      <Modal
        opened={blocker.state === "blocked"}
        onClose={stay}
        title={t("calendar.leaveTitle")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <Stack>
          <Text>{t("calendar.leaveHint")}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => blocker.proceed?.()}>
              {t("calendar.leave")}
            </Button>
            <Button onClick={stay}>{t("calendar.stay")}</Button>
          </Group>
        </Stack>
      </Modal>
    </UnsavedWork>
  );
}
