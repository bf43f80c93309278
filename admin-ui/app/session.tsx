import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import { Provider, useQuery } from "urql";
import { useStore } from "zustand";
import type { MeQuery } from "../generated/graphql.js";
import { meQuery } from "./account-operations.js";
import { createAlurClient } from "./client.js";
import { setLanguage } from "./i18n.js";
import { createSessionHold, type SessionHoldStore } from "./session-hold.js";
import { SignInAgainDialog } from "./sign-in-again-dialog.js";
import { ErrorState, Loading } from "./states.js";

type MeAnswer = NonNullable<MeQuery["me"]>;

/** Everybody may read all of their own account, so what is null of others is not of oneself. */
export type Me = { readonly [Name in keyof MeAnswer]: NonNullable<MeAnswer[Name]> };

interface Session {
  readonly me: Me | null;
  /** After signing in or out: forget all that was read and ask again who this is. */
  readonly restart: () => void;
  readonly hold: SessionHoldStore;
}

const SessionContext = createContext<Session>({
  me: null,
  restart: () => undefined,
  hold: createSessionHold(),
});

export const useSession = (): Session => useContext(SessionContext);

/** The signed-in person; only for screens behind the sign-in. */
export function useMe(): Me {
  const { me } = useSession();
  if (me === null) throw new Error("Nobody is signed in");
  return me;
}

/** Keeps this screen when the session ends; `resume` runs once the person has signed in again. */
export function useHoldSession(resume: () => void): void {
  const { hold } = useSession();
  const latest = useEffectEvent(resume);
  useEffect(() => hold.getState().hold(() => latest()), [hold]);
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

function OneSession(props: { restart: () => void; children: ReactNode }) {
  const { restart, children } = props;
  const [hold] = useState(createSessionHold);
  const leave = useCallback(() => {
    hold.getState().finish();
    restart();
  }, [hold, restart]);
  const [client] = useState(() =>
    createAlurClient((why) => {
      // A late answer to what the last person's screens asked says nothing about this session.
      if (hold.getState().isOver) return;
      // A temporary password must be changed before anything; work that is held is written down.
      if (why === "PASSWORD" || !hold.getState().end()) leave();
    }),
  );
  return (
    <Provider value={client}>
      <SignedIn restart={leave} hold={hold}>
        {children}
      </SignedIn>
    </Provider>
  );
}

function SignedIn(props: { restart: () => void; hold: SessionHoldStore; children: ReactNode }) {
  const { restart, hold, children } = props;
  const [{ data, error, fetching }, refetch] = useQuery({ query: meQuery });
  const answered = (data?.me ?? null) as Me | null;
  /** Who was at work, should the session end under the work. */
  const [last, setLast] = useState(answered);
  if (answered !== null && answered !== last) setLast(answered);
  const isAsking = useStore(hold, (state) => state.isAsking);
  const isHeld = useStore(hold, (state) => state.held.size > 0);
  const me = answered ?? (isHeld ? last : null);
  const isGone = answered === null && me !== null;
  useEffect(() => {
    if (isGone) hold.getState().end();
  }, [isGone, hold]);
  const locale = me?.locale;
  useEffect(() => {
    if (locale === "id" || locale === "en") void setLanguage(locale);
  }, [locale]);
  const session = useMemo(() => ({ me, restart, hold }), [me, restart, hold]);
  if (data === undefined && fetching) return <Loading full />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  const onSignedIn = () => {
    refetch({ requestPolicy: "network-only" });
    hold.getState().resume();
  };
  return (
    <SessionContext value={session}>
      {children}
      {isAsking && me !== null && (
        <SignInAgainDialog person={me} onSignedIn={onSignedIn} onLeave={restart} />
      )}
    </SessionContext>
  );
}
