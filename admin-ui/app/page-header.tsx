import { useEffect, type ReactNode } from "react";

/** The heading of a screen, closed by the letterhead's double rule; also names the browser tab. */
export function PageHeader(props: {
  title: string;
  crumb?: ReactNode;
  under?: ReactNode;
  actions?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${props.title} · Alur`;
  }, [props.title]);
  return (
    <header className="page-head">
      <div style={{ minWidth: 0, flex: "1 1 280px" }}>
        {props.crumb !== undefined && <div className="crumb">{props.crumb}</div>}
        <h1>{props.title}</h1>
        {props.under !== undefined && <div className="under">{props.under}</div>}
      </div>
      {props.actions !== undefined && <div className="head-actions">{props.actions}</div>}
    </header>
  );
}
