import type { TooltipContentProps } from "recharts";

/** What the pointer is over: the step, and its numbers. */
export function ChartTip(
  props: Partial<TooltipContentProps> & {
    heading: (index: number) => string;
    tell: (value: number) => string;
  },
) {
  const { active, payload, heading, tell } = props;
  const [first] = payload ?? [];
  if (active !== true || payload === undefined || first === undefined) return null;
  const index: unknown = (first.payload as { index?: unknown }).index;
  return (
    <div className="chart-tip">
      <strong>{typeof index === "number" ? heading(index) : ""}</strong>
      <dl>
        {payload
          .filter(({ value }) => typeof value === "number")
          .map(({ name, value, color, fill }) => (
            <div key={String(name)}>
              <dt>
                <span style={{ background: color ?? fill }} />
                {String(name)}
              </dt>
              <dd>{tell(Number(value))}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
