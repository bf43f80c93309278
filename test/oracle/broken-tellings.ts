import { isEnd, type Marking, NetGame, troubleOf } from "../../domain/soundness/net-game.js";
import { flatten } from "../../domain/soundness/rope.js";
import type { Reached, Troubles } from "../../domain/soundness/search-markings.js";
import type { Run } from "../../domain/soundness/soundness.js";
import type { TokenNet } from "../../domain/soundness/token-net.js";
import { troubleAsDrawn } from "../../domain/soundness/trouble-as-drawn.js";

type Telling = typeof troubleAsDrawn;

const none: Troubles = { crowded: null, leftOver: null, deadlock: null, livelock: null };

/** What is told, each changed. */
const changing =
  (change: (reached: Reached, drawn: TokenNet, found: Reached) => Reached): Telling =>
  (drawn, found, limit) => {
    const told = troubleAsDrawn(drawn, found, limit);
    const changed = (one: Reached | null): Reached | null => one && change(one, drawn, found);
    return (
      told && {
        crowded: changed(told.crowded),
        leftOver: changed(told.leftOver),
        deadlock: changed(told.deadlock),
        livelock: changed(told.livelock),
      }
    );
  };

/** Where a run leads, whatever it comes past. */
function markingAfter(net: TokenNet, run: Run): Marking {
  const game = new NetGame(net);
  const made = run.map(({ node, outcome }) =>
    net.transitions.find(({ run: [step] }) => step?.node === node && step.outcome === outcome),
  );
  return made.reduce(
    (marking, one) => (one ? game.make(marking, one) : marking),
    game.settle([], net.start),
  );
}

function kindAt(net: TokenNet, marking: Marking): keyof Troubles {
  const isStuck = !isEnd(marking) && new NetGame(net).ways(marking).length === 0;
  return troubleOf(marking) ?? (isStuck ? "deadlock" : "livelock");
}

/** Ways of telling, of a drawing that is too large to be searched, trouble that a reduced net showed. */
export const brokenTellings: Readonly<Record<string, Telling>> = {
  "shows a run that stops a step before the trouble": changing(({ marking, run }) => ({
    marking,
    run: run.slice(0, -1),
  })),
  "shows a run without the step that the trouble began with": changing(({ marking, run }) => ({
    marking,
    run: run.slice(1),
  })),
  "tells where everything is after a run that it shows a part of": changing(
    ({ run }, drawn, found) => ({ marking: markingAfter(drawn, found.run), run }),
  ),
  "tells of the place beside the one that is in trouble": changing(({ marking, run }, drawn) => ({
    marking: marking.map((place) => (place === 0 ? 0 : (place % (drawn.places.length - 1)) + 1)),
    run,
  })),
  "shows a run on past the trouble that it comes to first": (drawn, { run }) => {
    const marking = markingAfter(drawn, flatten(run));
    return { ...none, [kindAt(drawn, marking)]: { marking, run: flatten(run) } };
  },
  "takes a case that is stuck for one that goes round": (...how) => {
    const told = troubleAsDrawn(...how);
    return told && { ...told, deadlock: null, livelock: told.livelock ?? told.deadlock };
  },
};
