import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { Provider, useQuery } from "urql";
import type { MeQuery } from "../generated/graphql.js";
import { meQuery } from "./account-operations.js";
import { createAlurClient } from "./client.js";
import { setLanguage } from "./i18n.js";
import { ErrorState, Loading } from "./states.js";

type MeAnswer = NonNullable<MeQuery["me"]>;

/** Everybody may read all of their own account, so what is null of others is not of oneself. */
export type Me = { readonly [Name in keyof MeAnswer]: NonNullable<MeAnswer[Name]> };

interface Session {
  readonly me: Me | null;
  /** After signing in or out: forget all that was read and ask again who this is. */
  readonly restart: () => void;
}

const SessionContext = createContext<Session>({ me: null, restart: () => undefined });

export const useSession = (): Session => useContext(SessionContext);

/** The signed-in person; only for screens behind the sign-in. */
export function useMe(): Me {
  const { me } = useSession();
  if (me === null) throw new Error("Nobody is signed in");
  return me;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [round, setRound] = useState(0);
  const restart = useCallback(() => setRound((value) => value + 1), []);
  return (
    <OneSession key={round} restart={restart}>
      {children}
    </OneSession>
  );
}

function OneSession({ restart, children }: { restart: () => void; children: ReactNode }) {
  const [client] = useState(() => createAlurClient(restart));
  return (
    <Provider value={client}>
      <SignedIn restart={restart}>{children}</SignedIn>
    </Provider>
  );
}

function SignedIn({ restart, children }: { restart: () => void; children: ReactNode }) {
  const [{ data, error, fetching }, refetch] = useQuery({ query: meQuery });
  const me = (data?.me ?? null) as Me | null;
  const locale = me?.locale;
  useEffect(() => {
    if (locale === "id" || locale === "en") void setLanguage(locale);
  }, [locale]);
  const session = useMemo(() => ({ me, restart }), [me, restart]);
  if (data === undefined && fetching) return <Loading full />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  return <SessionContext value={session}>{children}</SessionContext>;
}
