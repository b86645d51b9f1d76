/** The smooth weighted balancing of nginx, changed in place: nobody is filtered out. */
export const smoothLoop = ({ reps }) => {
  const weights = Float64Array.from(reps, ({ weight }) => weight);
  const current = new Float64Array(reps.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (lead) => {
    let best = 0;
    for (let place = 0; place < current.length; place += 1) {
      current[place] += weights[place];
      if (current[place] > current[best]) best = place;
    }
    current[best] -= total;
    const repId = reps[best].id;
    return {
      leadId: lead.id,
      status: "assigned",
      repId,
      share: weights[best] / total,
      candidates: reps.length,
    };
  };
};
