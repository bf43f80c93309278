import { createContext, useContext } from "react";
import type { FormLayout } from "../../../domain/index.js";

/** The geometry of the form that is on the screen, for the layers that lie on it. */
export const FormContext = createContext<FormLayout | null>(null);

export function useForm(): FormLayout {
  const form = useContext(FormContext);
  if (form === null) throw new Error("No form is drawn here");
  return form;
}
