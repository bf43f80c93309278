import { Fragment } from "react";

/** The name of a lane where it may have to break: behind a stroke, as in "Fungsional/Pelaksana". */
export function LaneName({ name }: { name: string }) {
  const [first = "", ...others] = name.split("/");
  return (
    <>
      {first}
      {others.map((part, at) => (
        <Fragment key={at}>
          /<wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}
