import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { groupBy } from "../../app/group-by.js";
import { positionValue, requesterValue } from "../panels/lane-binding.js";
import { GuessMark } from "./guess-mark.js";
import type { KnownPosition } from "./suggest-binding.js";
import type { LaneTaking } from "./lane-takings.js";

/** The lanes of the table: those that the form has already, and who will work in the others. */
export function PreviewLanes(props: {
  lanes: readonly LaneTaking[];
  positions: readonly (KnownPosition & { readonly office: { readonly name: string } })[];
  onBind: (lane: string, value: string | null) => void;
}) {
  const { t } = useTranslation();
  const offices = [...groupBy(props.positions, (position) => position.office.name)];
  return (
    <ul className="lane-cards">
      {props.lanes.map((lane) => (
        <li key={lane.name} className="column-card" data-guess={!lane.sure || undefined}>
          <div className="column-title">{lane.name}</div>
          {lane.isKnown ? (
            <div className="quiet">{t("paste.laneKnown")}</div>
          ) : (
            <NativeSelect
              size="xs"
              aria-label={t("paste.laneBinding", { name: lane.name })}
              value={lane.binding ?? ""}
              onChange={(event) => props.onBind(lane.name, event.currentTarget.value || null)}
            >
              <option value="">{t("editor.unbound")}</option>
              <option value={requesterValue}>{t("editor.requester")}</option>
              {offices.map(([office, positions]) => (
                <optgroup key={office} label={office}>
                  {positions.map(({ code, name }) => (
                    <option key={code} value={positionValue(code)}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </NativeSelect>
          )}
          {!lane.sure && <GuessMark />}
          {lane.isSuggested && <GuessMark what={t("paste.bindingGuessed")} />}
        </li>
      ))}
    </ul>
  );
}
