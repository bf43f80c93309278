import { useEffect } from "react";

/** Reads again when the window comes back, for the minutes in which the live stream was away. */
export function useRefetchOnFocus(
  refetch: (options: { requestPolicy: "network-only" }) => void,
): void {
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === "visible") refetch({ requestPolicy: "network-only" });
    };
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("focus", onVisible);
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("focus", onVisible);
    };
  }, [refetch]);
}
