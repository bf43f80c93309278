import type { ReactNode } from "react";

/** A table of numbers that goes on to the side where there is no room, reached by keyboard too. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="figures-frame" role="group" aria-label={label} tabIndex={0}>
      <table className="figures-table">{children}</table>
    </div>
  );
}
