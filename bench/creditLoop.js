import { CREDITS_PER_LEAD } from "fairlead";

const WORD = 32;

/** For each value the reps that have it, as bits. */
const bitsByValue = (reps, valuesOf) => {
  const words = Math.ceil(reps.length / WORD);
  const byValue = new Map();
  reps.forEach((rep, place) => {
    for (const value of valuesOf(rep)) {
      if (!byValue.has(value)) byValue.set(value, new Uint32Array(words));
      byValue.get(value)[place >>> 5] |= 1 << (place & 31);
    }
  });
  return { byValue, nobody: new Uint32Array(words) };
};

const bitsOf = ({ byValue, nobody }, value) => byValue.get(value) ?? nobody;

/**
 * What somebody would write who wants the same rule and filters and nothing else: typed arrays, changed in
 * place, and no promise kept. Credits are dealt equally among the candidates.
 */
export const creditLoop = ({ reps }) => {
  const regions = bitsByValue(reps, (rep) => rep.regions);
  const languages = bitsByValue(reps, (rep) => rep.languages);
  const skills = bitsByValue(reps, (rep) => Object.keys(rep.skills));
  const online = bitsOf(
    bitsByValue(reps, ({ presence }) => [presence]),
    "online",
  );
  const credits = new Float64Array(reps.length);
  const candidates = new Int32Array(reps.length);

  return (lead) => {
    const masks = [online];
    if (lead.region !== undefined) masks.push(bitsOf(regions, lead.region));
    if (lead.languages !== undefined) masks.push(bitsOf(languages, lead.languages[0]));
    for (const skill in lead.needs) masks.push(bitsOf(skills, skill));
    let found = 0;
    for (let word = 0; word < online.length; word += 1) {
      let bits = masks[0][word];
      for (let mask = 1; mask < masks.length; mask += 1) bits &= masks[mask][word];
      while (bits !== 0) {
        candidates[found] = word * WORD + 31 - Math.clz32(bits & -bits);
        found += 1;
        bits &= bits - 1;
      }
    }
    if (found === 0) return { leadId: lead.id, status: "unassigned", candidates: 0 };
    const part = Math.floor(CREDITS_PER_LEAD / found);
    let best = candidates[0];
    for (let i = 0; i < found; i += 1) {
      const place = candidates[i];
      credits[place] += part;
      if (credits[place] > credits[best]) best = place;
    }
    credits[best] -= part * found;
    const repId = reps[best].id;
    return {
      leadId: lead.id,
      status: "assigned",
      repId,
      share: 1 / found,
      price: part * found,
      candidates: found,
    };
  };
};
