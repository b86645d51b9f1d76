import { describe, expect, it } from "vitest";
import { capacity, type Roster, unwrap } from "../../../src/index.js";
import {
  claim,
  effectsIn,
  expired,
  moved,
  no,
  offering,
  owedIn,
  returned,
  rosterOf,
  stands,
  storyOf,
  updated,
  woken,
} from "../../support/story.js";

const tank = (whenUnclaimed?: "unassigned" | { parkForMs: number } | { assignTo: readonly string[] }) => ({
  silentMayClaimForMs: 100,
  ...(whenUnclaimed && { whenUnclaimed }),
});

const rule = (story: { readonly refusal?: { readonly rule: string } }) => story.refusal?.rule;

/** ann said nothing until 60, bob said no at 70, cyd said nothing until 130. */
const begun = (whenNobody: ReturnType<typeof tank> = tank(), roster?: Roster) =>
  storyOf(offering({ whenNobody, filters: [capacity()] }), roster && { roster })
    .on(60, expired)
    .on(70, no("bob"))
    .on(130, expired);

describe("a race of the silent", () => {
  it("is open to those who were asked and said nothing, and tells nobody else", () => {
    const open = begun();
    expect(stands(open)).toBe("open to ann, cyd until 230");
    expect(effectsIn(open)).toStrictEqual(["claimable ann", "claimable cyd", "wake 230"]);
    expect(rule(open.on(140, claim("bob")))).toBe("not-told");
    expect(rule(open.on(230, claim("ann")))).toBe("claim-over");
    const taken = open.on(140, claim("ann"));
    expect([stands(taken), effectsIn(taken)]).toStrictEqual([
      "ann has it",
      ["withdrawn cyd", "assigned ann"],
    ]);
    expect(taken.decision.tried).toStrictEqual(["bob", "cyd"]);
  });

  it("books the claim as another turn of its rep", () => {
    const open = begun();
    const before = owedIn(3, open);
    expect(owedIn(3, open.on(140, claim("ann")))).toStrictEqual(before);
  });

  it("is skipped where all said no, or nobody who was silent may have the lead by then", () => {
    const refused = storyOf(offering({ whenNobody: tank() }), { roster: rosterOf("ann", "bob") })
      .on(1, no("ann"))
      .on(2, no("bob"));
    expect(stands(refused)).toBe("nobody: nobody-accepted");
    const full: Roster = { reps: [{ id: "ann", capacity: 0 }, { id: "bob" }] };
    const gone = storyOf(offering({ whenNobody: tank({ parkForMs: 9 }), filters: [capacity()] }))
      .on(60, expired)
      .on(70, no("bob"), { roster: full });
    expect(stands(gone)).toBe("aside until 79: nobody-accepted");
    const nobody = storyOf(offering({ whenNobody: tank() }), { roster: { reps: [] } });
    expect(stands(nobody)).toBe("nobody: empty-roster");
  });

  it("is followed by what comes when nobody claims", () => {
    expect(rule(begun().on(229, woken))).toBe("not-due");
    expect(stands(begun().on(230, woken))).toBe("nobody: nobody-accepted");
    expect(stands(begun().on(230, expired))).toBe("nobody: nobody-accepted");
    const aside = begun(tank({ parkForMs: 9 })).on(230, woken);
    expect(stands(aside)).toBe("aside until 239: nobody-accepted");
    expect(stands(aside.on(239, woken))).toBe("cyd 239-299");
    expect(stands(begun(tank({ assignTo: ["bob", "cyd"] })).on(230, woken))).toBe("cyd has it");
    expect(stands(begun(tank({ assignTo: ["bob"] })).on(230, woken))).toBe("nobody: nobody-accepted");
  });

  it("asks every filter at the claim", () => {
    const full: Roster = { reps: [{ id: "ann", capacity: 0 }, { id: "bob" }, { id: "cyd" }] };
    expect(rule(begun().on(140, claim("ann"), { roster: full }))).toBe("capacity");
  });

  it("ends when the lead is moved, and does not come again when it is returned", () => {
    expect(stands(begun().on(140, moved("bob")))).toBe("bob has it");
    expect(stands(begun().on(140, claim("ann")).on(150, returned))).toBe("nobody: nobody-accepted");
  });

  it("goes on when more becomes known of the lead, unless somebody may be asked who was not", () => {
    expect(rule(begun().on(140, updated))).toBe("settled");
    const again = storyOf(offering({ whenNobody: tank(), lookAgainUntil: "assigned" }), {
      roster: rosterOf("ann"),
    }).on(60, expired);
    expect(stands(again)).toBe("open to ann until 160");
    expect(rule(again.on(70, updated))).toBe("nobody-else");
    expect(stands(again.on(70, updated, { roster: rosterOf("ann", "bob") }))).toBe("bob 70-130");
  });

  it("is for those of the last pass", () => {
    const twice = storyOf(offering({ whenNobody: tank(), passes: 2 }), { roster: rosterOf("ann", "bob") })
      .on(60, expired)
      .on(120, expired)
      .on(130, no("bob"))
      .on(190, expired);
    expect(stands(twice)).toBe("open to ann until 290");
  });

  it("is no other pool: one that a race left is asked in turn when its time is over", () => {
    const { decision, state } = storyOf(offering({ whenNobody: tank() }), { roster: rosterOf("ann") });
    const {
      status: _,
      offers: __,
      waiting: ___,
      ...base
    } = decision as typeof decision & Record<string, unknown>;
    const pooled = { ...base, status: "pooled", mode: "open", mayClaim: ["ann"], wakeAtMs: 60 } as const;
    const on = (event: object) =>
      unwrap(
        offering({ whenNobody: tank() }).respond(
          { id: "l1", receivedAtMs: 0 },
          pooled as never,
          event as never,
          rosterOf("ann"),
          state,
        ),
      );
    expect(stands(on({ id: "e1", atMs: 60, type: "woken" }))).toBe("ann 60-120");
    expect(on({ id: "e1", atMs: 9, type: "claimed", repId: "ann" }).refusal?.rule).toBe("not-claimable");
  });
});
