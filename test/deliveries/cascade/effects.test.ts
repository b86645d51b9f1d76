import { describe, expect, it } from "vitest";
import { all } from "../../../src/index.js";
import { throughStore } from "../../../src/testing/json.js";
import { effectsIn, expired, no, offering, type Story, storyOf, woken, yes } from "../../support/story.js";

const strategy = offering({ selector: all(), passes: 2, atOnce: 2, whenNobody: { parkForMs: 40 } });

/** A lead that is offered, asked again, put aside, offered again and taken at last. */
const longStory = (): readonly Story[] => {
  const stories = [storyOf(strategy)];
  const then = (tell: (story: Story) => Story): unknown => stories.push(tell(stories.at(-1) as Story));
  then((story) => story.on(10, no("ann")));
  for (let i = 0; i < 7; i += 1)
    then((story) =>
      story.decision.status === "offered"
        ? story.on(story.decision.wakeAtMs, expired)
        : story.on(story.decision.status === "parked" ? story.decision.wakeAtMs : 0, woken),
    );
  then((story) => {
    const { decision } = story;
    return decision.status === "offered"
      ? story.on(decision.wakeAtMs - 1, yes(decision.offers[0]?.repId ?? ""))
      : story;
  });
  return stories;
};

describe("the effects of a cascade", () => {
  it("are whom to ask, whom to tell that it is over, and when to come back", () => {
    const story = storyOf(offering());
    expect(story.effects).toStrictEqual([
      { id: '["l1",0,"offered","ann"]', type: "tell", repId: "ann", what: "offered" },
      { id: '["l1",0,"wake"]', type: "wake", atMs: 60 },
    ]);
    expect(story.on(10, no("ann")).effects).toStrictEqual([
      { id: '["l1",1,"withdrawn","ann"]', type: "tell", repId: "ann", what: "withdrawn" },
      { id: '["l1",1,"offered","bob"]', type: "tell", repId: "bob", what: "offered" },
      { id: '["l1",1,"wake"]', type: "wake", atMs: 70 },
    ]);
    expect(effectsIn(story.on(10, yes("ann")))).toStrictEqual(["assigned ann"]);
  });

  it("have an id that none of the lead's other effects has", () => {
    const ids = longStory().flatMap(({ effects }) => effects.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(15);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("have the same ids when the same is decided again", () => {
    expect(longStory().map(({ effects }) => effects)).toStrictEqual(
      longStory().map(({ effects }) => effects),
    );
  });

  it("have the same ids when decision and state have been through a store", () => {
    const story = storyOf(strategy);
    const event = { id: "e1", atMs: 10, type: "declined", repId: "ann" } as const;
    const roster = { reps: [{ id: "cyd" }, { id: "bob" }, { id: "ann" }] };
    const lead = { id: "l1", receivedAtMs: 0 };
    const again = strategy.respond(
      lead,
      throughStore(story.decision),
      event,
      roster,
      throughStore(story.state),
    );
    expect(again).toMatchObject({ right: { effects: story.on(10, no("ann")).effects } });
  });

  it("wake the host at every moment for which the lead waits, and at no moment that is over", () => {
    const stories = longStory();
    let told: number | undefined;
    for (const { decision, effects } of stories) {
      for (const effect of effects) if (effect.type === "wake") told = effect.atMs;
      if (decision.status === "offered" || decision.status === "parked") {
        expect(decision.wakeAtMs).toBe(told);
        expect(decision.wakeAtMs).toBeGreaterThan(decision.atMs);
      }
    }
    expect(stories.at(-1)?.decision.status).toBe("assigned");
  });

  it("are none for an event that was seen before", () => {
    const story = storyOf(offering()).on(10, { ...no("ann"), id: "no" });
    const again = story.on(11, { ...no("ann"), id: "no" });
    expect(again.effects).toStrictEqual([]);
    expect(again.decision).toBe(story.decision);
    expect(again.state).toBe(story.state);
  });

  it("are none for an answer that is refused", () => {
    expect(storyOf(offering()).on(60, yes("ann")).effects).toStrictEqual([]);
  });
});
