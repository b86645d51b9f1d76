import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capacity, compose, emptyState, type Rep, rotation, type State, unwrap } from "../../src/index.js";
import { roomFor } from "../../src/measure/roomFor.js";

const empty = emptyState({ seed: "s" });

const holding = (
  openLeads: Readonly<Record<string, number>>,
  openOffers: Readonly<Record<string, number>> = {},
  openEffort: Readonly<Record<string, number>> = {},
): State => {
  const ids = [...new Set([...Object.keys(openLeads), ...Object.keys(openOffers)])].sort();
  return {
    ...empty,
    ids,
    openLeads: ids.map((id) => openLeads[id] ?? 0),
    openOffers: ids.map((id) => openOffers[id] ?? 0),
    openEffort: ids.map((id) => openEffort[id] ?? openLeads[id] ?? 0),
    offeredEffort: ids.map((id) => openOffers[id] ?? 0),
  };
};

const leftOf = (rep: Rep, state: State = empty) => {
  const [{ room, utilisation } = { room: 0, utilisation: 0 }] = roomFor({ reps: [rep] }, state);
  return [room, utilisation];
};

describe("roomFor", () => {
  it("counts open leads and open offers against capacity, most room first", () => {
    const reps = [
      { id: "a", capacity: 4 },
      { id: "b", capacity: 10 },
      { id: "c", capacity: 2 },
    ];
    expect(roomFor({ reps }, holding({ a: 1, b: 1, c: 2 }, { b: 4 }))).toStrictEqual([
      { repId: "b", openLeads: 1, openOffers: 4, openEffort: 5, room: 5, utilisation: 0.5 },
      { repId: "a", openLeads: 1, openOffers: 0, openEffort: 1, room: 3, utilisation: 0.25 },
      { repId: "c", openLeads: 2, openOffers: 0, openEffort: 2, room: 0, utilisation: 1 },
    ]);
  });

  it("takes the CRM's own count of open leads where there is one, offers added to either", () => {
    const [room] = roomFor({ reps: [{ id: "a", capacity: 8, openLeads: 2 }] }, holding({ a: 7 }, { a: 2 }));
    expect(room).toStrictEqual({
      repId: "a",
      openLeads: 2,
      openOffers: 2,
      openEffort: 4,
      room: 4,
      utilisation: 0.5,
    });
  });

  it("has room without limit and no utilisation where no capacity is set, and puts those first", () => {
    const reps = [{ id: "a", capacity: 1000 }, { id: "z" }, { id: "y" }];
    expect(
      roomFor({ reps }, empty).map(({ repId, room, utilisation }) => [repId, room, utilisation]),
    ).toStrictEqual([
      ["y", null, null],
      ["z", null, null],
      ["a", 1000, 0],
    ]);
  });

  it("has no room and no utilisation, never NaN, for a capacity of 0", () => {
    expect(leftOf({ id: "a", capacity: 0 })).toStrictEqual([0, null]);
    expect(leftOf({ id: "a", capacity: 0 }, holding({ a: 3 }))).toStrictEqual([0, null]);
  });

  it("says by how much somebody is over, and counts whole leads alone", () => {
    expect(leftOf({ id: "a", capacity: 2 }, holding({ a: 3 }))).toStrictEqual([0, 1.5]);
    expect(leftOf({ id: "a", capacity: 2.5 }, holding({ a: 1 }))).toStrictEqual([1, 0.4]);
  });

  it("counts leads by what they weigh, the CRM's own sum first", () => {
    const heavy = holding({ a: 1 }, { a: 1 }, { a: 5 });
    expect(leftOf({ id: "a", capacity: 8 }, heavy)).toStrictEqual([2, 0.75]);
    expect(leftOf({ id: "a", capacity: 8, openEffort: 3 }, heavy)).toStrictEqual([4, 0.5]);
    expect(leftOf({ id: "a", capacity: 8, openLeads: 1 }, heavy)).toStrictEqual([6, 0.25]);
  });

  it("is empty for an empty roster, and knows odd ids", () => {
    expect(roomFor({ reps: [] }, empty)).toStrictEqual([]);
    expect(leftOf({ id: "__proto__", capacity: 4 }, holding({ a: 3 }))).toStrictEqual([4, 0]);
  });

  it("has room for exactly those whom the capacity filter lets through, in any order of the roster", () => {
    const aRep = fc.record(
      { capacity: fc.nat(6), openLeads: fc.nat(6), openEffort: fc.nat(6) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(aRep, { maxLength: 8 }),
        fc.array(fc.nat(6), { minLength: 8, maxLength: 8 }),
        (some, held) => {
          const reps: readonly Rep[] = some.map((rep, i) => ({ id: `r${i}`, ...rep }));
          const state = holding(Object.fromEntries(held.map((leads, i) => [`r${i}`, leads])));
          const strategy = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });
          const passing = unwrap(strategy.candidates({ id: "l", receivedAtMs: 0 }, { reps }, state)).map(
            ({ id }) => id,
          );
          const rooms = roomFor({ reps }, state);
          expect(
            rooms
              .filter(({ room }) => room !== 0)
              .map(({ repId }) => repId)
              .sort(),
          ).toStrictEqual(passing);
          expect(roomFor({ reps: [...reps].reverse() }, state)).toStrictEqual(rooms);
        },
      ),
    );
  });
});
