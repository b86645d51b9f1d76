import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";

/** A server of its own on loopback, with its data in a folder that goes with it. */
export interface PostgresServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const INSTALLED = "/usr/lib/postgresql";

const folders = (): readonly string[] => [
  ...(process.env["PATH"] ?? "").split(delimiter),
  ...(existsSync(INSTALLED) ? readdirSync(INSTALLED).sort().reverse() : []).map((version) =>
    join(INSTALLED, version, "bin"),
  ),
];

/** The folder with the server's programs, where they are installed. */
export const postgresPrograms = (): string | undefined =>
  folders().find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name))));

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** The server refuses to run as root, so root runs it as the user who was made for it. */
const serverUser = (): User | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

const isReady = async (connectionString: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};

const untilReady = async (url: string, server: ChildProcess, said: () => string): Promise<void> => {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isReady(url)) return;
    if (server.exitCode !== null) break;
    await setTimeout(50);
  }
  throw new Error(`PostgreSQL did not start: ${said()}`);
};

/** Starts a server that forgets everything when it stops. */
export const startPostgres = async (programs: string): Promise<PostgresServer> => {
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), "fairlead-postgres-"));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, env: { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" } };
  const data = join(folder, "data");
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync(
      join(programs, "initdb"),
      ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"],
      { ...options, stdio: "pipe" },
    );
    const port = await freePort();
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "fsync=off",
      "full_page_writes=off",
      "synchronous_commit=off",
      "wal_level=minimal",
      "max_wal_senders=0",
      "autovacuum=off",
      "jit=off",
      "max_connections=60",
    ];
    const server = spawn(
      join(programs, "postgres"),
      ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
      { ...options, stdio: ["ignore", "ignore", "pipe"] },
    );
    let said = "";
    server.stderr?.on("data", (text: Buffer) => {
      said = `${said}${text}`.slice(-2000);
    });
    const ended = new Promise((resolve) => server.once("exit", resolve));
    // Immediate shutdown: nothing is worth writing down.
    const quit = (): unknown => server.kill("SIGQUIT");
    process.once("exit", quit);
    const stop = async (): Promise<void> => {
      process.off("exit", quit);
      if (server.exitCode === null) quit();
      await ended;
      remove();
    };
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    try {
      await untilReady(url, server, () => said);
    } catch (error) {
      await stop();
      throw error;
    }
    return { url, stop };
  } catch (error) {
    remove();
    throw error;
  }
};
