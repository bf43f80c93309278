import { Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { ChevronIcon } from "../app/icons.js";
import { showsViews } from "../app/shows-types.js";
import type { TaskFilter } from "../generated/graphql.js";
import { ManageViewsDialog } from "./manage-views-dialog.js";
import { SaveViewDialog } from "./save-view-dialog.js";
import { savedViewsQuery } from "./worklist-operations.js";
import { isSameView, viewOf, type WorklistView } from "./worklist-view.js";

/** The views that the person keeps: to choose one, to keep this one, to rename and remove. */
export function SavedViewsMenu(props: {
  readonly view: WorklistView;
  /** What `view` asks the server for. */
  readonly filter: TaskFilter;
  readonly onChoose: (view: WorklistView) => void;
}) {
  const { view, filter, onChoose } = props;
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: savedViewsQuery, context: showsViews });
  const [isSaving, saving] = useDisclosure(false);
  const [isManaging, managing] = useDisclosure(false);
  const views = data?.savedViews ?? [];
  const current = views.find((kept) => isSameView(viewOf(kept.filter), view));
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" className="views-button" rightSection={<ChevronIcon />}>
            <span className="views-name">{current?.name ?? t("views.label")}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{t("views.none")}</Menu.Label>}
          {views.map((kept) => (
            <Menu.Item
              key={kept.id}
              aria-current={kept === current ? "true" : undefined}
              className="views-item"
              onClick={() => onChoose(viewOf(kept.filter))}
            >
              {kept.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {current === undefined && <Menu.Item onClick={saving.open}>{t("views.save")}</Menu.Item>}
          {views.length > 0 && <Menu.Item onClick={managing.open}>{t("views.manage")}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <SaveViewDialog isOpen={isSaving} onClose={saving.close} filter={filter} />
      <ManageViewsDialog isOpen={isManaging} onClose={managing.close} views={views} />
    </>
  );
}
