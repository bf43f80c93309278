import { TextInput } from "@mantine/core";
import { useState } from "react";
import { readTime } from "./read-time.js";

/** A time of day in 24 hours, whatever the browser's own fields would make of it. */
export function TimeField(props: {
  label: string;
  value: string;
  isFaulty: boolean;
  onTime: (time: string) => void;
}) {
  const { label, value, isFaulty, onTime } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      aria-label={label}
      inputMode="numeric"
      placeholder="07:30"
      maxLength={5}
      value={typed ?? value}
      error={isFaulty}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== null) onTime(readTime(typed));
        setTyped(null);
      }}
    />
  );
}
