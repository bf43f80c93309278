import { readLocalStorageValue, useLocalStorage } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { createEditorView, type EditorViewStore } from "./editor-view.js";

const key = "alur-editor-side";

/** A new look at a draft; whether the panel stands beside the form is as it was left here. */
export function useEditorView(): EditorViewStore {
  const [view] = useState(() => createEditorView(readLocalStorageValue({ key }) !== false));
  const [, remember] = useLocalStorage<boolean>({ key });
  useEffect(
    () =>
      view.subscribe(({ isSideShown }, before) => {
        if (isSideShown !== before.isSideShown) remember(isSideShown);
      }),
    [view, remember],
  );
  return view;
}
