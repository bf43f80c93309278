import { freePorts, startPrivateMariadb } from "./private-mariadb.mjs";
import { findGaleraLibrary } from "./system-packages.mjs";

const nodes = 3;

/** What makes a node of mariadbd. `ports`: for the group, for catching up, and for the first copy. */
const nodeOptions = (name, [group, catchUp, copy], address) => [
  "--wsrep-on=ON",
  `--wsrep-provider=${findGaleraLibrary()}`,
  `--wsrep-cluster-address=gcomm://${address}`,
  "--wsrep-cluster-name=alur-test",
  `--wsrep-node-name=${name}`,
  `--wsrep-node-address=127.0.0.1:${group}`,
  `--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:${group};ist.recv_addr=127.0.0.1:${catchUp};gcache.size=64M`,
  "--wsrep-sst-method=rsync",
  `--wsrep-sst-receive-address=127.0.0.1:${copy}`,
  "--wsrep-slave-threads=4",
  "--binlog-format=ROW",
  "--innodb-autoinc-lock-mode=2",
  // It is copied to each node.
  "--innodb-log-file-size=32M",
];

/**
 * Starts three MariaDB Galera nodes of one's own on loopback ports, one after another, each with its
 * commits synced as production must. Resolves to {urls, stop}; nothing of them outlives the run.
 */
export const startGaleraCluster = async () => {
  const ports = await freePorts(3 * nodes);
  const started = [];
  const stop = async () => {
    await Promise.all(started.splice(0).map((node) => node.stop()));
  };
  try {
    for (let index = 0; index < nodes; index += 1) {
      const own = ports.slice(3 * index, 3 * index + 3);
      const address = started.map((_, before) => `127.0.0.1:${ports[3 * before]}`).join(",");
      started.push(
        await startPrivateMariadb({
          durable: true,
          options: nodeOptions(`node-${index + 1}`, own, address),
          isJoining: index > 0,
        }),
      );
    }
    return { urls: started.map(({ url }) => url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
