/** What a unit of work begins and ends with. */
export interface UnitFrame {
  /** Sent in one packet with the unit's first statement; each answers with one result. */
  readonly begin: readonly string[];
  readonly commit: string;
  readonly rollback: string;
}

const plain: UnitFrame = { begin: ["BEGIN"], commit: "COMMIT", rollback: "ROLLBACK" };

/**
 * On a Galera node another node's commit can roll a transaction back between two statements of one
 * packet, and the rest of the packet then runs outside of it. So nothing here commits by itself, and
 * the unit is committed only while the savepoint of its beginning is still there: releasing one that
 * is gone is an error, which starts the unit again.
 */
const onCluster: UnitFrame = {
  begin: ["SET autocommit = 0", "BEGIN", "SAVEPOINT unit"],
  commit: "RELEASE SAVEPOINT unit; COMMIT; SET autocommit = 1",
  rollback: "ROLLBACK; SET autocommit = 1",
};

/** `wsrep`: whether the server is a node of a Galera cluster. */
export const unitFrame = (wsrep: boolean): UnitFrame => (wsrep ? onCluster : plain);
