import { createServer } from "node:http";
import BetterSqlite3 from "better-sqlite3";

/** The floor of a cold start: bare node and SQLite. `bare-server.js <file> <port>`. */
const [file = "", port = "0"] = process.argv.slice(2);
const db = new BetterSqlite3(file);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
const select = db.prepare("SELECT title FROM sop ORDER BY id LIMIT 1");
const server = createServer((_request, response) => {
  const body = JSON.stringify(select.all());
  response.writeHead(200, { "content-length": Buffer.byteLength(body) });
  response.end(body);
});
server.listen(Number(port), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
