import { useEffect, type ReactNode } from "react";
import { splitHeading } from "./split-heading.js";

/**
 * The heading of a screen, closed by the letterhead's double rule; also names the browser tab. A
 * long title goes on in the size of text, and stays one heading to whoever hears it.
 */
export function PageHeader(props: {
  title: string;
  crumb?: ReactNode;
  under?: ReactNode;
  actions?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${props.title} · Alur`;
  }, [props.title]);
  const { first, rest } = splitHeading(props.title);
  return (
    <header className="page-head">
      <div className="head-words">
        {props.crumb !== undefined && <div className="crumb">{props.crumb}</div>}
        <h1>
          {first}
          {rest !== null && <span className="head-rest"> {rest}</span>}
        </h1>
        {props.under !== undefined && <div className="under">{props.under}</div>}
      </div>
      {props.actions !== undefined && <div className="head-actions">{props.actions}</div>}
    </header>
  );
}
