import dynalite from "dynalite";

/** What stands for DynamoDB while nothing is deployed. */
export interface Emulator {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Starts dynalite in memory, on a free port that only this machine reaches. */
export const startEmulator = (): Promise<Emulator> =>
  new Promise((resolve, reject) => {
    // The SDK would print a notice about Node 20 in the middle of what is shown.
    process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
    const server = dynalite({ createTableMs: 0 });
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") return reject(new Error("dynalite has no port"));
      resolve({
        endpoint: `http://127.0.0.1:${address.port}`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            // The client keeps its connections for a while; nothing would end before they do.
            server.closeAllConnections();
          }),
      });
    });
  });
