const changesIn = (zones, zone) => JSON.stringify(zones[zone] ?? null);

/** In words: where a run differs from the recorded one, and whether the zone data of this runtime may be why; nothing where it does not. */
export const difference = (recorded, played) => {
  const at = played.steps.findIndex((step, i) => step !== recorded.steps[i]);
  const isSame =
    at < 0 &&
    played.steps.length === recorded.steps.length &&
    JSON.stringify(played.finalState) === JSON.stringify(recorded.finalState);
  if (isSame) return undefined;
  const where =
    at < 0
      ? "differs in the last state"
      : `differs from step ${at}: recorded "${recorded.steps[at]}", played "${played.steps[at]}"`;
  const zones = Object.keys(recorded.zones).filter(
    (zone) => changesIn(recorded.zones, zone) !== changesIn(played.zones, zone),
  );
  if (zones.length === 0) return `${where}; the zone data is as recorded, so the rules have changed`;
  const [first] = zones;
  return `${where}; the zone data of this runtime is not as recorded, which may be all: in ${zones.join(", ")} clocks change otherwise (${first}: recorded ${changesIn(recorded.zones, first)}, here ${changesIn(played.zones, first)})`;
};
