import type { ReactNode } from "react";

/** Lines on 20 by 20 in the colour of the text; the words beside it say what it means. */
export function LineIcon(props: { children: ReactNode; size?: number; strokeWidth?: number }) {
  const { children, size = 20, strokeWidth = 1.5 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
