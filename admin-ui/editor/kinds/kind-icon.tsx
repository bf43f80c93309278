import type { NodeKindView } from "./node-kind-view.js";

/** A kind's symbol in a menu or on a button. */
export function KindIcon({ view }: { view: NodeKindView }) {
  const { Shape, icon } = view;
  return (
    <span className="symbol palette-icon">
      <svg width={icon.width} height={icon.height} aria-hidden="true">
        <Shape {...icon} />
      </svg>
    </span>
  );
}
