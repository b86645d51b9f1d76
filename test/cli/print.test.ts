import { finished, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { print } from "../../src/cli/print.js";

const sink = (code?: string) => {
  const texts: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (text, _encoding, done) => {
      if (code !== undefined) return done(Object.assign(new Error(`write ${code}`), { code }));
      texts.push(String(text));
      done();
    },
  });
  return { stream, texts };
};

/** Prints to an output that fails with a code, and waits for its end. */
const printed = async (code?: string) => {
  const [out, err] = [sink(code), sink()];
  const process = { stdout: out.stream, stderr: err.stream, exitCode: undefined };
  const ended = new Promise<void>((resolve) => {
    finished(out.stream, () => resolve());
  });
  print({ exitCode: 2, stdout: "report\n", stderr: "faults\n" }, process);
  out.stream.end();
  await ended;
  return { exitCode: process.exitCode as unknown, stdout: out.texts, stderr: err.texts };
};

describe("print", () => {
  it("writes to both outputs and sets the exit code", async () => {
    expect(await printed()).toStrictEqual({ exitCode: 2, stdout: ["report\n"], stderr: ["faults\n"] });
  });

  it("says in one line that the report could not be written, and fails", async () => {
    expect(await printed("ENOSPC")).toStrictEqual({
      exitCode: 1,
      stdout: [],
      stderr: ["faults\n", "The report could not be written: the disk is full\n"],
    });
    expect((await printed("EIO")).stderr.at(-1)).toBe("The report could not be written: write EIO\n");
  });

  it("takes a reader who reads only the beginning as content", async () => {
    expect(await printed("EPIPE")).toStrictEqual({ exitCode: 2, stdout: [], stderr: ["faults\n"] });
  });
});
