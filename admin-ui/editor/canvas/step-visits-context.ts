import { createContext } from "react";
import type { StepVisits } from "../../cases/step-marks.js";

/** What the boxes open on a form that shows a case; `null` where they open nothing. */
export const StepVisitsContext = createContext<StepVisits | null>(null);
