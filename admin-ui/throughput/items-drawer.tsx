import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { PagedLedger } from "../app/paged-ledger.js";
import { showsCases } from "../app/shows-types.js";
import { EmptyState } from "../app/states.js";
import type { LaneThroughputInput, ThroughputCasesQuery } from "../generated/graphql.js";
import { casesInputOf, figureKey } from "./figure.js";
import type { OpenedFigure } from "./figures.js";
import { type Item, throughputCasesQuery } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

const pageSize = 30;

interface DrawerProps {
  readonly opened: OpenedFigure;
  readonly input: LaneThroughputInput;
  readonly words: ReportWords;
  /** Counts up when something happened. */
  readonly news: number;
  /** The list counted another number than was shown. */
  readonly onRecount: (key: string, count: number) => void;
  readonly onClose: () => void;
}

/** The cases or tasks behind a number. */
export function ItemsDrawer(props: DrawerProps) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery("(max-width: 600px)", false, { getInitialValueInEffect: false });
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size={isNarrow ? "100%" : "lg"}
      title={props.opened.what}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Items {...props} />
    </Drawer>
  );
}

function Items({ opened, input, words, news, onRecount }: DrawerProps) {
  const { t } = useTranslation();
  const { figure, value } = opened;
  const source = {
    query: throughputCasesQuery,
    context: showsCases,
    variables: { input: casesInputOf(figure, input), first: pageSize },
    page: (data: ThroughputCasesQuery) => data.throughputCases,
  };
  const first = useQuery({ ...source, requestPolicy: "cache-and-network" });
  const [{ data, stale }, refetch] = first;
  useEffect(() => {
    if (news > 0) refetch({ requestPolicy: "network-only" });
  }, [news, refetch]);
  const total = data?.throughputCases.totalCount ?? null;
  const key = figureKey(figure);
  // Told once for each number, or every report that it asks for would have it told again.
  const told = useRef(value);
  useEffect(() => {
    if (told.current === null || total === null || stale || total === told.current) return;
    told.current = total;
    onRecount(key, total);
  }, [key, total, stale, onRecount]);
  const isOfCases = figure.measure.startsWith("CASES_");
  return (
    <>
      {total !== null && (
        <p className="quiet items-count">
          {t(isOfCases ? "throughput.items.cases" : "throughput.items.tasks", {
            count: total,
            number: words.format.number(total),
          })}
          {" · "}
          {words.stepInFull(figure.period ?? input.period)}
        </p>
      )}
      <PagedLedger
        source={source}
        first={first}
        renderRow={(item) => <ItemRow key={keyOf(item)} item={item} words={words} />}
        empty={<EmptyState title={t("throughput.items.none")} />}
      />
    </>
  );
}

const keyOf = ({ instance, openedAt, step, lane, person }: Item): string =>
  [instance?.id, openedAt, step, lane?.id, person?.id].join("|");

function ItemRow({ item, words }: { item: Item; words: ReportWords }) {
  const { t } = useTranslation();
  const { instance, step, lane, openedAt, endedAt, working, isRework, isOnTime, person } = item;
  const facts = [
    step === null
      ? null
      : [step, lane === null ? null : words.lane(lane)].filter(Boolean).join(" · "),
    instance?.requesterName ?? null,
    person?.name ?? null,
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <li>
      <div>
        {instance === null ? (
          <span className="quiet">{t("throughput.items.hidden")}</span>
        ) : (
          <Link className="row-link" to={`/berkas/${encodeURIComponent(instance.id)}`}>
            {instance.title ?? instance.sop.title}
          </Link>
        )}
        {facts.map((fact) => (
          <div key={fact} className="quiet">
            {fact}
          </div>
        ))}
      </div>
      <div className="quiet">
        {endedAt === null
          ? t("throughput.items.since", { from: words.format.dateTime(openedAt) })
          : t("throughput.items.fromTo", {
              from: words.format.dateTime(openedAt),
              to: words.format.dateTime(endedAt),
            })}
        {" · "}
        {words.workingTime(working)}
        {isRework && ` · ${t("throughput.items.again")}`}
        {isOnTime === false && (
          <>
            {" · "}
            <span className="late">{t("throughput.items.late")}</span>
          </>
        )}
      </div>
    </li>
  );
}
