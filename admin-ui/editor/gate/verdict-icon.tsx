import { LineIcon } from "../../app/line-icon.js";
import type { Verdict } from "./verdict.js";

const diamond = "M10 2.2l7.8 7.8-7.8 7.8L2.2 10zM10 6.4v4.4M10 13.2v.4";
const circle = "M10 3a7 7 0 110 14 7 7 0 010-14z";
const question = `${circle}M7.9 8.1a2.1 2.1 0 114.2.2c0 1.5-2.1 1.7-2.1 3.2M10 13.6v.4`;

/** What is drawn beside the words, on 20 by 20. */
const paths: Readonly<Record<Verdict, string>> = {
  checking: `${circle}M10 6.2V10l2.6 1.8`,
  sound: `${circle}M6.6 10.2l2.4 2.4 4.4-4.8`,
  stuck: diamond,
  astray: diamond,
  miscalling: diamond,
  flawed: diamond,
  unfinished: "M12.8 4.2l3 3L7.6 15.4l-3.7.7.7-3.7zM10.8 6.2l3 3",
  unknown: question,
  unheard: question,
};

export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  return (
    <LineIcon size={18} strokeWidth={1.6}>
      <path d={paths[verdict]} />
    </LineIcon>
  );
}
