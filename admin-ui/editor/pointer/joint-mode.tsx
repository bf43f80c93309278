import { useForm } from "../canvas/form-context.js";
import { changeNode } from "../changes/graph-changes.js";
import { useDraft, useView } from "../editor-context.js";
import { OnForm } from "./on-form.js";
import type { PointerScene } from "./pointer-scene.js";
import { usePointer } from "./pointer-state.js";

/** On the line that joins a step's boxes: whether all of them must finish, or any one. */
export function JointMode({ scene }: { scene: PointerScene }) {
  const form = useForm();
  const { t, draft } = scene.editor;
  const hovered = usePointer(({ hover }) => (hover?.type === "step" ? hover.node : null));
  const isBusy = usePointer(({ carried }) => carried !== null);
  const selected = useView(({ selection }) =>
    selection?.type === "nodes" && selection.keys.length === 1 ? selection.active.node : null,
  );
  const key = selected ?? hovered;
  const node = useDraft(({ document }) => document.graph.nodes.find((one) => one.key === key));
  const joint = form.joints.find((one) => one.node === key);
  if (isBusy || node === undefined || joint === undefined || node.parts.length < 2) return null;
  const { from, to } = joint;
  const other = node.mode === "ALL" ? "ANY" : "ALL";
  return (
    <OnForm x={(from.x + to.x) / 2} y={(from.y + to.y) / 2} className="joint-place">
      <button
        type="button"
        className="joint-mode"
        data-tools
        title={t(`pointer.jointHint.${node.mode}`)}
        aria-label={t(`pointer.jointLabel.${node.mode}`)}
        onClick={() => void draft.getState().edit([changeNode({ ...node, mode: other })])}
      >
        {t(`pointer.joint.${node.mode}`)}
      </button>
    </OnForm>
  );
}
