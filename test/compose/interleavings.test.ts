import { describe, expect, it } from "vitest";
import {
  compareBoth,
  compareNothing,
  compareRevisionOnly,
  compareVersionOnly,
  type Desk,
  type World,
  type Writer,
} from "../support/interleavings/desk.js";
import {
  beliefsAreTrue,
  countsRight,
  everybodyIsAnswered,
  isSerial,
  oneOwner,
} from "../support/interleavings/holds.js";
import { type Options, type Walked, walk } from "../support/interleavings/walk.js";
import { comes, oneLead, twoHeld, twoLeads, twoRaced, wish } from "../support/interleavings/worlds.js";

const annAccepts = wish("l1", "ann accepts", { type: "accepted", atMs: 10, repId: "ann" });
const bobAccepts = wish("l1", "bob accepts", { type: "accepted", atMs: 99, repId: "bob" });
const bobDeclines = wish("l1", "bob declines", { type: "declined", atMs: 11, repId: "bob" });
const timeIsOver = wish("l1", "the time is over", { type: "expired", atMs: 100 });
const isReturned = wish("l1", "the holder returns it", { type: "returned", atMs: 50 });

const onOneLead = [annAccepts, bobAccepts, bobDeclines, timeIsOver, isReturned];
const delivered = [...onOneLead, annAccepts];
const claimed = [...onOneLead, wish("l1", "cyd claims", { type: "claimed", atMs: 20, repId: "cyd" })];

const onTwoLeads = [
  annAccepts,
  bobAccepts,
  timeIsOver,
  wish("l2", "ann accepts", { type: "accepted", atMs: 10, repId: "ann" }),
  wish("l2", "bob declines", { type: "declined", atMs: 10, repId: "bob" }),
  comes("l3"),
];

const onHeldLeads = [
  wish("l1", "ann made contact", { type: "worked", atMs: 20 }),
  wish("l1", "it is won", { type: "closed", atMs: 30, result: "won" }),
  wish("l2", "bob made contact", { type: "worked", atMs: 20, repId: "bob" }),
  wish("l2", "bob returns it", { type: "returned", atMs: 20, repId: "bob" }),
  wish("l2", "it goes to ann", { type: "reassigned", atMs: 20, to: "ann" }),
];

const onRacedLeads = [
  wish("l1", "ann claims", { type: "claimed", atMs: 10, repId: "ann" }),
  wish("l1", "bob claims", { type: "claimed", atMs: 99, repId: "bob" }),
  wish("l1", "the time is over", { type: "woken", atMs: 100 }),
  wish("l2", "ann claims", { type: "claimed", atMs: 10, repId: "ann" }),
  wish("l2", "bob claims", { type: "claimed", atMs: 10, repId: "bob" }),
];

/** Walks every order, and holds every commit and every end to what must hold. */
const walked = (world: World, writers: readonly Writer[], options: Options = {}): Walked =>
  walk(world, writers, compareBoth, {
    ...options,
    onCommit: (desk) => {
      oneOwner(desk);
      countsRight(world, desk);
      beliefsAreTrue(desk);
    },
    onEnd: (end) => {
      everybodyIsAnswered(end, options.begin === undefined ? 0 : 1);
      isSerial(world, writers, end);
    },
  });

const fromOneSnapshot: Options = { begin: { at: "holding", read: 0 } };

describe("answers that come at once, with a store that compares", () => {
  it("give one lead to one rep, in every order: an answer delivered twice among them", () => {
    expect(walked(oneLead(), delivered)).toStrictEqual({
      ends: 129,
      moments: 26236,
      refused: 18908,
      schedules: 190715672088n,
    });
  });

  it("give one lead to one rep, in every order: a claim among them", () => {
    expect(walked(oneLead(), claimed)).toStrictEqual({
      ends: 134,
      moments: 19927,
      refused: 10451,
      schedules: 4534607448n,
    });
  });

  it("give two leads of one state to whoever has room, in every order", () => {
    expect(walked(twoLeads(), onTwoLeads)).toStrictEqual({
      ends: 414,
      moments: 56266,
      refused: 59617,
      schedules: 19805913779678256n,
    });
  });

  it("are as if they had come one after the other, where all were decided from one snapshot", () => {
    expect(walked(oneLead(), delivered, fromOneSnapshot)).toStrictEqual({
      ends: 10,
      moments: 3166,
      refused: 3188,
      schedules: 91210560n,
    });
    expect(walked(twoLeads(), onTwoLeads, fromOneSnapshot)).toStrictEqual({
      ends: 414,
      moments: 29295,
      refused: 35313,
      schedules: 23264917444368n,
    });
  });

  it("lose nothing where some change the decision alone", () => {
    expect(walked(twoHeld(), onHeldLeads)).toStrictEqual({
      ends: 136,
      moments: 7543,
      refused: 6221,
      schedules: 1385807412n,
    });
  });

  it("give leads that are raced for to one rep each, who has room, in every order", () => {
    expect(walked(twoRaced(), onRacedLeads)).toStrictEqual({
      ends: 48,
      moments: 5095,
      refused: 3410,
      schedules: 365957520n,
    });
  });

  it("are walked in every way: without a memory of moments the same schedules are counted one by one", () => {
    const few = onOneLead.slice(0, 4);
    const { schedules, moments } = walked(oneLead(), few);
    let ends = 0n;
    const everyWay = walk(oneLead(), few, compareBoth, {
      everyWay: true,
      onEnd: (end) => {
        ends += 1n;
        everybodyIsAnswered(end);
      },
    });
    expect([everyWay.schedules, everyWay.moments]).toStrictEqual([schedules, moments]);
    expect([ends, schedules]).toStrictEqual([236964n, 236964n]);
  });
});

describe("answers that come at once, with a store that does not compare enough", () => {
  const looksAt = (onCommit: (desk: Desk) => void): Options => ({ onCommit });

  it("give one lead to two reps when nothing is compared", () => {
    const world = oneLead();
    expect(() => walk(world, onOneLead, compareNothing, looksAt(oneOwner))).toThrow("two owners");
  });

  it("count wrongly when only the decision's revision is compared", () => {
    const world = twoLeads();
    const counts = looksAt((desk) => countsRight(world, desk));
    expect(() => walk(world, onTwoLeads, compareRevisionOnly, counts)).toThrow("strictly");
  });

  it("lose an event when only the state's version is compared", () => {
    const world = twoHeld();
    const serial: Options = { onEnd: (end) => isSerial(world, onHeldLeads, end) };
    expect(() => walk(world, onHeldLeads, compareVersionOnly, serial)).toThrow("no order of all gives");
  });
});
