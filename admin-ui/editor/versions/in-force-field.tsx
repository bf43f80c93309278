import { SegmentedControl, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session.js";
import { useFormat, useNow } from "../../app/use-format.js";
import { instantOf, localTime, zoneName } from "../../app/office-moment.js";

/** From when a version holds: at once, or a local time of the office, as it is typed. */
export type InForceWish =
  | { readonly at: "once" }
  | { readonly at: "later"; readonly local: string };

export const atOnce: InForceWish = { at: "once" };

export const useOfficeZone = (): string => useSession().me?.office.timeZone ?? "Asia/Jakarta";

const day = 86_400_000;

/** ms; `null` at once, `undefined` where no moment to come is given. */
export function wishedInstant(
  wish: InForceWish,
  zone: string,
  now: number,
): number | null | undefined {
  if (wish.at === "once") return null;
  const instant = instantOf(wish.local, zone);
  return instant !== null && instant > now ? instant : undefined;
}

/** "Berlaku mulai": at once, or on a day and at an hour to come. */
export function InForceField(props: {
  wish: InForceWish;
  onWish: (wish: InForceWish) => void;
  /** Whether to say what is wrong with it. */
  isChecked: boolean;
}) {
  const { wish, onWish } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useOfficeZone();
  const now = useNow();
  const instant = wishedInstant(wish, zone, now);
  /** Tomorrow at the beginning of the office's day, to begin with. */
  const tomorrow = `${localTime(now + day, zone).slice(0, 10)}T07:30`;
  return (
    <div className="in-force-field">
      <span className="field-label" id="in-force-label">
        {t("schedule.label")}
      </span>
      <SegmentedControl
        aria-labelledby="in-force-label"
        value={wish.at}
        onChange={(at) => onWish(at === "later" ? { at, local: tomorrow } : atOnce)}
        data={[
          { value: "once", label: t("schedule.once") },
          { value: "later", label: t("schedule.later") },
        ]}
      />
      {wish.at === "later" && (
        <TextInput
          type="datetime-local"
          label={t("schedule.moment", { zone: zoneName(zone) })}
          min={localTime(now, zone)}
          value={wish.local}
          description={
            instant === undefined || instant === null
              ? null
              : t("schedule.from", { date: format.dateTime(new Date(instant).toISOString()) })
          }
          error={props.isChecked && instant === undefined ? t("schedule.past") : null}
          onChange={(event) => onWish({ at: "later", local: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
