import { Button, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useRef } from "react";

/** A button that opens the system's choice of files, or its camera. */
export function PickButton(props: {
  /** What the files are for; those who do not see where the button stands hear it. */
  about: string;
  icon?: ReactNode;
  isCamera?: boolean;
  isSingle?: boolean;
  onPick: (files: FileList) => void;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        className={props.isCamera === true ? "attach-camera" : undefined}
        variant="subtle"
        size="compact-sm"
        leftSection={props.icon}
        onClick={() => input.current?.click()}
      >
        {props.children}
        <VisuallyHidden component="span">: {props.about}</VisuallyHidden>
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={props.isSingle !== true && props.isCamera !== true}
        {...(props.isCamera === true && { accept: "image/*", capture: "environment" as const })}
        onChange={({ currentTarget }) => {
          if (currentTarget.files !== null) props.onPick(currentTarget.files);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
