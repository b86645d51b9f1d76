import * as refusals from "../../../src/deliveries/refusals.js";
import { assign, cascade, manual, pool, race, serviceLevel } from "../../../src/index.js";
import { answersToOffers } from "./answersToOffers.js";
import { eventTable } from "./eventTable.js";

const rules = (): string =>
  Object.values(refusals)
    .flatMap((each) => (typeof each === "function" ? [] : [`| \`${each.rule}\` | ${each.reason} |`]))
    .sort()
    .join("\n");

const cases = (): string =>
  answersToOffers()
    .map(([says, answer]) => `| ${says} | ${answer} |`)
    .join("\n");

/** The page of the guide that says what every event does in every place. */
export const eventPage = (): string => `# Every event in every place

Written by a test that walks every pair; it goes red when an answer changes. In bold: where the lead stands afterwards. In letters of code: the rule by which the event is refused; nothing has changed then.

Here ann has to do with the lead (holds it, is offered it, may claim it), there are two colleagues, every filter lets everybody through, answers come in time, and what waits is due.

## \`cascade\`: offers in turn

${eventTable(cascade({ answerMs: 100, whenNobody: { parkForMs: 100 } }))}

A lead that is put aside and woken with \`isEarly\` before its time is dealt if somebody may have it who did not give it up, and else \`not-due\`.

## \`assign\`: the push

A push offers nothing and puts nothing into a pool; leads that stand there were left by another delivery, and are dealt when their time is over.

${eventTable(assign())}

With \`lookAgainUntil: "assigned"\` an \`updated\` lead that is offered is offered anew, and with \`"worked"\` one that is assigned moves if its holder may not have it any more.

## \`race\`: who comes first

With a segment called \`seniors\` to which everybody belongs, and \`whenNobody: { parkForMs: 100 }\`.

${eventTable(race({ openMs: 100, whenNobody: { parkForMs: 100 }, segments: { seniors: [] } }))}

Of two claims the one that is heard first wins, and the other is told \`lead-taken\`. Whoever was not told is \`not-told\`. A claim at the very moment of the end, or later, is \`claim-over\`; one that is older than the lead's time in the pool is \`claim-not-begun\`.

## \`pool\`: whoever may take it

With \`pushAfterMs: 100\`. The lead in the column *pooled* was left by a race, so it goes on lying in the pool when its time is over; one of the pool's own is given away.

${eventTable(pool({ pushAfterMs: 100 }))}

Whoever gave a lead up may not claim it from the pool: \`gave-up\`.

## \`manual\`: dealt by hand

The lead in the column *parked* waits for the manager, and ann is suggested. Woken before its time it is \`not-due\`, with \`isEarly\` too.

${eventTable(manual({ decideMs: 100, segments: { seniors: [] }, openMs: 100 }))}

Another segment than those that are named is \`no-such-segment\`, one in which nobody may have the lead \`segment-empty\`.

## \`serviceLevel\`: a time for first contact

Around \`assign\`. An assigned lead waits here for first contact, which is due: it goes to the next. At a reminder, and where nobody else may have it, it stays with its holder.

${eventTable(serviceLevel(assign(), { withinMs: 100 }), true)}

## Late, early, twice, out of order

One answer for each. An offer is open from its beginning until just before its end, so at the very moment of the end the end wins. Events are answered in the order in which they come, each by its own moment: who said yes first and was heard second has lost. Two offers are open here, to ann and bob, from 0 until just before 100; what is told last comes to this:

| what is told | answer |
|---|---|
${cases()}

An event that was answered is known by its id, and the same id again changes nothing, whatever else it says. A decision knows its last 32 ids; beyond that an answer to an offer is refused as too old, and what says nothing of an offer (a return, a move by hand) is answered as new. One that was refused is not known, so the same event later is asked again. A lead's clock never runs back: what follows from a late event begins at the moment of the last change.

## The rules

| rule | says |
|---|---|
${rules()}
| the name of a filter | why the rep may not have the lead now |
| \`roster\` | the rep is not on the roster |
`;
