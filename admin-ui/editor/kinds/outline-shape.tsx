import type { ComponentType } from "react";
import { pathData, symbolOutline, type SymbolShape } from "../../../domain/index.js";
import type { ShapeSize } from "./node-kind-view.js";

/** Half the line around a symbol, so that all of it is within the symbol's size. */
const halfLine = 0.75;

/** The symbol as paper draws it too; `inset` px are left free around it for its line. */
export const outlineShape = (shape: SymbolShape, inset = halfLine): ComponentType<ShapeSize> =>
  function Outline({ width, height }) {
    const box = { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset };
    return <path className={shape} d={pathData(symbolOutline(shape, box))} />;
  };
