import { Switch, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { NoticeSettingsFieldsFragment } from "../generated/graphql.js";

type Kinds = NoticeSettingsFieldsFragment["kinds"];
const channels = ["inApp", "mail"] as const;

/** Each kind that one can be told of, with a switch for each way of being told. */
export function NoticeSwitches(props: {
  kinds: Kinds;
  hasMail: boolean;
  busy: boolean;
  onChange: (kinds: Kinds) => void;
}) {
  const { t } = useTranslation();
  const groups = [...new Set(props.kinds.map(({ group }) => group))];
  const turn = (kind: string, channel: (typeof channels)[number], isOn: boolean) =>
    props.onChange(
      props.kinds.map((one) => (one.kind === kind ? { ...one, [channel]: isOn } : one)),
    );
  return groups.map((group) => (
    <section key={group} className="sheet sheet-pad" aria-labelledby={`group-${group}`}>
      <h2 className="section-title" id={`group-${group}`}>
        {t(`noticeGroup.${group}`)}
      </h2>
      <Table className="switch-table" verticalSpacing={6} aria-labelledby={`group-${group}`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("noticeSettings.kind")}</Table.Th>
            {channels.map((channel) => (
              <Table.Th key={channel} className="switch-cell">
                {t(`noticeChannel.${channel}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.kinds
            .filter((one) => one.group === group)
            .map((one) => (
              <Table.Tr key={one.kind}>
                <Table.Td>{t(`noticeKind.${one.kind}`)}</Table.Td>
                {channels.map((channel) => (
                  <Table.Td key={channel} className="switch-cell">
                    <Switch
                      aria-label={`${t(`noticeKind.${one.kind}`)}: ${t(`noticeChannel.${channel}`)}`}
                      checked={one[channel]}
                      disabled={props.busy || (channel === "mail" && !props.hasMail)}
                      onChange={(event) => turn(one.kind, channel, event.currentTarget.checked)}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </section>
  ));
}
