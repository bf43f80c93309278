import { createContext, useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import type { Figure } from "./figure.js";
import { figureKey } from "./figure.js";

/** A number that was pressed. */
export interface OpenedFigure {
  readonly figure: Figure;
  /** What it counts, for the heading of the list. */
  readonly what: string;
  /** `null` where what is shown is no count, as a duration. */
  readonly value: number | null;
}

interface Figures {
  open(opened: OpenedFigure): void;
  /** What a list has counted since the report was made. */
  readonly recounted: ReadonlyMap<string, number>;
}

export const FiguresContext = createContext<Figures>({
  open: () => undefined,
  recounted: new Map(),
});

/** A count that opens what it counts. */
export function Count(props: { figure: Figure; value: number; what: string }) {
  const { figure, what } = props;
  const format = useFormat();
  const { recounted } = useContext(FiguresContext);
  const value = recounted.get(figureKey(figure)) ?? props.value;
  return (
    <Opener figure={figure} what={what} value={value} isEmpty={value === 0}>
      {format.number(value)}
    </Opener>
  );
}

/** Another number, as a duration or a part, that opens the tasks or cases which it is of. */
export function Measured(props: {
  figure: Figure;
  what: string;
  /** Of how many it is; of none there is nothing to open. */
  of: number;
  children: string;
}) {
  return (
    <Opener figure={props.figure} what={props.what} value={null} isEmpty={props.of === 0}>
      {props.children}
    </Opener>
  );
}

function Opener(
  props: OpenedFigure & {
    isEmpty: boolean;
    children: ReactNode;
  },
) {
  const { t } = useTranslation();
  const { open } = useContext(FiguresContext);
  const { figure, what, value, children } = props;
  if (props.isEmpty) return children;
  return (
    <button
      type="button"
      className="figure"
      aria-label={t("throughput.open", { number: children, what })}
      onClick={() => open({ figure, what, value })}
    >
      {children}
    </button>
  );
}
